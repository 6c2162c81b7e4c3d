/** Type of a microflow that is dragged from the explorer: the canvas of another one calls it. Its data is its qualified name. */
export const microflowDragType = "application/x-rivulet-microflow";
