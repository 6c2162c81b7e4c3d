import { type ActivityCatalog, checkExpression, readField } from "@rivulet/activities";
import { emptyOutcome, type MicroflowAnalysis } from "@rivulet/checks";
import type { ElementRecord, ProjectIndex } from "@rivulet/model";
import { type FlowView, flowsFrom } from "./connection-rules.ts";

/** A way on from a decision. */
export interface Outcome {
  /** As it is saved with the flow: `true`, a key, `(empty)`. */
  readonly name: string;
  /** As it is read. */
  readonly caption: string;
}

const booleanOutcomes: readonly Outcome[] = [
  { name: "true", caption: "true" },
  { name: "false", caption: "false" },
];

/**
 * The outcomes that a decision can have: true and false, or the keys of its enumeration and `(empty)`. Those of a
 * Boolean while the condition is not written yet or is wrong.
 */
export function outcomesOf(
  decision: ElementRecord,
  { index, analysis, field }: { index: ProjectIndex; analysis: MicroflowAnalysis; field: string },
): readonly Outcome[] {
  const text = readField("expression", decision.fields[field])?.trim() ?? "";
  if (text === "") return booleanOutcomes;
  const { type } = checkExpression(text, [], analysis.scopeAt(decision.id));
  if (type.kind !== "enumeration") return booleanOutcomes;
  const values = index.enumeration(type.enumeration)?.values ?? [];
  return [
    ...values.map(({ name, caption }) => ({ name, caption })),
    { name: emptyOutcome, caption: emptyOutcome },
  ];
}

/** The outcome that a new flow of a decision gets: the first of true and false that no flow of it has yet. */
export function freeOutcome(
  view: FlowView,
  catalog: ActivityCatalog,
  id: string,
): { readonly outcomes?: readonly string[] } {
  const source = view.get(id);
  if (source?.type !== "element" || catalog.find(source.kind)?.outcomes.kind !== "byExpression") return {};
  const taken = new Set(flowsFrom(view, id).flatMap(({ outcomes = [] }) => outcomes));
  const free = booleanOutcomes.find(({ name }) => !taken.has(name));
  return { outcomes: free ? [free.name] : [] };
}
