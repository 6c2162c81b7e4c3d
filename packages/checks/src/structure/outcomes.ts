import { checkExpression, readField } from "@rivulet/activities";
import { describeType, type ExpressionType } from "@rivulet/expressions";
import type { ProjectIndex } from "@rivulet/model";
import { elementTitle, enumerate } from "../graph/element-title.ts";
import type { FlowEdge, FlowNode } from "../graph/flow-graph.ts";
import type { StructureCheck } from "./structure-check.ts";

/** How the outcome of a condition without a value is written. */
export const emptyOutcome = "(empty)";

/**
 * The outcomes of a condition, each of which needs a flow: true and false; the keys of an enumeration and `(empty)`
 * (reference logic.md section 1, Decision). `undefined` for any other type.
 */
function outcomesOf(type: ExpressionType, index: ProjectIndex): readonly string[] | undefined {
  if (type.kind === "boolean") return ["true", "false"];
  if (type.kind !== "enumeration") return undefined;
  const keys = index.enumeration(type.enumeration)?.values.map(({ name }) => name);
  return keys && [...keys, emptyOutcome];
}

/** Type of the condition; `undefined` when there is none that can be told, which its field says. */
function typeOfCondition(
  node: FlowNode,
  field: string,
  { analysis }: StructureCheck,
): ExpressionType | undefined {
  const text = readField("expression", node.element.fields[field]);
  if (!text?.trim()) return undefined;
  const { type, isUsable } = checkExpression(text, [], analysis.scopeAt(node.element.id));
  return isUsable && type.kind !== "unknown" ? type : undefined;
}

/** An element whose outcomes are drawn. */
interface OutcomesOfElement {
  readonly outcomes: readonly string[];
  readonly title: string;
  readonly check: StructureCheck;
}

/** The outcomes that some flow takes; tells those that are none and those that are taken twice. */
function takenOutcomes(
  ways: readonly FlowEdge[],
  { outcomes, title, check }: OutcomesOfElement,
): Set<string> {
  const taken = new Set<string>();
  for (const { flow } of ways) {
    for (const [position, outcome] of (flow.outcomes ?? []).entries()) {
      const place = { record: flow.id, field: `outcomes[${position}]` };
      if (!outcomes.includes(outcome)) {
        const message = `${title} has no outcome ${outcome}. Choose from ${enumerate(outcomes)}.`;
        check.report.add({ ...place, code: "unknown-outcome", message });
      } else if (taken.has(outcome)) {
        const message = `Another flow of ${title} is for ${outcome} already. Take it off one of them.`;
        check.report.add({ ...place, code: "duplicate-outcome", message });
      }
      taken.add(outcome);
    }
  }
  return taken;
}

function checkDecision(node: FlowNode, field: string, check: StructureCheck): void {
  const { element, outgoing } = node;
  const title = elementTitle(node);
  const ways = outgoing.filter(({ isErrorHandler }) => !isErrorHandler);
  for (const { flow } of ways) {
    if (flow.outcomes && flow.outcomes.length > 0) continue;
    const message = `This flow leaves ${title} and does not say for which outcome. Choose one.`;
    check.report.add({ code: "outcome-needed", record: flow.id, field: "outcomes", message });
  }
  const type = typeOfCondition(node, field, check);
  if (!type) return;
  const outcomes = outcomesOf(type, check.context.index);
  if (!outcomes) {
    const message = `A decision needs a Boolean or an enumeration, and this is ${describeType(type)}. Compare it with something.`;
    check.report.add({ code: "wrong-condition", record: element.id, field, message });
    return;
  }
  const taken = takenOutcomes(ways, { outcomes, title, check });
  const missing = outcomes.filter((outcome) => !taken.has(outcome));
  if (missing.length === 0) return;
  const message = `No flow leaves ${title} for ${enumerate(missing)}. Draw one, or add the outcome to another flow.`;
  check.report.add({ code: "missing-outcome", record: element.id, message });
}

/** The named outcomes of an activity: each may be drawn, once. */
function checkNamedOutcomes(node: FlowNode, check: StructureCheck): void {
  const outcomes = (node.definition?.namedOutcomes ?? []).map(({ name }) => name);
  const ways = node.outgoing.filter(({ isErrorHandler, isExceptional }) => isExceptional && !isErrorHandler);
  takenOutcomes(ways, { outcomes, title: elementTitle(node), check });
}

/** Every outcome of a decision has exactly one flow, every named one of an activity at most one. */
export function checkOutcomes(check: StructureCheck): void {
  for (const node of check.analysis.graph.nodes.values()) {
    const outcomes = node.definition?.outcomes;
    if (node.isSkipped) continue;
    if (outcomes?.kind === "byExpression") checkDecision(node, outcomes.field, check);
    else checkNamedOutcomes(node, check);
  }
}
