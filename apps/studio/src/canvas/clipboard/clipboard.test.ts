import { ProjectIndex } from "@rivulet/model";
import { describe, expect, test } from "vitest";
import { catalog, drawing, edited, element, flowsOf, placeOf } from "../editing/editing.test-support.ts";
import { copyElements, readCopiedElements } from "./copied-elements.ts";
import { pasteElements } from "./paste-elements.ts";

const sample = () =>
  drawing(
    [
      [element("start", "start"), 0, 100],
      [{ ...element("list"), fields: { entity: "M.A", output: "AList" } }, 80, 86],
      [{ ...element("loop", "loop"), fields: { list: "AList", iterator: "A" } }, 400, 40],
      [element("inside", "logMessage", "loop"), 28, 64],
    ],
    ["start>list", "list>loop"],
  );

function paste(text: string, taken: readonly string[] = [], store = sample()) {
  const read = readCopiedElements(text);
  if (read.kind === "refused") throw new Error(read.message);
  const index = new ProjectIndex(store.records);
  const target = {
    microflow: "flow",
    parent: "flow",
    at: { x: 1000, y: 500 },
    catalog,
    index,
    taken: new Set(taken),
  };
  let pasted: string[] = [];
  edited(store, (transaction) => {
    pasted = pasteElements(transaction, read.copied, target);
  });
  return { store, pasted };
}

const copyOf = (ids: readonly string[]) => copyElements(sample().records, ids) ?? "";

describe("what is copied and pasted", () => {
  test("comes with what is in its loops and the flows among it, under new ids", () => {
    const { store, pasted } = paste(copyOf(["list", "loop"]));
    expect(pasted).toHaveLength(2);
    const [list = "", loop = ""] = pasted;
    expect(flowsOf(store)).toContain(`${list}>${loop}`);
    const inner = [...store.records.values()].filter(
      (record) => "parent" in record && record.parent === loop,
    );
    expect(inner).toMatchObject([{ type: "element", kind: "logMessage" }]);
    expect(placeOf(store, list)).toMatchObject({ x: 1002 });
  });

  test("renames its variables where the names are taken, and their uses with them", () => {
    const { store, pasted } = paste(copyOf(["list", "loop"]), ["AList"]);
    const [list, loop] = pasted.map((id) => store.get(id));
    expect(list).toMatchObject({ fields: { output: "AList_2" } });
    expect(loop).toMatchObject({ fields: { list: "AList_2", iterator: "A" } });
  });

  test("does not cover what was pasted before", () => {
    const { store, pasted } = paste(copyOf(["list"]));
    const again = paste(copyOf(["list"]), [], store).pasted;
    const [first, second] = [...pasted, ...again].map((id) => placeOf(store, id));
    expect(second?.x).toBeGreaterThan(first?.x ?? Infinity);
    expect(second?.y).toBeGreaterThan(first?.y ?? Infinity);
  });

  test("leaves out what is in itself, and takes what is there twice once", () => {
    const { elements, ...rest } = JSON.parse(copyOf(["list", "loop"]));
    const [first] = elements;
    const circle = [
      { ...first, id: "one", parent: "other" },
      { ...first, id: "other", parent: "one" },
      { ...first, id: "self", parent: "self" },
    ];
    const { pasted } = paste(JSON.stringify({ ...rest, elements: [...elements, ...elements, ...circle] }));
    expect(pasted).toHaveLength(2);
  });

  test("leaves out the start event, and flows to what was not copied", () => {
    const { store, pasted } = paste(copyOf(["start", "list"]));
    expect(pasted).toHaveLength(1);
    expect(flowsOf(store)).toEqual(["list>loop", "start>list"]);
    expect(copyElements(sample().records, ["start"])).toBeUndefined();
  });
});

test.each([
  ["nothing", "", /nothing on the clipboard/],
  ["a sentence", "Hello, world", /no part of a microflow/],
  ["other JSON", '{"format":"something","version":1}', /no part of a microflow/],
  ["JSON with names of prototypes", '{"__proto__":{"format":"rivulet-elements"}}', /no part of a microflow/],
  ["a newer copy", '{"format":"rivulet-elements","version":2}', /newer Rivulet/],
  ["a damaged copy", '{"format":"rivulet-elements","version":1,"elements":[{"id":1}]}', /damaged/],
  ["very deep JSON", "[".repeat(10_000), /no part of a microflow/],
  ["10 MB", `"${"x".repeat(10_000_000)}"`, /too large/],
])("%s on the clipboard is refused with a sentence", (_, text, message) => {
  const read = readCopiedElements(text);
  expect(read).toMatchObject({ kind: "refused", message: expect.stringMatching(message) });
});
