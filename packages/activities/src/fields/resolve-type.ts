import type { ElementRecord, MicroflowRecord, ProjectIndex } from "@rivulet/model";
import { type DataType, unreachable } from "@rivulet/values";
import { readField } from "./field-values.ts";
import type { TypeRule } from "./type-rule.ts";

/** What a type rule is resolved against. */
export interface TypeContext {
  readonly index: ProjectIndex;
  /** The microflow that the element is in. */
  readonly microflow: Pick<MicroflowRecord, "returnType">;
  readonly element: ElementRecord;
  /** Type of a variable where the element stands; the name comes without `$`. */
  readonly variable: (name: string) => DataType | undefined;
}

function variableType(context: TypeContext, field: string): DataType | undefined {
  const name = readField("variable", context.element.fields[field]);
  return name === undefined ? undefined : context.variable(name);
}

function associationType({ index, element }: TypeContext, field: string): DataType | undefined {
  const choice = readField("association", element.fields[field]);
  const association = choice && index.association(choice.association);
  if (!association) return undefined;
  const step = index
    .associationsOf(association[choice.end])
    .find((candidate) => candidate.association.name === association.name && candidate.end === choice.end);
  return step && { kind: step.isSingle ? "object" : "list", entity: step.other };
}

/**
 * The type that a rule gives in an element; `undefined` when something that it depends on is missing or wrong, which
 * the field it depends on reports.
 *
 * @example resolveType({ from: "entityField", field: "entity", as: "list" }, context)
 */
export function resolveType(rule: TypeRule, context: TypeContext): DataType | undefined {
  const { fields } = context.element;
  switch (rule.from) {
    case "fixed":
      return rule.type;
    case "ownReturnType":
      return context.microflow.returnType;
    case "entityField": {
      const entity = readField("entity", fields[rule.field]);
      return entity !== undefined && context.index.entity(entity) ? { kind: rule.as, entity } : undefined;
    }
    case "dataTypeField":
      return readField("dataType", fields[rule.field]);
    case "variable":
      return variableType(context, rule.field);
    case "memberOf": {
      const list = variableType(context, rule.field);
      return list?.kind === "list" ? { kind: "object", entity: list.entity } : undefined;
    }
    case "association":
      return associationType(context, rule.field);
    case "microflowResult": {
      const call = readField("microflowCall", fields[rule.field]);
      return call && context.index.microflow(call.microflow)?.returnType;
    }
    default:
      return unreachable(rule);
  }
}
