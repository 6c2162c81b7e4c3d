import type { ActivityCatalog } from "@rivulet/activities";
import type { ElementRecord, SequenceFlowRecord } from "@rivulet/model";
import { canvasMessages } from "../../messages/canvas-messages.ts";
import type { Size } from "../geometry.ts";

/** What stands on a flow. */
export interface FlowLabel {
  readonly kind: "outcome" | "missingOutcome" | "error";
  readonly text: string;
}

/** What the outcomes of a flow are called, as far as its source has names for them. */
export function outcomeTexts(
  catalog: ActivityCatalog,
  source: ElementRecord | undefined,
  { outcomes = [] }: SequenceFlowRecord,
): readonly string[] {
  const named = catalog.find(source?.kind ?? "")?.namedOutcomes ?? [];
  return outcomes.map((outcome) => named.find(({ name }) => name === outcome)?.label ?? outcome);
}

/** What stands on a flow: the outcomes that it is for, or that it handles errors; nothing on most. */
export function flowLabel(
  catalog: ActivityCatalog,
  source: ElementRecord | undefined,
  flow: SequenceFlowRecord,
): FlowLabel | undefined {
  if (flow.isErrorHandler) return { kind: "error", text: canvasMessages.onError };
  const texts = outcomeTexts(catalog, source, flow);
  if (texts.length > 0) return { kind: "outcome", text: texts.join(", ") };
  const isDecision = catalog.find(source?.kind ?? "")?.outcomes.kind === "byExpression";
  return isDecision ? { kind: "missingOutcome", text: canvasMessages.chooseOutcome } : undefined;
}

/** About as wide as a letter of a label (flows.css), and what is round the text. */
const letter = 6.2;
const padding = 16;
const sign = 13;

/** How large a label is drawn, near enough to give it its place. */
export function labelSize({ kind, text }: FlowLabel): Size {
  return { width: Math.round(text.length * letter + padding + (kind === "error" ? sign : 0)), height: 19 };
}
