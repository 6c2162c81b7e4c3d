import { ProjectIndex, type ProjectRecords } from "@rivulet/model";
import { createObject, type ModuleSketch, projectRecords } from "@rivulet/testkit";
import { expect, test } from "vitest";
import type { Program } from "./program.ts";
import { ProgramCache } from "./program-cache.ts";

const shop: ModuleSketch = {
  entities: { Order: { attributes: { Number: "Long" } } },
  microflows: {
    Make: { elements: { make: createObject("Shop.Order", "Order") } },
    Other: { parameters: { Text: "String" }, elements: {} },
  },
};

const recordsOf = (module: ModuleSketch) => projectRecords({ modules: { Shop: module } });

/** Which of the projects have `Shop.Make` compiled, one after the other with one cache. */
function compiledIn(...projects: readonly ProjectRecords[]): boolean[] {
  const cache = new ProgramCache();
  return projects.map((records) => {
    const index = new ProjectIndex(records);
    const microflow = index.microflow("Shop.Make");
    if (!microflow) throw new Error("The sample has no Shop.Make.");
    let isCompiled = false;
    cache.programOf(microflow, index, () => {
      isCompiled = true;
      return {} as Program;
    });
    return isCompiled;
  });
}

test("a microflow of the same content is compiled once, whoever reads the project again", () => {
  expect(compiledIn(recordsOf(shop), recordsOf(shop), recordsOf(shop))).toEqual([true, false, false]);
});

test("a content that comes back is still known", () => {
  const changed = { ...shop, entities: { Order: { attributes: { Number: "Integer" } } } };
  expect(compiledIn(recordsOf(shop), recordsOf(changed), recordsOf(shop))).toEqual([true, true, false]);
});

const { microflows = {} } = shop;

test.each<[string, ModuleSketch, boolean]>([
  ["itself", { ...shop, microflows: { ...microflows, Make: { elements: {} } } }, true],
  ["an attribute", { ...shop, entities: { Order: { attributes: { Number: "Integer" } } } }, true],
  [
    "the initial value of an attribute",
    { ...shop, entities: { Order: { attributes: { Number: { type: "Long", defaultValue: 1 } } } } },
    true,
  ],
  [
    "what another one takes",
    { ...shop, microflows: { ...microflows, Other: { parameters: { Text: "Integer" }, elements: {} } } },
    true,
  ],
  [
    "what another one returns",
    {
      ...shop,
      microflows: {
        ...microflows,
        Other: { parameters: { Text: "String" }, returns: "String", elements: {}, result: "''" },
      },
    },
    true,
  ],
  [
    "the inside of another one",
    {
      ...shop,
      microflows: {
        ...microflows,
        Other: { parameters: { Text: "String" }, elements: { make: createObject("Shop.Order", "Order") } },
      },
    },
    false,
  ],
])("a change of %s", (_, changed, isCompiledAgain) => {
  expect(compiledIn(recordsOf(shop), recordsOf(changed))).toEqual([true, isCompiledAgain]);
});
