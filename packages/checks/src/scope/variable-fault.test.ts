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

function faultOf(name: string, sketch: MicroflowSketch): string | undefined {
  const project = buildProject({ modules: { M: { entities: { E: {} }, microflows: { Flow: sketch } } } });
  const microflow = project.index.microflow("M.Flow");
  const scope = microflow && analyseMicroflow(microflow, project).scopeAt("M.Flow.probe");
  return scope?.fault(name)?.message;
}

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
  [
    `$Total is not available here: "Start at 0" does not make it when it fails, and then a way leads here. Create it before that activity.`,
    { elements: { make, probe }, flows: ["start > make > end", "make !> probe > end"] },
  ],
])("%s", (message, sketch) => {
  expect(faultOf("Total", sketch)).toBe(message);
});

test("the error that is handled exists only behind error handlers", () => {
  const flows = ["start > make > probe > end", "make !> probe"];
  expect(faultOf("latestError", { elements: { make, probe }, flows })).toBe(
    "$latestError is not available here: it exists only where every way comes from an error handler. Use it before the ways join, or keep what you need of it in a variable that is made earlier.",
  );
});
