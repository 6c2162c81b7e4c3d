import type { ExpressionScope } from "@rivulet/expressions";
import type { ProjectIndex } from "@rivulet/model";
import type { DataType } from "@rivulet/values";
import type { ActivityDefinition } from "../definition.ts";
import type { Field } from "../fields/field.ts";
import { resolveType, type TypeContext } from "../fields/resolve-type.ts";
import type { TypeRule } from "../fields/type-rule.ts";
import type { FieldFinding } from "./field-finding.ts";

/** Why a variable cannot be used where an element stands, as a sentence with the way out. */
export interface VariableFault {
  readonly code: "unknown-variable" | "variable-not-available";
  readonly message: string;
  /** The name that was probably meant, without `$`. */
  readonly closest?: string | undefined;
}

/** The variables at an element, with the reason for each that is not there. */
export interface FieldScope extends ExpressionScope {
  /** Why a name cannot be used here; `undefined` when it can. */
  fault(name: string): VariableFault | undefined;
}

/** What the check of an element's fields reads. */
export interface FieldContext extends Omit<TypeContext, "variable"> {
  readonly definition: ActivityDefinition;
  readonly scope: FieldScope;
}

/** Whether what a type names is there. */
function isKnownType(type: DataType, index: ProjectIndex): boolean {
  if (type.kind === "enumeration") return index.enumeration(type.enumeration) !== undefined;
  return !("entity" in type) || index.entity(type.entity) !== undefined;
}

/** The check of one value: what it reads, and where it tells what it found. */
export class FieldCheck {
  readonly context: FieldContext;
  readonly findings: FieldFinding[] = [];

  constructor(context: FieldContext) {
    this.context = context;
  }

  add(finding: FieldFinding): void {
    this.findings.push(finding);
  }

  /** Type of an available variable, if it can be told. */
  typeOfVariable(name: string): DataType | undefined {
    const type = this.context.scope.variable(name)?.type;
    return type && type.kind !== "unknown" && type.kind !== "empty" ? type : undefined;
  }

  /** The type that a rule gives; `undefined` when what it depends on is missing or wrong. */
  typeOf(rule: TypeRule): DataType | undefined {
    const type = resolveType(rule, { ...this.context, variable: (name) => this.typeOfVariable(name) });
    return type && isKnownType(type, this.context.index) ? type : undefined;
  }
}

/** The check of the values of a kind of field. */
export type CheckOf<Value, Kind extends Field> = (value: Value, field: Kind, check: FieldCheck) => void;
