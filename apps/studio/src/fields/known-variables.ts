import { specialVariable } from "@rivulet/activities";
import type { AvailableVariable, ElementScope, MicroflowAnalysis } from "@rivulet/checks";
import type { DataType } from "@rivulet/values";

/** A variable whose type is known. */
export interface KnownVariable {
  readonly name: string;
  readonly type: DataType;
}

function known({ name, type }: AvailableVariable): KnownVariable[] {
  return type.kind === "unknown" ? [] : [{ name, type }];
}

/** All that can be used in a scope and whose types are known: the special ones last. */
export function usableVariables(scope: ElementScope): KnownVariable[] {
  return [...scope.variables()].flatMap(known);
}

/**
 * The variables of the microflow that can be used in a scope and whose types are known, the nearest first. Special
 * ones are left out: nobody means them unless they are written.
 */
export function knownVariables(scope: ElementScope): KnownVariable[] {
  const own = [...scope.variables()].filter(({ reach }) => reach !== "run");
  return own.flatMap(known);
}

/** The type of a variable of a microflow, wherever it is made; `undefined` while it is not known. */
export function variableType(analysis: MicroflowAnalysis, name: string): DataType | undefined {
  const variable = analysis.variablesByName.get(name);
  if (variable) return known(variable)[0]?.type;
  const special = specialVariable(name);
  return special?.isOfTheRun ? special.type : undefined;
}
