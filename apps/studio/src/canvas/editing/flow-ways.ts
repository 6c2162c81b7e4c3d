import type { ActivityCatalog } from "@rivulet/activities";
import type { Transaction } from "@rivulet/document";
import { type ElementRecord, newRecordId } from "@rivulet/model";
import {
  type ConnectionEnds,
  connectionFault,
  type FlowView,
  flowsFrom,
  waysOn,
} from "./connection-rules.ts";
import { isCustom, setErrorHandler } from "./error-handling.ts";

/** A way by which a run leaves an element beside its ordinary one: foreseen by the activity, or for its errors. */
export type SideWay =
  | { readonly kind: "outcome"; readonly name: string; readonly caption: string }
  | { readonly kind: "error" };

/** What a new flow is for. Where there is an ordinary flow already, a new ordinary one takes its place. */
export type FlowWay = { readonly kind: "ordinary" } | SideWay;

/** The ways beside the ordinary one that could be drawn from an element and are not. */
export function sideWays(
  view: FlowView,
  catalog: ActivityCatalog,
  element: ElementRecord,
): readonly SideWay[] {
  const definition = catalog.find(element.kind);
  if (definition?.outcomes.kind !== "next") return [];
  const flows = flowsFrom(view, element.id);
  const drawn = new Set(flows.flatMap(({ outcomes = [] }) => outcomes));
  const hasHandler = flows.some(({ isErrorHandler }) => isErrorHandler);
  const canHaveHandler = definition.errorHandling.some(isCustom);
  return [
    ...definition.namedOutcomes
      .filter(({ name }) => !drawn.has(name))
      .map(({ name, label }): SideWay => ({ kind: "outcome", name, caption: label })),
    ...(canHaveHandler && !hasHandler ? [{ kind: "error" } as const] : []),
  ];
}

/**
 * What a flow that is drawn from an element may be meant for, the likeliest first; nothing where there is only one
 * thing that it can be: an element that leads nowhere yet gets its ordinary flow.
 */
export function waysToChoose(
  view: FlowView,
  catalog: ActivityCatalog,
  element: ElementRecord,
): readonly FlowWay[] {
  if (waysOn(view, catalog, element.id).length === 0) return [];
  const beside = sideWays(view, catalog, element);
  return beside.length === 0 ? [] : [...beside, { kind: "ordinary" }];
}

/** Joins two elements by a flow for a certain way. Returns why that cannot be. */
export function connectAs(
  transaction: Transaction,
  catalog: ActivityCatalog,
  { from, to }: ConnectionEnds,
  way: SideWay,
): string | undefined {
  const fault = connectionFault(transaction, catalog, { from, to });
  const source = transaction.get(from);
  if (fault !== undefined || source?.type !== "element") return fault;
  const flow = { id: newRecordId(), type: "sequenceFlow", parent: source.parent, from, to } as const;
  transaction.add(way.kind === "outcome" ? { ...flow, outcomes: [way.name] } : flow);
  if (way.kind === "error") setErrorHandler(transaction, flow.id, true);
  return undefined;
}
