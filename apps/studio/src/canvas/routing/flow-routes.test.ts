import { ProjectIndex, type ProjectRecord, type SequenceFlowRecord } from "@rivulet/model";
import { seededNumbers } from "@rivulet/testkit";
import { describe, expect, test } from "vitest";
import { catalog, drawing, element } from "../editing/editing.test-support.ts";
import type { Point } from "../geometry.ts";
import { placedElements } from "../placed-elements.ts";
import { flowLabel, labelSize } from "./flow-label.ts";
import { FlowRoutes } from "./flow-routes.ts";
import type { Box } from "./flow-sides.ts";
import { labelBox } from "./label-place.ts";
import { isOver } from "./obstacles.ts";
import { crosses, piecesOf, runTogether } from "./pieces.ts";

type Place = readonly [id: string, kind: string, x: number, y: number];

/** The ways of a drawing; flows are written `a>b`, or `a>b: outcome`. */
function routed(places: readonly Place[], flows: readonly string[]) {
  const outcomes = new Map(
    flows.map((flow) => {
      const [ends = "", outcome] = flow.split(": ");
      return [ends.replace(">", "-"), outcome] as const;
    }),
  );
  const store = drawing(
    places.map(([id, kind, x, y]) => [element(id, kind), x, y] as const),
    flows.map((flow) => flow.split(": ")[0] ?? ""),
  );
  const records = [...store.records.values()].map((record): ProjectRecord => {
    const outcome = record.type === "sequenceFlow" ? outcomes.get(record.id) : undefined;
    return record.type === "sequenceFlow" && outcome !== undefined
      ? { ...record, outcomes: [outcome] }
      : record;
  });
  const index = new ProjectIndex(new Map(records.map((record) => [record.id, record])));
  const routes = new FlowRoutes(catalog, index, "flow");
  const flowsOf = records.filter((record): record is SequenceFlowRecord => record.type === "sequenceFlow");
  const elements = new Map(placedElements(index, "flow").map(({ id, box }) => [id, box]));
  const drawn = flowsOf.map((flow) => {
    const source = index.records.get(flow.from);
    const label = flowLabel(catalog, source?.type === "element" ? source : undefined, flow);
    const route = routes.route(flow);
    const box = label && route?.label ? labelBox(route.label, labelSize(label)) : undefined;
    return { flow, points: route?.points ?? [], label: box };
  });
  return { drawn, elements, routes };
}

type Routed = ReturnType<typeof routed>;

/** What is hard to read in a drawing, in words. */
function faultsOf({ drawn, elements }: Routed): string[] {
  const found: string[] = [];
  const nameOfHit = (isHit: (box: Box) => boolean, except: readonly string[] = []) =>
    [...elements].find(([id, box]) => !except.includes(id) && isHit(box))?.[0];
  for (const { flow, points, label } of drawn) {
    for (const piece of piecesOf(points)) {
      const hit = nameOfHit((box) => crosses(piece, box), [flow.from, flow.to]);
      if (hit !== undefined) found.push(`${flow.id} runs through ${hit}`);
    }
    const hidden = label && nameOfHit((box) => isOver(label, box));
    if (hidden !== undefined) found.push(`the name of ${flow.id} lies over ${hidden}`);
    for (const other of drawn) {
      if (other.flow.id <= flow.id || other.flow.from !== flow.from) continue;
      if (label && other.label && isOver(label, other.label))
        found.push(`the names of ${flow.id} and ${other.flow.id} lie over each other`);
      piecesOf(points).forEach((piece, at) =>
        piecesOf(other.points).forEach((otherPiece, position) => {
          if (at + position > 0 && runTogether(piece, otherPiece))
            found.push(`${flow.id} and ${other.flow.id} run together`);
        }),
      );
    }
  }
  return found;
}

const row: readonly Place[] = [
  ["ask", "decision", 0, 98],
  ["near", "createList", 120, 100],
  ["far", "createList", 364, 100],
];

describe("sequence flows", () => {
  test.each([
    ["two outcomes to the same row", row, ["ask>near: true", "ask>far: false", "near>far"]],
    [
      "outcomes to three rows",
      [...row, ["below", "createList", 120, 260], ["lower", "createList", 120, 420]],
      ["ask>near: Gold", "ask>below: Silver", "ask>lower: Bronze"],
    ],
    [
      "a long name before something further",
      row.map(([id, kind, x, y]): Place => [id, kind, id === "ask" ? x - 100 : x, y]),
      ["ask>near: Delivered and paid", "ask>far: Everything else", "near>far"],
    ],
    [
      "a flow past others in its row",
      [
        ["one", "createList", 0, 100],
        ["two", "createList", 244, 100],
        ["three", "createList", 488, 100],
      ],
      ["one>three"],
    ],
    [
      "a flow back past others in its row",
      [
        ["join", "merge", 0, 112],
        ["two", "createList", 92, 100],
        ["ask", "decision", 336, 98],
        ["end", "end", 500, 114],
      ],
      ["join>two", "two>ask", "ask>join: false", "ask>end: true"],
    ],
  ] satisfies readonly (readonly [string, readonly Place[], readonly string[]])[])(
    "%s: none runs through an element, shares its way with another or has a hidden name",
    (_, places, flows) => {
      expect(faultsOf(routed(places, flows))).toEqual([]);
    },
  );

  test("a flow that nothing is in the way of stays straight", () => {
    const { drawn } = routed(row, ["ask>near: true"]);
    expect(drawn[0]?.points).toEqual([
      { x: 64, y: 130 },
      { x: 120, y: 130 },
    ]);
  });

  test("a flow back to a neighbour is straight, unless one leads forward there", () => {
    const places: readonly Place[] = [
      ["left", "createList", 0, 100],
      ["right", "createList", 300, 100],
    ];
    const back = (flows: readonly string[]) =>
      routed(places, flows).routes.route({ id: "right-left", from: "right" })?.points;
    expect(back(["right>left"])).toEqual([
      { x: 300, y: 130 },
      { x: 188, y: 130 },
    ]);
    expect(back(["left>right", "right>left"])).toHaveLength(4);
  });

  test("an element that is dragged takes its flows with it, round what stands there", () => {
    const places: readonly Place[] = [...row, ["low", "createList", 364, 300]];
    const { routes, drawn } = routed(places, ["ask>low"]);
    const [low] = drawn;
    const live = (id: string) => (id === "low" ? { x: 364, y: 200, width: 188, height: 60 } : undefined);
    const points: readonly Point[] = (low && routes.liveRoute(low.flow, live)?.points) ?? [];
    expect(points.at(-1)).toEqual({ x: 364, y: 230 });
    expect(routes.route({ id: "ask-low", from: "ask" })?.points.at(-1)).toEqual({ x: 364, y: 330 });
  });
});

const kinds = ["createList", "createList", "createList", "decision", "merge"] as const;
const words = ["true", "false", "Gold", "(empty)", "Delivered", "In progress"];

/** A drawing with room between its elements, as people make them, with any flows. */
function anyDrawing(seed: number): Routed {
  const next = seededNumbers(seed);
  const upTo = (count: number) => Math.floor(next() * count);
  const places: Place[] = [];
  for (let column = 0; column < 6; column += 1) {
    for (let line = 0; line < 4; line += 1) {
      if (next() < 0.35) continue;
      const kind = kinds[upTo(kinds.length)] ?? "merge";
      places.push([`${column}${line}`, kind, column * 330 + upTo(50), line * 190 + upTo(40)]);
    }
  }
  const flows = new Map<string, string>();
  const link = (from: Place | undefined, to: Place | undefined, outcome: string) => {
    if (from && to && from !== to) flows.set(`${from[0]}>${to[0]}`, outcome);
  };
  for (const from of places) {
    const isDecision = from[1] === "decision";
    for (let count = isDecision ? 2 + upTo(2) : 1; count > 0; count -= 1)
      link(from, places[upTo(places.length)], isDecision ? `: ${words[upTo(words.length)]}` : "");
  }
  return routed(
    places,
    [...flows].map(([ends, outcome]) => ends + outcome),
  );
}

test("where there is room no flow of any drawing runs through an element or together with its sibling, and no name is hidden", () => {
  const found = Array.from({ length: 120 }, (_, seed) => [seed, faultsOf(anyDrawing(seed))] as const);
  expect(found.filter(([, faults]) => faults.length > 0)).toEqual([]);
});
