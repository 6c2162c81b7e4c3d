import {
  buildProject,
  createList,
  createVariable,
  decision,
  disabled,
  type ElementSketch,
  log,
  loop,
  type MicroflowSketch,
} from "@rivulet/testkit";
import { expect, test } from "vitest";
import { analyseMicroflow } from "./analyse-microflow.ts";

const probe = log("''");
const make: ElementSketch = { ...createVariable("Total", "Integer"), caption: "Start at 0" };
const split = (...flows: string[]): MicroflowSketch => ({
  elements: { check: decision("true"), make, probe },
  flows: ["start > check true> make", "check false> probe > end", ...flows],
});

test.each<[string, MicroflowSketch]>([
  [
    `There is no variable $Total. Create it in an earlier activity, or use another one.`,
    { elements: { probe } },
  ],
  [
    "There is no variable $Total. Did you mean $Totals?",
    { parameters: { Totals: "Integer" }, elements: { probe } },
  ],
  [
    `$Total is not available here: "Start at 0" makes it later. Move that activity before this one.`,
    { elements: { probe, make } },
  ],
  [
    `$Total is not available here: it is made by "Start at 0" itself. Use another variable.`,
    { elements: { probe: make } },
  ],
  [
    `$Total is not available here: "Start at 0" makes it on only some of the ways that lead here. Create it before the ways part.`,
    split("make > probe"),
  ],
  [
    `$Total is not available here: "Start at 0" makes it on a way that does not lead here. Create it before the ways part.`,
    split("make > end"),
  ],
  [
    `$Total is not available here: "Start at 0", which makes it, is disabled. Enable it.`,
    { elements: { make: disabled(make), probe } },
  ],
  [
    `$Total is not available here: it exists only inside "Loop". Create a variable or list before the loop and change it inside.`,
    {
      elements: {
        list: createList("M.E", "List"),
        each: loop("List", "Item", { elements: { make } }),
        probe,
      },
    },
  ],
])("%s", (message, sketch) => {
  const project = buildProject({ modules: { M: { entities: { E: {} }, microflows: { Flow: sketch } } } });
  const microflow = project.index.microflow("M.Flow");
  const scope = microflow && analyseMicroflow(microflow, project).scopeAt("M.Flow.probe");
  expect(scope?.fault("Total")?.message).toBe(message);
});
