/** Whether every way to `node` leads over `dominator`; nodes are numbers. A node dominates itself. */
export type Dominates = (dominator: number, node: number) => boolean;

function commonDominator(parents: readonly number[], left: number, right: number): number {
  let [low, high] = [left, right];
  while (low !== high) {
    while (low > high) low = parents[low] ?? -1;
    while (high > low) high = parents[high] ?? -1;
  }
  return low;
}

/** The nearest dominator of each node, -1 for none. */
function nearestDominators(predecessors: readonly (readonly number[])[]): number[] {
  const parents: number[] = [];
  for (let isSettled = false; !isSettled; ) {
    isSettled = true;
    for (const [node, from] of predecessors.entries()) {
      const isBeginning = !from.some((predecessor) => predecessor < node);
      const known = isBeginning ? [] : from.filter((predecessor) => parents[predecessor] !== undefined);
      const [first = -1, ...others] = known;
      const parent = others.reduce((left, right) => commonDominator(parents, left, right), first);
      if (parents[node] === parent) continue;
      parents[node] = parent;
      isSettled = false;
    }
  }
  return parents;
}

/**
 * Dominators of a graph: a variable can be used exactly where the element that makes it dominates the user, since
 * then every way has made it. Nodes are numbered in the order of a run, so that a node's dominators have smaller
 * numbers; a node without a predecessor of a smaller number is a beginning. (Cooper, Harvey, Kennedy: A simple, fast dominance algorithm;
 * the tree is then numbered so that a question takes constant time.)
 *
 * @example dominators([[], [0], [0], [1, 2]])(0, 3) // true
 */
export function dominators(predecessors: readonly (readonly number[])[]): Dominates {
  const parents = nearestDominators(predecessors);
  const sizes = parents.map(() => 1);
  for (let node = parents.length - 1; node >= 0; node -= 1) {
    const parent = parents[node] ?? -1;
    if (parent >= 0) sizes[parent] = (sizes[parent] ?? 0) + (sizes[node] ?? 0);
  }
  let nextTree = 0;
  const numbers: number[] = [];
  const nextChild: number[] = [];
  for (const [node, parent] of parents.entries()) {
    const number = parent < 0 ? nextTree : (nextChild[parent] ?? 0);
    const end = number + (sizes[node] ?? 1);
    if (parent < 0) nextTree = end;
    else nextChild[parent] = end;
    numbers[node] = number;
    nextChild[node] = number + 1;
  }
  return (dominator, node) => {
    const first = numbers[dominator] ?? 0;
    const number = numbers[node] ?? -1;
    return first <= number && number < first + (sizes[dominator] ?? 0);
  };
}
