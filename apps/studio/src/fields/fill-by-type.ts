import type { ElementScope } from "@rivulet/checks";
import type { ProjectIndex } from "@rivulet/model";
import type { DataType } from "@rivulet/values";
import { knownVariables } from "./known-variables.ts";

/**
 * The variables that can fill a parameter of an object or list type, the nearest first; specializations fit too.
 * Nothing for other types: a String is never guessed.
 *
 * @example fillingVariables({ index, scope, type: { kind: "object", entity: "AWSAuthentication.Credentials" } })
 */
export function fillingVariables(parts: {
  readonly index: ProjectIndex;
  readonly scope: ElementScope;
  readonly type: DataType;
}): string[] {
  const { index, scope, type } = parts;
  if (type.kind !== "object" && type.kind !== "list") return [];
  const names: string[] = [];
  for (const variable of knownVariables(scope)) {
    const own = variable.type;
    if (own.kind === type.kind && index.isKindOf(own.entity, type.entity)) names.push(variable.name);
  }
  return names;
}

const variablePattern = /^\$([A-Za-z_]\w*)$/;

/** The variable that an expression is, when it is nothing else. */
export function plainVariable(text: string): string | undefined {
  return variablePattern.exec(text.trim())?.[1];
}
