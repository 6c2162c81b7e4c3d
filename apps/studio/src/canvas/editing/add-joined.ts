import type { ActivityCatalog } from "@rivulet/activities";
import type { Transaction } from "@rivulet/document";
import type { ElementRecord } from "@rivulet/model";
import { type Point, sizeOf } from "../geometry.ts";
import { type FlowView, waysOn } from "./connection-rules.ts";
import { addElement, connect } from "./edit-flow.ts";
import { connectAs, type FlowWay } from "./flow-ways.ts";
import { freeOutcome } from "./outcomes.ts";

/** A flow of which one end is at an element, and the other where something new is to stand. */
export interface LooseFlow {
  readonly element: string;
  /** Whether the flow leaves the element or leads to it. */
  readonly side: "behind" | "before";
  readonly way: FlowWay;
}

/** What the element leads to by the one flow that it has room for: what is new comes between. */
function partedEnd(view: FlowView, catalog: ActivityCatalog, flow: LooseFlow): string | undefined {
  const source = view.get(flow.element);
  if (flow.side === "before" || flow.way.kind !== "ordinary" || source?.type !== "element") return undefined;
  const leaves = catalog.find(source.kind)?.outcomes.kind;
  return leaves === "next" ? waysOn(view, catalog, source.id)[0]?.to : undefined;
}

/** Whether an activity of which nothing leads on may stand at the end of a loose flow. */
export function mayEndAt(view: FlowView, catalog: ActivityCatalog, flow: LooseFlow): boolean {
  return flow.side === "behind" && partedEnd(view, catalog, flow) === undefined;
}

/**
 * Puts a new element at the loose end of a flow and joins it there. `at` is where that end is, from the corner of what
 * the joined element is in. Where one way leads on already, the new element comes to stand in it.
 */
export function addJoined(
  transaction: Transaction,
  catalog: ActivityCatalog,
  { element, flow, at }: { readonly element: ElementRecord; readonly flow: LooseFlow; readonly at: Point },
): void {
  const joined = transaction.get(flow.element);
  if (joined?.type !== "element") return;
  const parted = partedEnd(transaction, catalog, flow);
  const { width, height } = sizeOf(element, undefined);
  const left = flow.side === "behind" ? at.x : at.x - width;
  addElement(transaction, { ...element, parent: joined.parent }, { x: left, y: at.y - height / 2 });
  if (flow.side === "before") {
    connect(transaction, catalog, { from: element.id, to: joined.id });
    return;
  }
  const ends = { from: joined.id, to: element.id };
  if (flow.way.kind !== "ordinary") connectAs(transaction, catalog, ends, flow.way);
  else connect(transaction, catalog, { ...ends, ...freeOutcome(transaction, catalog, joined.id) });
  if (parted !== undefined) connect(transaction, catalog, { from: element.id, to: parted });
}
