/** Kind of what is dragged from the explorer onto a page: the qualified name of an entity. */
export const entityDragType = "application/x-rivulet-entity";
