import { type AssociationRecord, type EntityRecord, type ProjectIndex, placementId } from "@rivulet/model";
import { type Edge, type Node, Position } from "@xyflow/react";
import type { Size } from "../canvas/geometry.ts";
import type { Side } from "../canvas/routing/flow-routing.ts";
import { type Box, sideMiddle } from "../canvas/routing/flow-sides.ts";
import { layoutEntities } from "./auto-layout.ts";
import { entitySize } from "./entity-geometry.ts";

/** An entity on the canvas. */
export type EntityNode = Node<{ readonly entityId: string }, "entity">;
/** An association, or the line from an entity to its generalization in the same module. */
export type ModelEdge = Edge<{ readonly associationId?: string }, "association" | "generalization">;

const positions: Readonly<Record<Side, Position>> = {
  left: Position.Left,
  right: Position.Right,
  top: Position.Top,
  bottom: Position.Bottom,
};

/** Which entities of a module belong together. */
function linksOf(index: ProjectIndex, module: string): [string, string][] {
  return index.children(module).flatMap((record): [string, string][] => {
    if (record.type === "entity" && record.generalization !== undefined) {
      const general = index.entity(record.generalization);
      return general ? [[record.id, general.id]] : [];
    }
    if (record.type !== "association") return [];
    const owner = index.entity(record.owner);
    const target = index.entity(record.target);
    return owner && target ? [[owner.id, target.id]] : [];
  });
}

/** Where each entity is: its own place, or one beside its relatives when it was never placed. */
export function entityBoxes(index: ProjectIndex, module: string): Map<string, Box> {
  const boxes = new Map<string, Box>();
  const sizes = new Map<string, Size>();
  let bottom = 0;
  for (const entity of index.children(module)) {
    if (entity.type !== "entity") continue;
    const size = entitySize(entity);
    const placement = index.records.get(placementId(entity.id));
    if (placement?.type !== "placement") sizes.set(entity.id, size);
    else {
      boxes.set(entity.id, { x: placement.x, y: placement.y, ...size });
      bottom = Math.max(bottom, placement.y + size.height + 60);
    }
  }
  if (sizes.size === 0) return boxes;
  for (const [id, { x, y }] of layoutEntities({ sizes, links: linksOf(index, module) })) {
    const size = sizes.get(id);
    if (size) boxes.set(id, { x, y: y + bottom, ...size });
  }
  return boxes;
}

function nodeOf(entity: EntityRecord, box: Box): EntityNode {
  const local = { x: 0, y: 0, width: box.width, height: box.height };
  return {
    id: entity.id,
    type: "entity",
    data: { entityId: entity.id },
    position: { x: box.x, y: box.y },
    width: box.width,
    height: box.height,
    measured: { width: box.width, height: box.height },
    handles: (Object.keys(positions) as Side[]).flatMap((side) => {
      const { x, y } = sideMiddle(local, side);
      const place = { id: side, position: positions[side], x, y, width: 1, height: 1 };
      return [
        { ...place, type: "source" as const },
        { ...place, type: "target" as const },
      ];
    }),
  };
}

/** The entities of a module as nodes, their associations and generalizations within it as edges. */
export class DomainModelProjector {
  readonly #module: string;
  readonly #nodes = new Map<string, { entity: EntityRecord; key: string; node: EntityNode }>();

  constructor(module: string) {
    this.#module = module;
  }

  project(index: ProjectIndex): { nodes: EntityNode[]; edges: ModelEdge[] } {
    const children = index.children(this.#module);
    const entities = children.filter(
      (record): record is EntityRecord & typeof record => record.type === "entity",
    );
    const associations = children.filter((record) => record.type === "association");
    const boxes = entityBoxes(index, this.#module);
    const nodes = entities.flatMap((entity) => {
      const box = boxes.get(entity.id);
      return box ? [this.#node(entity, box)] : [];
    });
    const edges = [
      ...associations.flatMap((association) => associationEdge(index, association, boxes)),
      ...entities.flatMap((entity) => generalizationEdge(index, entity, boxes)),
    ];
    return { nodes, edges };
  }

  #node(entity: EntityRecord, box: Box): EntityNode {
    const key = `${box.x},${box.y}`;
    const known = this.#nodes.get(entity.id);
    if (known?.entity === entity && known.key === key) return known.node;
    const node = nodeOf(entity, box);
    this.#nodes.set(entity.id, { entity, key, node });
    return node;
  }
}

/** Further apart than this, another entity may stand between two that are above each other. */
const closeBelow = 120;

/** The sides at which a line leaves one entity and reaches another: those that face each other. */
function edgeSides(from: Box, to: Box): { readonly sourceHandle: Side; readonly targetHandle: Side } {
  if (to.x >= from.x + from.width) return { sourceHandle: "right", targetHandle: "left" };
  if (from.x >= to.x + to.width) return { sourceHandle: "left", targetHandle: "right" };
  const below = to.y - (from.y + from.height);
  const above = from.y - (to.y + to.height);
  if (below >= 0 && below < closeBelow) return { sourceHandle: "bottom", targetHandle: "top" };
  if (above >= 0 && above < closeBelow) return { sourceHandle: "top", targetHandle: "bottom" };
  return { sourceHandle: "right", targetHandle: "right" };
}

function associationEdge(
  index: ProjectIndex,
  association: AssociationRecord,
  boxes: ReadonlyMap<string, Box>,
): ModelEdge[] {
  const owner = index.entity(association.owner)?.id;
  const target = index.entity(association.target)?.id;
  const from = owner === undefined ? undefined : boxes.get(owner);
  const to = target === undefined ? undefined : boxes.get(target);
  if (owner === undefined || target === undefined || !from || !to) return [];
  const data = { associationId: association.id };
  return [{ id: association.id, type: "association", source: owner, target, data, ...edgeSides(from, to) }];
}

function generalizationEdge(
  index: ProjectIndex,
  entity: EntityRecord,
  boxes: ReadonlyMap<string, Box>,
): ModelEdge[] {
  const general = entity.generalization === undefined ? undefined : index.entity(entity.generalization)?.id;
  const from = boxes.get(entity.id);
  const to = general === undefined ? undefined : boxes.get(general);
  if (general === undefined || !from || !to) return [];
  return [
    {
      id: `generalization:${entity.id}`,
      type: "generalization",
      source: entity.id,
      target: general,
      data: {},
      selectable: false,
      ...edgeSides(from, to),
    },
  ];
}
