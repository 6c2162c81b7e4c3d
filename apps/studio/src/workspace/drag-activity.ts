/** Type of what is dragged from the toolbox and the explorer onto a canvas; its data is the activity's kind. */
export const activityDragType = "application/x-rivulet-activity";
