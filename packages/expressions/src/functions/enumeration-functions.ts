import type { ModelLookup } from "../model-lookup.ts";
import type { ExpressionType } from "../typed/expression-type.ts";
import type { FunctionRow } from "./function-row.ts";
import { emptyable, type Implementation, signature } from "./signature.ts";

const value = emptyable("enumeration", "value");

function captionsOf([type]: readonly ExpressionType[], model: ModelLookup): Implementation {
  const enumeration = type?.kind === "enumeration" ? model.enumeration(type.enumeration) : undefined;
  const captions = new Map(enumeration?.values.map(({ name, caption }) => [name, caption]));
  return (_, key: string | null) => (key === null ? "" : (captions.get(key) ?? key));
}

/** Functions of enumeration values. */
export const enumerationFunctions: readonly FunctionRow[] = [
  {
    name: "getCaption",
    family: "enumeration",
    summary: "The caption of an enumeration value, as people see it; empty gives ''.",
    signatures: [{ ...signature([value], "string", (_, key) => key ?? ""), bind: captionsOf }],
    examples: [{ expression: "getCaption(Sales.Status.InProgress)", result: "In progress" }],
  },
  {
    name: "getKey",
    family: "enumeration",
    summary: "The technical name of an enumeration value; empty gives ''.",
    signatures: [signature([value], "string", (_, key) => key ?? "")],
    examples: [{ expression: "getKey(Sales.Status.InProgress)", result: "InProgress" }],
  },
];
