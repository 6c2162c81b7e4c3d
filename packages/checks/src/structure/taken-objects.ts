import { type ActivityDefinition, type Field, readField, visibleFields } from "@rivulet/activities";
import type { FlowNode } from "../graph/flow-graph.ts";
import type { StructureCheck } from "./structure-check.ts";

/** An object that an activity of a connector takes by the name of its variable. */
export interface TakenObject {
  readonly definition: ActivityDefinition;
  /** Id of the activity, and the field that takes the object. */
  readonly element: string;
  readonly field: string;
  readonly variable: string;
}

/** The variable that a field takes as an object. */
function takenVariable(field: Field, { element }: FlowNode): string | undefined {
  if (field.kind !== "expression" || field.expected.length === 0) return undefined;
  const takesObject = field.expected.every((rule) => rule.from === "fixed" && rule.type.kind === "object");
  if (!takesObject) return undefined;
  return /^\s*\$(\w+)\s*$/.exec(readField("expression", element.fields[field.name]) ?? "")?.[1];
}

/** The objects that activities of connectors take, in the order of the drawing. */
export function takenObjects({ analysis }: StructureCheck): TakenObject[] {
  const taken: TakenObject[] = [];
  for (const node of analysis.graph.nodes.values()) {
    const { definition, element, isSkipped } = node;
    if (!definition?.kind.includes(".") || isSkipped) continue;
    for (const field of visibleFields(definition, element.fields)) {
      const variable = takenVariable(field, node);
      if (variable !== undefined)
        taken.push({ definition, element: element.id, field: field.name, variable });
    }
  }
  return taken;
}
