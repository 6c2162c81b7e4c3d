import type { CanvasProjection } from "./projection.ts";
import { type Box, boundsOf } from "./routing/flow-sides.ts";
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
  const near = new Set<string>();
  for (const [id, box] of boxes) if (kept.has(id) || isOver(box, region)) near.add(id);
  for (const { id, source, target } of edges) {
    const bounds = boundsOf([boxes.get(source), boxes.get(target)].filter((box) => box !== undefined));
    if (kept.has(id) || (bounds && isOver(bounds, region))) near.add(source).add(target);
  }
  const loops = new Set<string>();
  // In the document loops stand before what is in them: from the end, each hands on its own loop.
  for (const { id, parentId } of nodes.toReversed()) {
    if (parentId === undefined || !near.has(id)) continue;
    near.add(parentId);
    loops.add(parentId);
  }
  const rankOf = (id: string) => {
    if (loops.has(id)) return 0;
    const box = boxes.get(id);
    return box && isOver(box, view) ? 1 : 2;
  };
  const ranked = Map.groupBy(
    nodes.flatMap(({ id }) => (near.has(id) ? [id] : [])),
    rankOf,
  );
  return ([0, 1, 2] as const).flatMap((rank) => ranked.get(rank) ?? []);
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
