import { buildProject, createVariable, type ElementSketch } from "@rivulet/testkit";
import fc from "fast-check";
import { expect, test } from "vitest";
import { analyseMicroflow } from "./analyse-microflow.ts";

interface Edge {
  readonly from: number;
  readonly to: number;
  readonly isErrorHandler: boolean;
}

const size = 6;
const edges = fc.array(
  fc.record({
    from: fc.nat({ max: size }),
    to: fc.integer({ min: 1, max: size }),
    isErrorHandler: fc.boolean(),
  }),
  { minLength: 1, maxLength: 12 },
);

/** Element 0 is the start; element `i` makes the variable `Vi`. */
function elementsOf(): Record<string, ElementSketch> {
  const numbers = Array.from({ length: size }, (_, index) => index + 1);
  return Object.fromEntries(numbers.map((number) => [`e${number}`, createVariable(`V${number}`, "String")]));
}

function arrow({ from, to, isErrorHandler }: Edge): string {
  return `${from === 0 ? "start" : `e${from}`} ${isErrorHandler ? "!" : ""}> e${to}`;
}

/**
 * The variables that every way from the start to `target` has made, by walking all ways without a repetition. An error
 * handler makes `latestError`, whichever it is.
 */
function madeOnAllWays(graph: readonly Edge[], target: number): Set<string> | undefined {
  const found: Set<string>[] = [];
  const walk = (node: number, visited: readonly number[], made: readonly string[]): void => {
    if (node === target) found.push(new Set(made));
    for (const edge of graph) {
      if (edge.from !== node || visited.includes(edge.to)) continue;
      const own = edge.isErrorHandler ? ["latestError"] : node === 0 ? [] : [`V${node}`];
      walk(edge.to, [...visited, edge.to], [...made, ...own]);
    }
  };
  walk(0, [0], []);
  const [first, ...others] = found;
  return first && new Set([...first].filter((name) => others.every((way) => way.has(name))));
}

test("a variable is available exactly where every way from the start has made it", () => {
  fc.assert(
    fc.property(edges, (drawn) => {
      const graph = drawn.filter(({ from, to }) => from !== to);
      const flow = { elements: elementsOf(), flows: graph.map(arrow) };
      const project = buildProject({ modules: { M: { microflows: { Flow: flow } } } });
      const microflow = project.index.microflow("M.Flow");
      const analysis = microflow && analyseMicroflow(microflow, project);
      for (let element = 1; element <= size; element += 1) {
        const expected = madeOnAllWays(graph, element);
        if (!expected) continue;
        expected.delete(`V${element}`);
        const scope = analysis?.scopeAt(`M.Flow.e${element}`);
        const made = [...(scope?.variables() ?? [])].filter(({ reach }) => reach !== "run");
        const actual = made.map(({ name }) => name);
        expect(actual.toSorted()).toEqual([...expected].toSorted());
      }
    }),
    { numRuns: 1_000 },
  );
});
