import { type EntitySketch, type LoopSketch } from "./sample-flows.ts";

/**
 * Flows of other shapes, which a server runs before and beside the one that is measured: entities of 1 to 12
 * attributes of all kinds, expressions of every operator. Without them V8 would fit the runtime to a single flow.
 */

const kinds = ["long", "string", "decimal", "boolean"] as const;

/** How many other flows there are. */
const otherFlowCount = 80;

const expressions: Readonly<Record<(typeof kinds)[number], readonly string[]>> = {
  long: [
    "$Item/A * 2",
    "$Item/A + $currentIndex",
    "($Item/A - 4) * ($Item/A + 4)",
    "if $Item/A > 10 then $Item/A else 0 - $Item/A",
    "$Item/A mod 7",
    "length($Item/B) + 1",
    "9007199254740991 + $Item/A",
  ],
  string: [
    "$Item/B",
    "'item ' + $Item/B",
    "$Item/B + '-' + $currentIndex",
    "toUpperCase($Item/B)",
    "if $Item/A = 3 then 'three' else empty",
    "toString($Item/A)",
  ],
  decimal: ["$Item/A * 1.21", "$Item/A div 3", "1.5 + $currentIndex", "empty"],
  boolean: [
    "$Item/A > 3",
    "$Item/B = 'n3' or $Item/A < 2",
    "not($Item/A = 4)",
    "$Item/B != empty and $Item/A >= 0",
  ],
};

const conditions = [
  "$New/A > 20",
  "$New/A != empty",
  "$currentIndex mod 2 = 0",
  "$Item/A > 1 and $Item/B != 'n7'",
  "$Item/A = 3 or $Item/A > 5",
  "$New/B = $Item/B",
];

function pick<Item>(items: readonly Item[], position: number): Item {
  return items[position % items.length] as Item;
}

function attributesOf(flow: number): EntitySketch {
  const extra = Array.from({ length: flow % 11 }, (_, index) => [
    String.fromCharCode(67 + index),
    pick(kinds, flow + index),
  ]);
  return { A: "long", B: "string", ...Object.fromEntries(extra) };
}

/** The entities of the other flows. */
export const otherEntities: Readonly<Record<string, EntitySketch>> = Object.fromEntries(
  Array.from({ length: otherFlowCount }, (_, flow) => [`Entity${flow}`, attributesOf(flow)]),
);

/** The other flows: each goes over a list of one entity and makes objects of the next. */
export const otherFlows: readonly LoopSketch[] = Array.from({ length: otherFlowCount }, (_, flow) => {
  const to = `Entity${(flow + 1) % otherFlowCount}`;
  const members = Object.entries(otherEntities[to] ?? {})
    .filter((_member, index) => index < 2 || (flow + index) % 3 > 0)
    .map(([name, kind], index) => [name, pick(expressions[kind], flow + index)]);
  return {
    name: `Other${flow}`,
    from: `Entity${flow}`,
    to,
    members: Object.fromEntries(members),
    condition: pick(conditions, flow),
  };
});
