import type { ElementScope, MicroflowAnalysis, MicroflowVariable } from "@rivulet/checks";
import type { DataType } from "@rivulet/values";

/** A variable whose type is known. */
export interface KnownVariable {
  readonly name: string;
  readonly type: DataType;
}

function known({ name, type }: MicroflowVariable): KnownVariable[] {
  return type.kind === "unknown" ? [] : [{ name, type }];
}

/** The variables that can be used in a scope and whose types are known, the nearest first. */
export function knownVariables(scope: ElementScope): KnownVariable[] {
  return Array.from(scope.variables(), known).flat();
}

/** The type of a variable of a microflow, wherever it is made; `undefined` while it is not known. */
export function variableType(analysis: MicroflowAnalysis, name: string): DataType | undefined {
  const variable = analysis.variablesByName.get(name);
  return variable && known(variable)[0]?.type;
}
