import { analyseMicroflow } from "@rivulet/checks";
import type { ElementRecord, SequenceFlowRecord } from "@rivulet/model";
import { forgetHandler } from "../canvas/editing/error-handling.ts";
import { type Outcome, outcomesOf } from "../canvas/editing/outcomes.ts";
import { microflowOfElement } from "../fields/microflow-of-element.ts";
import { dialogMessages } from "../messages/dialog-messages.ts";
import type { StudioProject } from "../project/studio-project.ts";

/** What a flow leaves and the outcomes that it can have there. */
export interface FlowOutcomes {
  readonly source: ElementRecord;
  readonly outcomes: readonly Outcome[];
  /** Foreseen by an activity, not chosen by a decision. */
  readonly areNamed: boolean;
}

/** The outcomes of what a flow leaves: a decision, or an activity with named ones; `undefined` where there are none. */
export function outcomesOfFlow(project: StudioProject, flow: SequenceFlowRecord): FlowOutcomes | undefined {
  const source = project.record(flow.from);
  if (source?.type !== "element") return undefined;
  const { outcomes, namedOutcomes = [] } = project.catalog.find(source.kind) ?? {};
  if (namedOutcomes.length > 0) {
    const named = namedOutcomes.map(({ name, label }) => ({ name, caption: label }));
    return { source, outcomes: named, areNamed: true };
  }
  const id = microflowOfElement(project, source);
  const microflow = id === undefined ? undefined : project.record(id);
  if (outcomes?.kind !== "byExpression" || microflow?.type !== "microflow") return undefined;
  const { index, catalog } = project;
  const analysis = analyseMicroflow(microflow, { index, catalog });
  const chosen = outcomesOf(source, { index, analysis, field: outcomes.field });
  return { source, outcomes: chosen, areNamed: false };
}

/** Says that a flow takes an outcome of its decision or no longer does; another flow that had it gives it up. */
export function takeOutcome(
  project: StudioProject,
  flow: SequenceFlowRecord,
  { outcome, isTaken }: { readonly outcome: string; readonly isTaken: boolean },
): void {
  project.store.transact(dialogMessages.steps.outcome, (transaction) => {
    for (const other of transaction.records()) {
      if (other.type !== "sequenceFlow" || other.from !== flow.from) continue;
      const without = other.outcomes?.filter((name) => name !== outcome) ?? [];
      const outcomes = other.id === flow.id && isTaken ? [...without, outcome] : without;
      const isTaker = other.id === flow.id && isTaken;
      transaction.update("sequenceFlow", other.id, {
        outcomes: outcomes.length > 0 ? outcomes : undefined,
        ...(isTaker ? { isErrorHandler: undefined } : {}),
      });
      if (isTaker) forgetHandler(transaction, other);
    }
  });
}
