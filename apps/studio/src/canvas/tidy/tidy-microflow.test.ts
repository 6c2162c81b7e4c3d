import { type ProjectRecord, placementId } from "@rivulet/model";
import { seededNumbers } from "@rivulet/testkit";
import { describe, expect, test } from "vitest";
import { catalog, drawing, edited, element, placeOf } from "../editing/editing.test-support.ts";
import { formOf, sizesOfForms } from "../geometry.ts";
import { tidyMicroflow } from "./tidy-microflow.ts";

type Drawing = ReturnType<typeof drawing>;

const tidied = (store: Drawing) =>
  edited(store, (transaction) => tidyMicroflow(transaction, catalog, "flow"));

const kindOf = (store: Drawing, id: string) => {
  const record = store.get(id);
  return record?.type === "element" ? record.kind : "";
};

/** The box of an element from the corner of what it is in. */
function boxOf(store: Drawing, id: string) {
  const { x = 0, y = 0, width, height } = placeOf(store, id) ?? {};
  const size = sizesOfForms[formOf(kindOf(store, id))];
  return { x, y, width: width ?? size.width, height: height ?? size.height };
}

const middleY = (store: Drawing, id: string) => {
  const { y, height } = boxOf(store, id);
  return y + height / 2;
};

/** A drawing of which nobody has placed anything: elements `name: kind` or `name: kind in loop`. */
function heap(elements: readonly string[], flows: readonly string[]): Drawing {
  return drawing(
    elements.map((text, position) => {
      const [, id = "", kind = "", parent = "flow"] = /^(\w+): (\w+)(?: in (\w+))?$/.exec(text) ?? [];
      return [element(id, kind, parent), 40 + ((position * 7) % 3), 200 + ((position * 5) % 4)] as const;
    }),
    flows,
  );
}

describe("tidying up a microflow", () => {
  test("puts what follows each other into one row, left to right, and leaves the start where it was", () => {
    const store = tidied(
      heap(["s: start", "a: createList", "b: createList", "e: end"], ["s>a", "a>b", "b>e"]),
    );
    const ids = ["s", "a", "b", "e"];
    const lefts = ids.map((id) => boxOf(store, id).x);
    expect(lefts).toEqual(lefts.toSorted((one, other) => one - other));
    expect(new Set(ids.map((id) => middleY(store, id))).size).toBe(1);
    expect(boxOf(store, "s")).toMatchObject({ x: 40, y: 200 });
  });

  test("leads the longest way straight on and puts branches below it, the inner ones nearer", () => {
    const store = tidied(
      heap(
        [
          "s: start",
          "ask: decision",
          "a: createList",
          "again: decision",
          "b: createList",
          "c: createList",
          "join: merge",
          "meet: merge",
          "other: createList",
          "e: end",
        ],
        [
          "s>ask",
          "ask>a",
          "a>again",
          "again>b",
          "again>c",
          "b>join",
          "c>join",
          "join>meet",
          "ask>other",
          "other>meet",
          "meet>e",
        ],
      ),
    );
    const straight = ["s", "ask", "a", "again", "b", "join", "meet", "e"];
    expect(new Set(straight.map((id) => middleY(store, id))).size).toBe(1);
    expect(middleY(store, "c")).toBeGreaterThan(middleY(store, "b"));
    expect(middleY(store, "other")).toBeGreaterThan(middleY(store, "c"));
    expect(boxOf(store, "meet").x).toBeGreaterThan(boxOf(store, "join").x);
  });

  test("lays out what is in a loop and gives the loop its size", () => {
    const store = tidied(
      heap(
        ["s: start", "l: loop", "a: createList in l", "b: createList in l", "e: end"],
        ["s>l", "a>b", "l>e"],
      ),
    );
    const [loop, a, b] = [boxOf(store, "l"), boxOf(store, "a"), boxOf(store, "b")];
    expect(a.x).toBeGreaterThan(0);
    expect(a.y).toBeGreaterThan(36);
    expect(b.x).toBeGreaterThan(a.x + a.width);
    expect(loop.width).toBeGreaterThan(b.x + b.width);
    expect(loop.height).toBeGreaterThan(b.y + b.height);
    expect(boxOf(store, "e").x).toBeGreaterThan(loop.x + loop.width);
  });

  test("puts what nothing leads to below, with columns of its own", () => {
    const flows = ["s>a", "a>e", "c>d"];
    const store = tidied(
      heap(["s: start", "a: createList", "c: createList", "d: createList", "e: end"], flows),
    );
    const start = boxOf(store, "s");
    expect(boxOf(store, "a").x - start.x - start.width).toBeLessThan(64);
    expect(boxOf(store, "c").y).toBeGreaterThan(boxOf(store, "a").y + 60);
  });

  test("puts parameters above, and takes a note along with what it is about", () => {
    const untidy = heap(["s: start", "p: parameter", "note: annotation", "a: createList"], ["s>a"]);
    const line = { id: "line", type: "annotationFlow", parent: "flow", from: "note", to: "a" } as const;
    const away: ProjectRecord = {
      id: placementId("note"),
      type: "placement",
      parent: "flow",
      of: "note",
      x: 60,
      y: 0,
    };
    edited(untidy, (transaction) => {
      transaction.add(line);
      transaction.put(away);
    });
    const before = boxOf(untidy, "a");
    const store = tidied(untidy);
    const [parameter, note, a] = [boxOf(store, "p"), boxOf(store, "note"), boxOf(store, "a")];
    expect(parameter.y + parameter.height).toBeLessThan(a.y);
    expect(note.x - a.x).toBeCloseTo(60 - before.x, -1);
  });

  test("is one step, and doing it again changes nothing", () => {
    const store = heap(
      ["s: start", "ask: decision", "a: createList", "e: end"],
      ["s>ask", "ask>a", "ask>e", "a>e"],
    );
    const before = [...store.records.values()];
    tidied(store);
    const after = [...store.records.values()];
    tidied(store);
    expect([...store.records.values()]).toEqual(after);
    store.undo();
    expect([...store.records.values()]).toEqual(before);
  });
});

const kinds = ["createList", "createList", "decision", "merge", "loop", "end"] as const;

/** Any elements, joined anyhow, also in circles. */
function anyHeap(seed: number): Drawing {
  const next = seededNumbers(seed);
  const upTo = (count: number) => Math.floor(next() * count);
  const ids = Array.from({ length: 3 + upTo(20) }, (_, at) => `n${at}`);
  const flows = new Set(
    ids.flatMap((from) =>
      Array.from({ length: upTo(3) }, () => ids[upTo(ids.length)] ?? "")
        .filter((to) => to !== from)
        .map((to) => `${from}>${to}`),
    ),
  );
  return heap(
    ids.map((id) => `${id}: ${kinds[upTo(kinds.length)] ?? "merge"}`),
    [...flows],
  );
}

test("no element of any microflow that was tidied up lies over another", () => {
  const found: string[] = [];
  for (let seed = 0; seed < 150; seed += 1) {
    const store = tidied(anyHeap(seed));
    const boxes = [...store.records.values()].flatMap((record) =>
      record.type === "element" ? [{ id: record.id, box: boxOf(store, record.id) }] : [],
    );
    boxes.forEach((one, at) => {
      for (const other of boxes.slice(at + 1)) {
        const isApart =
          one.box.x + one.box.width <= other.box.x ||
          other.box.x + other.box.width <= one.box.x ||
          one.box.y + one.box.height <= other.box.y ||
          other.box.y + other.box.height <= one.box.y;
        if (!isApart) found.push(`${seed}: ${one.id} over ${other.id}`);
      }
    });
  }
  expect(found).toEqual([]);
});
