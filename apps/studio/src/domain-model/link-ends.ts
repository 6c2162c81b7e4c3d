import type { RouteEnd, Side } from "../canvas/routing/flow-routing.ts";
import type { Box } from "../canvas/routing/flow-sides.ts";

/** A line between two entities, or from one to itself. */
export interface ModelLink {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: "association" | "generalization";
}

/** The points at which a line is attached to its entities. */
export interface LinkEnds {
  readonly from: RouteEnd;
  readonly to: RouteEnd;
}

/** Further apart than this, what stands above each other is joined beside what is between. */
const closeBelow = 240;
/** So far apart a general entity and its specialization form a tree. */
const treeGap = 40;

/** The sides at which a line leaves one entity and reaches another: those that face each other. */
function facingSides(
  kind: ModelLink["kind"],
  from: Box,
  to: Box,
): { readonly from: Side; readonly to: Side } {
  const below = to.y - (from.y + from.height);
  const above = from.y - (to.y + to.height);
  if (kind === "generalization" && above >= treeGap) return { from: "top", to: "bottom" };
  if (kind === "generalization" && below >= treeGap) return { from: "bottom", to: "top" };
  if (to.x >= from.x + from.width) return { from: "right", to: "left" };
  if (from.x >= to.x + to.width) return { from: "left", to: "right" };
  if (below >= 0 && below < closeBelow) return { from: "bottom", to: "top" };
  if (above >= 0 && above < closeBelow) return { from: "top", to: "bottom" };
  return { from: "right", to: "right" };
}

interface Attached {
  readonly link: ModelLink;
  readonly which: keyof LinkEnds;
  /** What shares one point: all specializations lead to one arrow. */
  readonly slot: string;
  /** Ends stand in the order of where their lines come from, so that these do not cross. */
  readonly order: number;
}

/** What is attached at one side of an entity. */
interface AttachedSide {
  readonly box: Box;
  readonly side: Side;
  readonly ends: Attached[];
}

const isUpright = (side: Side) => side === "left" || side === "right";
const orderAt = (side: Side, { x, y, width, height }: Box) =>
  isUpright(side) ? y + height / 2 : x + width / 2;

function pointOn(box: Box, side: Side, share: number): RouteEnd {
  const x = side === "left" ? box.x : side === "right" ? box.x + box.width : box.x + box.width * share;
  const y = side === "top" ? box.y : side === "bottom" ? box.y + box.height : box.y + box.height * share;
  return { x: Math.round(x), y: Math.round(y), side };
}

function attachedSides(links: readonly ModelLink[], boxes: ReadonlyMap<string, Box>): Iterable<AttachedSide> {
  const sides = new Map<string, AttachedSide>();
  const attach = (box: Box, side: Side, end: Attached) => {
    const key = `${side} ${end.link[end.which]}`;
    const present = sides.get(key) ?? { box, side, ends: [] };
    sides.set(key, present);
    present.ends.push(end);
  };
  for (const link of links) {
    const [from, to] = [boxes.get(link.from), boxes.get(link.to)];
    if (!from || !to || link.from === link.to) continue;
    const facing = facingSides(link.kind, from, to);
    const target = link.kind === "generalization" ? "generalization" : link.id;
    attach(from, facing.from, { link, which: "from", slot: link.id, order: orderAt(facing.from, to) });
    attach(to, facing.to, { link, which: "to", slot: target, order: orderAt(facing.to, from) });
  }
  return sides.values();
}

/** Where the lines between entities are attached: those at one side of an entity stand apart from each other. */
export function linkEnds(
  links: readonly ModelLink[],
  boxes: ReadonlyMap<string, Box>,
): ReadonlyMap<string, LinkEnds> {
  const found = new Map<string, Partial<LinkEnds>>();
  for (const { box, side, ends } of attachedSides(links, boxes)) {
    const ordered = ends.toSorted(
      (one, other) => one.order - other.order || (one.link.id < other.link.id ? -1 : 1),
    );
    const slots = [...new Set(ordered.map(({ slot }) => slot))];
    for (const { link, which, slot } of ordered) {
      const point = pointOn(box, side, (slots.indexOf(slot) + 1) / (slots.length + 1));
      found.set(link.id, { ...found.get(link.id), [which]: point });
    }
  }
  return new Map([...found].flatMap(([id, { from, to }]) => (from && to ? [[id, { from, to }]] : [])));
}
