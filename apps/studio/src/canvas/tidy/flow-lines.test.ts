import { seededNumbers } from "@rivulet/testkit";
import { describe, expect, test } from "vitest";
import type { Point } from "../geometry.ts";
import { type LayoutElement, layoutFlow } from "./flow-layout.ts";
import type { LayoutFlow } from "./flow-order.ts";

const lineWidth = 1100;
const card = { width: 188, height: 60 };

const element = (id: string, size = card): LayoutElement => ({ id, size, writing: 0 });
const flow = (from: string, to: string, isAside = false): LayoutFlow => ({
  from,
  to,
  isAside,
  labelWidth: 0,
});

/** `n0` to the last one. */
const names = (count: number) => Array.from({ length: count }, (_, at) => `n${at}`);
const chain = (ids: readonly string[]) => ids.slice(1).map((to, at) => flow(ids[at] ?? "", to));

interface Placed extends Point {
  readonly right: number;
  readonly bottom: number;
}

function layout(elements: readonly LayoutElement[], flows: readonly LayoutFlow[]) {
  const places = layoutFlow(elements, flows, lineWidth);
  return new Map(
    elements.map(({ id, size }): [string, Placed] => {
      const { x, y } = places.get(id) ?? { x: NaN, y: NaN };
      return [id, { x, y, right: x + size.width, bottom: y + size.height }];
    }),
  );
}

type Layout = ReturnType<typeof layout>;

const at = (placed: Layout, id: string): Placed =>
  placed.get(id) ?? { x: NaN, y: NaN, right: NaN, bottom: NaN };
const widthOf = (placed: Layout) =>
  Math.max(...[...placed.values()].map(({ right }) => right)) -
  Math.min(...[...placed.values()].map(({ x }) => x));
/** Whether one is read before the other: further left in its line, or in a line above. */
const isBefore = (one: Placed, other: Placed) => one.right < other.x || one.bottom < other.y;

describe("a flow in lines", () => {
  test("is one line as long as it fits", () => {
    const ids = names(5);
    const placed = layout(
      ids.map((id) => element(id)),
      chain(ids),
    );
    expect(new Set([...placed.values()].map(({ y }) => y)).size).toBe(1);
  });

  test("goes on below like text, behind where the first activity stands", () => {
    const ids = names(17);
    const elements = ids.map((id, position) =>
      element(id, position === 0 ? { width: 32, height: 32 } : card),
    );
    const placed = layout(elements, chain(ids));
    expect(widthOf(placed)).toBeLessThanOrEqual(lineWidth * 1.1);
    for (const [position, id] of ids.slice(1).entries())
      expect(isBefore(at(placed, ids[position] ?? ""), at(placed, id))).toBe(true);
    const lefts = [...placed.values()].filter(({ x }) => x < 100).map(({ x }) => x);
    expect(new Set(lefts.slice(1))).toEqual(new Set([88]));
  });

  test("ends a line where one flow leads on, not between a decision and what meets behind it", () => {
    const ids = names(9);
    const branches = ["over", "under"];
    const flows = [
      ...chain(ids.slice(0, 4)),
      ...branches.flatMap((branch) => [flow("n3", branch), flow(branch, "n4")]),
      ...chain(ids.slice(4)),
    ];
    const placed = layout(
      [...ids, ...branches].map((id) => element(id)),
      flows,
    );
    const lineOf = (id: string) => at(placed, id).x;
    // Before the decision there is room for one more: it goes to the next line together with its branches.
    expect(lineOf("n3")).toBe(lineOf("n0"));
    for (const branch of branches) expect(at(placed, branch).x).toBeGreaterThan(at(placed, "n3").right);
    expect(at(placed, "n4").x).toBeGreaterThan(at(placed, "over").right);
  });

  test("keeps an error handler right below what it handles", () => {
    const ids = names(12);
    const handled = ["n2", "n4", "n7", "n11"];
    const flows = [
      ...chain(ids),
      ...handled.flatMap((id) => [flow(id, `log ${id}`, true), flow(`log ${id}`, `raise ${id}`)]),
    ];
    const handlers = handled.flatMap((id) => [
      element(`log ${id}`),
      element(`raise ${id}`, { width: 32, height: 32 }),
    ]);
    const placed = layout([...ids.map((id) => element(id)), ...handlers], flows);
    for (const id of handled) {
      const [origin, log] = [at(placed, id), at(placed, `log ${id}`)];
      expect({ x: log.x, isBelow: log.y > origin.bottom }).toEqual({ x: origin.x, isBelow: true });
      expect(log.y - origin.bottom).toBeLessThan(300);
    }
  });

  test("gives an element that is wider than a line a line of its own", () => {
    const ids = names(5);
    const elements = ids.map((id) => element(id, id === "n2" ? { width: 2000, height: 300 } : card));
    const placed = layout(elements, chain(ids));
    expect(at(placed, "n2").y).toBeGreaterThan(at(placed, "n1").bottom);
    expect(at(placed, "n3").y).toBeGreaterThan(at(placed, "n2").bottom);
    expect(widthOf(placed)).toBeLessThan(2100);
  });
});

/** Long flows with loops of any size, branches that meet again or end, handlers and ways back. */
function anyFlow(seed: number) {
  const next = seededNumbers(seed);
  const upTo = (count: number) => Math.floor(next() * count);
  const ids = names(8 + upTo(30));
  const elements = ids.map((id) =>
    element(id, upTo(6) === 0 ? { width: 260 + upTo(900), height: 140 + upTo(300) } : card),
  );
  const flows = chain(ids);
  for (let branch = 0; branch < 6; branch += 1) {
    const [id, from] = [`b${branch}`, upTo(ids.length - 2)];
    elements.push(element(id));
    flows.push(flow(ids[from] ?? "", id, upTo(2) === 0));
    const to = [ids[from + 1 + upTo(ids.length - from - 1)], ids[upTo(from + 1)], undefined][upTo(3)];
    if (to !== undefined) flows.push(flow(id, to));
  }
  return { elements, flows, ids };
}

test("of any flow nothing lies over anything else, the order is kept, and no line is needlessly wide", () => {
  const faults: string[] = [];
  for (let seed = 0; seed < 200; seed += 1) {
    const { elements, flows, ids } = anyFlow(seed);
    const placed = layout(elements, flows);
    const boxes = [...placed];
    boxes.forEach(([id, box], position) => {
      for (const [other, { x, y, right, bottom }] of boxes.slice(position + 1)) {
        const isApart = box.right <= x || right <= box.x || box.bottom <= y || bottom <= box.y;
        if (!isApart) faults.push(`${seed}: ${id} over ${other}`);
      }
    });
    for (const [position, id] of ids.slice(1).entries())
      if (!isBefore(at(placed, ids[position] ?? ""), at(placed, id))) faults.push(`${seed}: order of ${id}`);
    const widest = Math.max(...elements.map(({ size }) => size.width));
    if (widthOf(placed) > lineWidth + widest + 600) faults.push(`${seed}: ${widthOf(placed)} wide`);
  }
  expect(faults).toEqual([]);
});
