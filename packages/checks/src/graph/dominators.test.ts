import fc from "fast-check";
import { expect, test } from "vitest";
import { dominators } from "./dominators.ts";

/** Node `removed` dominates `node` when no way leads there without it. */
function reachesWithout(
  predecessors: readonly (readonly number[])[],
  removed: number,
  node: number,
): boolean {
  const reached = new Set<number>();
  for (const [candidate, from] of predecessors.entries()) {
    const isBeginning = !from.some((predecessor) => predecessor < candidate);
    if (isBeginning && candidate !== removed) reached.add(candidate);
  }
  for (let size = -1; size !== reached.size; ) {
    size = reached.size;
    for (const [candidate, from] of predecessors.entries()) {
      if (candidate !== removed && from.some((predecessor) => reached.has(predecessor)))
        reached.add(candidate);
    }
  }
  return reached.has(node);
}

/** Graphs in the order of a run: each node but beginnings has a predecessor before it, others anywhere. */
const graphs = fc
  .integer({ min: 1, max: 9 })
  .chain((size) =>
    fc.tuple(
      ...Array.from({ length: size }, (_, node) =>
        fc.record({
          before: fc.array(fc.nat({ max: Math.max(node - 1, 0) }), { maxLength: node === 0 ? 0 : 3 }),
          anywhere: fc.array(fc.nat({ max: size - 1 }), { maxLength: 2 }),
        }),
      ),
    ),
  )
  .map((nodes) =>
    nodes.map(({ before, anywhere }, node) => [...before, ...anywhere].filter((from) => from !== node)),
  );

test("a node dominates another exactly when the other cannot be reached without it", () => {
  fc.assert(
    fc.property(graphs, (predecessors) => {
      const dominates = dominators(predecessors);
      for (const dominator of predecessors.keys()) {
        for (const node of predecessors.keys()) {
          const expected = dominator === node || !reachesWithout(predecessors, dominator, node);
          expect([dominator, node, dominates(dominator, node)]).toEqual([dominator, node, expected]);
        }
      }
    }),
    { numRuns: 500 },
  );
});

test("a chain of 20,000 nodes is no problem", () => {
  const chain = Array.from({ length: 20_000 }, (_, node) => (node === 0 ? [] : [node - 1]));
  const dominates = dominators(chain);
  expect([dominates(0, 19_999), dominates(19_999, 0)]).toEqual([true, false]);
});
