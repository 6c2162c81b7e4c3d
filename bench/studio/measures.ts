import { sentKilobytes } from "../browser/download-size.ts";
import type { Measure } from "../harness/measure.ts";
import { canvasMeasures } from "./canvas-measures.ts";

/** The chunk of the expression editor, by the source that it begins with. */
const expressionEditor = "src/expression-editor/code-editor.tsx";

/** The studio: what a browser has to fetch, and what the canvas costs in it. */
export const studioMeasures: readonly Measure[] = [
  {
    kind: "download-size",
    name: "expression-editor-size",
    about: "what the studio fetches when the first expression is shown, as sent",
    limit: 130,
    aim: 110,
    kilobytes: () => sentKilobytes("apps/studio", [expressionEditor], ["index.html"]),
  },
  ...canvasMeasures,
];
