import type { ActivityCatalog } from "@rivulet/activities";
import type { ProjectIndex, SequenceFlowRecord } from "@rivulet/model";
import type { Point } from "../geometry.ts";
import { type PlacedElement, placedElements } from "../placed-elements.ts";
import { chooseRoute } from "./choose-route.ts";
import { flowLabel, labelSize } from "./flow-label.ts";
import { type Box, boundsOf, routeBetween } from "./flow-sides.ts";
import { insertPlace } from "./insert-place.ts";
import { keptSources, type RoutedDrawing } from "./kept-sources.ts";
import { labelBox, labelPlace } from "./label-place.ts";
import { type Obstacle, ObstacleGrid, widened } from "./obstacles.ts";
import { type Piece, piecesOf } from "./pieces.ts";
import { writingOf } from "./writings.ts";

/** How a sequence flow is drawn. */
export interface FlowRoute {
  /** Its corners, ends included. */
  readonly points: readonly Point[];
  /** The middle of what stands on it, where something does. */
  readonly label: Point | undefined;
  /** Where something is put into it. */
  readonly insert: Point;
  /** The boxes that it joins. */
  readonly from: Box;
  readonly to: Box;
}

/** Where an element is at the moment, when it is not where the document says: it is being dragged. */
export type LiveBox = (element: string) => Box | undefined;

/** So far round its ends a flow looks for what is in its way. */
const sight = 260;
/** A flow that leads past more than this takes its expected way: looking at all of it would be dear. */
const mostObstacles = 200;

type Routes = ReadonlyMap<string, FlowRoute>;

/** The ways that leave one element. */
interface KnownRoutes {
  readonly routes: Routes;
  /** In which they looked for what is in their way; nothing while one of the flows has no end. */
  readonly region: Box | undefined;
}

interface Leaving {
  readonly flow: SequenceFlowRecord;
  readonly from: Box;
  readonly to: Box;
}

const distanceOf = ({ from, to }: Leaving) => Math.abs(from.x - to.x) + Math.abs(from.y - to.y);

/** The region in which flows between these boxes look for what is in their way. */
function sightOf(ends: readonly Box[]): Box | undefined {
  const bounds = boundsOf(ends);
  return bounds && widened(bounds, sight);
}

/** The nearer first: a flow to a neighbour is straight, and the others go round. */
const byDistance = (one: Leaving, other: Leaving) =>
  distanceOf(one) - distanceOf(other) || (one.flow.id < other.flow.id ? -1 : 1);

/**
 * The ways of all sequence flows of a microflow, each found when it is asked for. Those of the drawing before it that
 * cannot lead elsewhere now are kept.
 */
export class FlowRoutes {
  readonly #catalog: ActivityCatalog;
  readonly #elements = new Map<string, PlacedElement>();
  readonly #siblings: ReadonlyMap<string, readonly PlacedElement[]>;
  readonly #leaving = new Map<string, SequenceFlowRecord[]>();
  readonly #grids = new Map<string, ObstacleGrid>();
  readonly #known = new Map<string, KnownRoutes>();
  #live: { readonly key: string; readonly routes: Routes } | undefined;

  constructor(catalog: ActivityCatalog, index: ProjectIndex, microflow: string, before?: FlowRoutes) {
    this.#catalog = catalog;
    const placed = placedElements(index, microflow);
    for (const element of placed) this.#elements.set(element.id, element);
    this.#siblings = Map.groupBy(placed, ({ parent }) => parent);
    for (const parent of this.#siblings.keys()) {
      for (const flow of index.children(parent)) {
        if (flow.type !== "sequenceFlow") continue;
        const present = this.#leaving.get(flow.from);
        if (present) present.push(flow);
        else this.#leaving.set(flow.from, [flow]);
      }
    }
    if (before && before.#catalog === catalog) this.#keep(before);
  }

  #keep(before: FlowRoutes): void {
    const isKept = keptSources(before.#drawing, this.#drawing);
    if (!isKept) return;
    for (const [source, known] of before.#known)
      if (known.region && isKept(source, known.region)) this.#known.set(source, known);
  }

  get #drawing(): RoutedDrawing {
    return { elements: this.#elements, leaving: this.#leaving };
  }

  /** The way of a flow; nothing when one of its ends is gone. */
  route({ id, from }: Pick<SequenceFlowRecord, "id" | "from">): FlowRoute | undefined {
    let known = this.#known.get(from);
    if (!known) {
      known = this.#routesFrom(from, () => undefined);
      this.#known.set(from, known);
    }
    return known.routes.get(id);
  }

  /** The way of a flow while something is dragged. */
  liveRoute({ id, from }: Pick<SequenceFlowRecord, "id" | "from">, live: LiveBox): FlowRoute | undefined {
    const ends = [from, ...(this.#leaving.get(from) ?? []).map(({ to }) => to)];
    const key = JSON.stringify([from, ends.map((end) => live(end))]);
    if (this.#live?.key !== key) this.#live = { key, routes: this.#routesFrom(from, live).routes };
    return this.#live.routes.get(id);
  }

  #routesFrom(source: string, live: LiveBox): KnownRoutes {
    const boxOf = (id: string) => live(id) ?? this.#elements.get(id)?.box;
    const leaving = this.#leaving.get(source) ?? [];
    const flows = leaving
      .flatMap((flow): Leaving[] => {
        const [from, to] = [boxOf(flow.from), boxOf(flow.to)];
        return from && to ? [{ flow, from, to }] : [];
      })
      .sort(byDistance);
    const lines = new Map<string, readonly Point[]>();
    for (const one of flows) lines.set(one.flow.id, this.#line(one, [...lines.values()], live));
    const labels: Box[] = [];
    const routes = new Map(
      flows.map((one) => [one.flow.id, this.#withLabel(one, { lines, labels, live })] as const),
    );
    const ends = flows.flatMap(({ from, to }) => [from, to]);
    return { routes, region: flows.length === leaving.length ? sightOf(ends) : undefined };
  }

  #line({ flow, from, to }: Leaving, siblings: readonly (readonly Point[])[], live: LiveBox) {
    const around = this.#around({ flow, from, to }, live);
    const opposite = this.#opposite({ flow, from, to });
    return chooseRoute(
      { from, to, purpose: flow },
      { ...around, siblings: opposite ? [...siblings, opposite] : siblings },
    );
  }

  /** The expected way of the flow that leads forward between the same two elements. */
  #opposite({ flow, from, to }: Leaving): readonly Point[] | undefined {
    if (to.x >= from.x) return undefined;
    const forward = this.#leaving.get(flow.to)?.find((other) => other.to === flow.from);
    return forward && routeBetween(to, from, forward);
  }

  /** What stands near a flow: other elements, and what is written outside of elements. */
  #around({ flow, from, to }: Leaving, live: LiveBox) {
    const near = this.#gridOf(flow.parent).near(sightOf([from, to]) ?? from);
    if (near.length > mostObstacles) return { others: [], writings: [] };
    const others = near.filter(({ id }) => id !== flow.from && id !== flow.to);
    return {
      others: others.map(({ id, box }) => live(id) ?? box),
      writings: near.flatMap(({ id }) => this.#writingOf(id, live) ?? []),
    };
  }

  #gridOf(parent: string): ObstacleGrid {
    const present = this.#grids.get(parent);
    if (present) return present;
    const obstacles: readonly Obstacle[] = this.#siblings.get(parent) ?? [];
    const grid = new ObstacleGrid(obstacles);
    this.#grids.set(parent, grid);
    return grid;
  }

  #writingOf(id: string, live: LiveBox): Box | undefined {
    const placed = this.#elements.get(id);
    if (!placed) return undefined;
    const box = live(id);
    return writingOf(this.#catalog, box ? { ...placed, box } : placed);
  }

  #withLabel(
    one: Leaving,
    parts: {
      readonly lines: ReadonlyMap<string, readonly Point[]>;
      readonly labels: Box[];
      readonly live: LiveBox;
    },
  ): FlowRoute {
    const { flow, from, to } = one;
    const points = parts.lines.get(flow.id) ?? [];
    const label = flowLabel(this.#catalog, this.#elements.get(flow.from)?.element, flow);
    if (!label) return { points, from, to, label: undefined, insert: insertPlace(points, undefined) };
    const { others, writings } = this.#around(one, parts.live);
    const lines: Piece[] = [...parts.lines].flatMap(([id, line]) => (id === flow.id ? [] : piecesOf(line)));
    const size = labelSize(label);
    const at = labelPlace(points, size, {
      elements: [...others, from, to],
      writings: [...writings, ...parts.labels],
      lines,
    });
    const box = labelBox(at, size);
    parts.labels.push(box);
    return { points, from, to, label: at, insert: insertPlace(points, box) };
  }
}

/** One answer for each index: an index never changes, and everything on the canvas asks. */
const known = new WeakMap<ProjectIndex, Map<string, FlowRoutes>>();
/** The last answer for each microflow. */
const last = new WeakMap<ActivityCatalog, Map<string, FlowRoutes>>();

/** The ways of the flows of a microflow. */
export function flowRoutes(catalog: ActivityCatalog, index: ProjectIndex, microflow: string): FlowRoutes {
  const ofIndex = known.get(index) ?? new Map<string, FlowRoutes>();
  known.set(index, ofIndex);
  const ofCatalog = last.get(catalog) ?? new Map<string, FlowRoutes>();
  last.set(catalog, ofCatalog);
  const present = ofIndex.get(microflow);
  if (present) return present;
  const routes = new FlowRoutes(catalog, index, microflow, ofCatalog.get(microflow));
  ofIndex.set(microflow, routes);
  ofCatalog.set(microflow, routes);
  return routes;
}
