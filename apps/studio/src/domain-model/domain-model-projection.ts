import { type EntityRecord, type ProjectIndex, placementId } from "@rivulet/model";
import type { Edge, Node } from "@xyflow/react";
import type { Point, Size } from "../canvas/geometry.ts";
import { handlesOf } from "../canvas/handles.ts";
import { type Box, boundsOf } from "../canvas/routing/flow-sides.ts";
import { layoutEntities } from "./auto-layout.ts";
import { entitySize } from "./entity-geometry.ts";
import { inheritedAttributes } from "./inherited-attributes.ts";
import { type LinkRoute, linkRoutes, type NamedLink } from "./link-routes.ts";

/** An entity on the canvas. */
export type EntityNode = Node<
  { readonly entityId: string /** Names of what it inherits. */; readonly inherited: readonly string[] },
  "entity"
>;
/** An association, or the line from an entity to its generalization in the same module. */
export type ModelEdge = Edge<
  { readonly associationId?: string; readonly route: LinkRoute },
  "association" | "generalization"
>;

/** The associations of a module, and the generalizations of its entities. */
function linksOf(index: ProjectIndex, module: string): readonly NamedLink[] {
  return index.children(module).flatMap((record): NamedLink[] => {
    if (record.type === "entity" && record.generalization !== undefined) {
      const to = index.entity(record.generalization)?.id;
      const id = `generalization:${record.id}`;
      return to === undefined ? [] : [{ id, kind: "generalization", name: "", from: record.id, to }];
    }
    if (record.type !== "association") return [];
    const from = index.entity(record.owner)?.id;
    const to = index.entity(record.target)?.id;
    if (from === undefined || to === undefined) return [];
    return [{ id: record.id, kind: "association", name: record.name, from, to }];
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
  const links = linksOf(index, module).map(({ from, to }) => [from, to] as const);
  for (const [id, { x, y }] of layoutEntities({ sizes, links })) {
    const size = sizes.get(id);
    if (size) boxes.set(id, { x, y: y + bottom, ...size });
  }
  return boxes;
}

/** Where entities stand that are placed anew, all of them, from the corner on at which they begin now. */
export function tidyPlaces(index: ProjectIndex, module: string): ReadonlyMap<string, Point> {
  const boxes = entityBoxes(index, module);
  const corner = boundsOf([...boxes.values()]) ?? { x: 0, y: 0 };
  const links = linksOf(index, module).map(({ from, to }) => [from, to] as const);
  const places = layoutEntities({ sizes: boxes, links });
  return new Map([...places].map(([id, { x, y }]) => [id, { x: corner.x + x, y: corner.y + y }]));
}

function nodeOf(entity: EntityRecord, box: Box, inherited: readonly string[]): EntityNode {
  return {
    id: entity.id,
    type: "entity",
    data: { entityId: entity.id, inherited },
    position: { x: box.x, y: box.y },
    width: box.width,
    height: box.height,
    measured: { width: box.width, height: box.height },
    handles: handlesOf(box),
  };
}

/** The entities of a module as nodes, their associations and generalizations within it as edges. */
export class DomainModelProjector {
  readonly #module: string;
  readonly #nodes = new Map<string, { entity: EntityRecord; key: string; node: EntityNode }>();
  readonly #edges = new Map<string, { key: string; edge: ModelEdge }>();

  constructor(module: string) {
    this.#module = module;
  }

  project(index: ProjectIndex): { nodes: EntityNode[]; edges: ModelEdge[] } {
    const children = index.children(this.#module);
    const entities = children.filter(
      (record): record is EntityRecord & typeof record => record.type === "entity",
    );
    const boxes = entityBoxes(index, this.#module);
    const nodes = entities.flatMap((entity) => {
      const box = boxes.get(entity.id);
      return box ? [this.#node(entity, box, index)] : [];
    });
    const links = linksOf(index, this.#module).filter(({ from, to }) => boxes.has(from) && boxes.has(to));
    const routes = linkRoutes(links, boxes);
    const edges = links.flatMap((link) => {
      const route = routes.get(link.id);
      return route ? [this.#edge(link, route)] : [];
    });
    return { nodes, edges };
  }

  #node(entity: EntityRecord, box: Box, index: ProjectIndex): EntityNode {
    const inherited = inheritedAttributes(index, entity).map(({ name }) => name);
    const key = JSON.stringify([box.x, box.y, inherited]);
    const known = this.#nodes.get(entity.id);
    if (known?.entity === entity && known.key === key) return known.node;
    const node = nodeOf(entity, box, inherited);
    this.#nodes.set(entity.id, { entity, key, node });
    return node;
  }

  #edge({ id, kind, from, to }: NamedLink, route: LinkRoute): ModelEdge {
    const key = JSON.stringify([from, to, route.points, route.writing ?? null]);
    const known = this.#edges.get(id);
    if (known?.key === key) return known.edge;
    const edge: ModelEdge = {
      id,
      type: kind,
      source: from,
      target: to,
      sourceHandle: route.sides.from,
      targetHandle: route.sides.to,
      data: kind === "association" ? { associationId: id, route } : { route },
      ...(kind === "association" ? {} : { selectable: false }),
    };
    this.#edges.set(id, { key, edge });
    return edge;
  }
}

/** All that a domain model draws, as boxes: its entities, the lines between them, and the names on the lines. */
export function drawnBoxes({
  nodes,
  edges,
}: {
  nodes: readonly EntityNode[];
  edges: readonly ModelEdge[];
}): Box[] {
  const entities = nodes.map(({ position, measured }) => ({
    ...position,
    width: measured?.width ?? 0,
    height: measured?.height ?? 0,
  }));
  const lines = edges.flatMap(({ data }): Box[] => {
    if (!data) return [];
    const corners = data.route.points.map(({ x, y }) => ({ x, y, width: 0, height: 0 }));
    return data.route.writing ? [...corners, data.route.writing] : corners;
  });
  return [...entities, ...lines];
}
