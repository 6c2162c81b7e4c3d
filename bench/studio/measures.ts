import type { Measure } from "../harness/measure.ts";
import { canvasMeasures } from "./canvas-measures.ts";
import { expressionEditorSize } from "./download-size.ts";

/** The studio: what a browser has to fetch, and what the canvas costs in it. */
export const studioMeasures: readonly Measure[] = [
  {
    kind: "download-size",
    name: "expression-editor-size",
    about: "what the studio fetches when the first expression is shown, gzip",
    limit: 130,
    aim: 110,
    kilobytes: expressionEditorSize,
  },
  ...canvasMeasures,
];
