import { gridSize } from "./geometry.ts";

/**
 * How every canvas of the studio behaves. The same objects at each drawing: where one is new, the library draws all its
 * elements again. Keys, focus and what a double click does are the studio's own.
 */
export const canvasProperties = {
  nodesFocusable: false,
  edgesFocusable: false,
  deleteKeyCode: null,
  disableKeyboardA11y: true,
  selectionKeyCode: "Shift",
  multiSelectionKeyCode: ["Control", "Meta", "Shift"],
  onlyRenderVisibleElements: true,
  minZoom: 0.1,
  maxZoom: 2.5,
  snapToGrid: true,
  snapGrid: [gridSize, gridSize] as [number, number],
  zoomOnDoubleClick: false,
  connectionRadius: 28,
};
