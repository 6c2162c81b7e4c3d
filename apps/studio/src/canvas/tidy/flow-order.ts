/** A sequence flow as a layout sees it. */
export interface LayoutFlow {
  readonly from: string;
  readonly to: string;
  /** Whether it leaves beside the ordinary way: an error handler, an outcome that an activity foresees. */
  readonly isAside: boolean;
  /** As wide as what stands on it; 0 for nothing. */
  readonly labelWidth: number;
}

/** Elements in an order in which flows lead forward. */
export interface FlowOrder {
  /** All elements, those first at which a way can begin. */
  readonly roots: readonly string[];
  readonly ids: readonly string[];
  /** The flows that lead forward, by where they leave. Those that lead back are left out. */
  readonly leaving: ReadonlyMap<string, readonly LayoutFlow[]>;
}

interface Visit {
  readonly id: string;
  next: number;
}

/** Flows by where they leave. */
function byStart(flows: readonly LayoutFlow[]): Map<string, LayoutFlow[]> {
  return Map.groupBy(flows, ({ from }) => from);
}

/** Where a run can begin, then what nothing leads to, then the rest: circles that nothing leads into. */
function rootsFirst(ids: readonly string[], flows: readonly LayoutFlow[]): readonly string[] {
  const reached = new Set(flows.map(({ to }) => to));
  return [...ids.filter((id) => !reached.has(id)), ...ids.filter((id) => reached.has(id))];
}

/** Follows the flows from every element, and finds which of them lead back to where the way came from. */
export function flowOrder(ids: readonly string[], flows: readonly LayoutFlow[]): FlowOrder {
  const leaving = byStart(flows);
  const done: string[] = [];
  const seen = new Set<string>();
  const onWay = new Set<string>();
  const back = new Set<LayoutFlow>();
  const roots = rootsFirst(ids, flows);
  for (const root of roots) {
    if (seen.has(root)) continue;
    const way: Visit[] = [{ id: root, next: 0 }];
    seen.add(root);
    onWay.add(root);
    for (let visit = way.at(-1); visit; visit = way.at(-1)) {
      const flow = leaving.get(visit.id)?.[visit.next];
      visit.next += 1;
      if (!flow) {
        way.pop();
        onWay.delete(visit.id);
        done.push(visit.id);
      } else if (onWay.has(flow.to)) back.add(flow);
      else if (!seen.has(flow.to)) {
        seen.add(flow.to);
        onWay.add(flow.to);
        way.push({ id: flow.to, next: 0 });
      }
    }
  }
  return { roots, ids: done.toReversed(), leaving: byStart(flows.filter((flow) => !back.has(flow))) };
}

/**
 * In which column each element stands: behind everything that leads to it. What begins beside the ordinary way, such as
 * an error handler, begins under the element that it leaves; a second one comes behind it.
 */
export function columnsOf({ ids, leaving }: FlowOrder): ReadonlyMap<string, number> {
  const columns = new Map(ids.map((id) => [id, 0]));
  for (const id of ids) {
    const own = columns.get(id) ?? 0;
    const flows = leaving.get(id) ?? [];
    const under = flows.find(({ isAside }) => isAside);
    for (const flow of flows) {
      const behind = flow === under ? own : own + 1;
      columns.set(flow.to, Math.max(columns.get(flow.to) ?? 0, behind));
    }
  }
  return columns;
}
