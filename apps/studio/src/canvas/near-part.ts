import type { CanvasProjection } from "./projection.ts";
import type { Box } from "./routing/flow-sides.ts";
import { isOver } from "./routing/obstacles.ts";

/** How much further than the screen its surroundings reach on each side, in screens. */
const surroundings = 0.1;
/** A region that is wider than so many screens is too large for what is seen now. */
const tooWide = 3;

/** What the screen shows, and the region round it: moving a little stays within. In canvas units. */
export interface Neighbourhood {
  readonly view: Box;
  readonly region: Box;
}

export function neighbourhoodOf(view: Box): Neighbourhood {
  const { x, y, width, height } = view;
  const region = {
    x: x - width * surroundings,
    y: y - height * surroundings,
    width: width * (1 + 2 * surroundings),
    height: height * (1 + 2 * surroundings),
  };
  return { view, region };
}

/** Whether a neighbourhood still holds all that is seen, and not far more. */
export function servesView({ region }: Neighbourhood, view: Box): boolean {
  const holdsAcross = region.x <= view.x && region.x + region.width >= view.x + view.width;
  const holdsDown = region.y <= view.y && region.y + region.height >= view.y + view.height;
  return holdsAcross && holdsDown && region.width <= view.width * tooWide;
}

/**
 * The elements that are needed to draw a neighbourhood: those in it, the ends of the flows that cross it, and the loops
 * round them. What is kept is among them wherever it is, such as the selection, with which gestures work. In the order
 * in which they are best drawn: loops before what is in them, then what is seen.
 */
export function elementsNear(
  { nodes, edges, boxes }: CanvasProjection,
  { view, region }: Neighbourhood,
  kept: ReadonlySet<string>,
): readonly string[] {
  // All elements and flows are looked at for each move out of the region: nothing is made for those that are far.
  const near = new Set<string>();
  for (const [id, box] of boxes) if (kept.has(id) || isOver(box, region)) near.add(id);
  for (const { id, source, target } of edges) {
    if (kept.has(id) || isBetweenOver(boxes.get(source), boxes.get(target), region))
      near.add(source).add(target);
  }
  const loops = new Set<string>();
  // In the document loops stand before what is in them: from the end, each hands on its own loop.
  for (let at = nodes.length - 1; at >= 0; at -= 1) {
    const node = nodes[at];
    if (node?.parentId === undefined || !near.has(node.id)) continue;
    near.add(node.parentId);
    loops.add(node.parentId);
  }
  const ranked: readonly [string[], string[], string[]] = [[], [], []];
  for (const { id } of nodes) if (near.has(id)) ranked[rankOf(id)].push(id);
  return ranked.flat();

  function rankOf(id: string): 0 | 1 | 2 {
    if (loops.has(id)) return 0;
    const box = boxes.get(id);
    return box && isOver(box, view) ? 1 : 2;
  }
}

/** Whether the box round both ends of a flow lies over a region. */
function isBetweenOver(from: Box | undefined, to: Box | undefined, region: Box): boolean {
  const one = from ?? to;
  const other = to ?? from;
  if (!one || !other) return false;
  const left = Math.min(one.x, other.x);
  const right = Math.max(one.x + one.width, other.x + other.width);
  const top = Math.min(one.y, other.y);
  const bottom = Math.max(one.y + one.height, other.y + other.height);
  const across = left < region.x + region.width && region.x < right;
  return across && top < region.y + region.height && region.y < bottom;
}

/**
 * What is drawn next on the way to what is wanted: all of it that is drawn already, and at most so many others. A
 * screenful that came into view at once would hold up the page.
 *
 * @example stepTowards(["a", "b", "c"], new Set(["a", "x"]), 1) // a and b
 */
export function stepTowards(
  wanted: readonly string[],
  drawn: ReadonlySet<string>,
  most: number,
): ReadonlySet<string> {
  let added = 0;
  return new Set(wanted.filter((id) => drawn.has(id) || ++added <= most));
}

/** The elements that are drawn, and the flows between them. */
export function partOf({ nodes, edges }: CanvasProjection, drawn: ReadonlySet<string>) {
  return {
    nodes: nodes.filter(({ id }) => drawn.has(id)),
    edges: edges.filter(({ source, target }) => drawn.has(source) && drawn.has(target)),
  };
}
