import type { Measure } from "../harness/measure.ts";
import { expressionEditorSize } from "./download-size.ts";

/** The studio: what a browser has to fetch. */
export const studioMeasures: readonly Measure[] = [
  {
    kind: "download-size",
    name: "expression-editor-size",
    about: "what the studio fetches when the first expression is shown, gzip",
    limit: 130,
    aim: 110,
    kilobytes: expressionEditorSize,
  },
];
