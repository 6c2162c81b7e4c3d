import type { DataType } from "@rivulet/values";
import type { TypeRule } from "./type-rule.ts";

/** What every field has. */
interface FieldBase {
  /** Key in the saved element's `fields`; letters and digits. */
  readonly name: string;
  readonly label: string;
  readonly documentation: string;
  readonly isRequired: boolean;
  /** The field counts, and is shown, only while another field has one of these values. */
  readonly visibleWhen?: { readonly field: string; readonly isOneOf: readonly string[] };
}

/** A text that is not an expression. */
export interface TextField extends FieldBase {
  readonly kind: "text";
  readonly isMultiline?: boolean;
  readonly maximumLength: number;
  readonly initialValue?: string;
}

/** Yes or no. */
export interface BooleanField extends FieldBase {
  readonly kind: "boolean";
  readonly initialValue: boolean;
}

/** One of a fixed set. */
export interface ChoiceField extends FieldBase {
  readonly kind: "choice";
  readonly options: readonly {
    readonly value: string;
    readonly label: string;
    readonly documentation: string;
  }[];
  readonly initialValue: string;
}

/** A type. Value: a `DataType`. */
export interface DataTypeField extends FieldBase {
  readonly kind: "dataType";
  readonly allowed: readonly DataType["kind"][];
}

/** An entity. Value: its qualified name. */
export interface EntityField extends FieldBase {
  readonly kind: "entity";
  /** Whether an abstract entity may be chosen. */
  readonly allowsAbstract: boolean;
}

/** An association from where a variable stands. Value: {@link AssociationChoice}. */
export interface AssociationField extends FieldBase {
  readonly kind: "association";
  /** The variable field that names the object from which one looks. */
  readonly start: string;
}

/** An existing variable. Value: its name without `$`. */
export interface VariableField extends FieldBase {
  readonly kind: "variable";
  readonly accepts: "object" | "list" | "scalar";
}

/** The variable that the activity makes. Value: its name without `$`. */
export interface NewVariableField extends FieldBase {
  readonly kind: "newVariable";
  readonly type: TypeRule;
  /**
   * Name that is proposed. `{entity}` stands for the entity's name; `many` is used when the type is a list
   * (seed catalog, default variable names).
   */
  readonly suggestion: { readonly one: string; readonly many: string };
  /** Where the variable can be used: after the activity, or only inside it (the iterator of a loop). */
  readonly scope: "after" | "inside";
}

/** An expression. Value: its text. */
export interface ExpressionField extends FieldBase {
  readonly kind: "expression";
  /** The types that fit, the preferred one first; empty when any type fits. */
  readonly expected: readonly TypeRule[];
  /** `parameter`: shown as a row of the parameter table (variable or expression), filled by type. */
  readonly presentation?: "parameter";
  /** Left undrawn it is a problem all the same when `isRequired`; empty at run time is the activity's own concern. */
  readonly isMultiline?: boolean;
}

/** Values for attributes and associations of an object. Value: {@link MemberAssignment} list. */
export interface MemberAssignmentsField extends FieldBase {
  readonly kind: "memberAssignments";
  /** The object type whose members are assigned. */
  readonly object: TypeRule;
  /** A change may add to and remove from a set; a new object is only set. */
  readonly allowsAddAndRemove: boolean;
}

/** A microflow with an argument for each of its parameters. Value: {@link MicroflowCall}. */
export interface MicroflowCallField extends FieldBase {
  readonly kind: "microflowCall";
}

/** A page with an argument for each of its parameters. Value: {@link PageCall}. */
export interface PageCallField extends FieldBase {
  readonly kind: "pageCall";
}

/** An attribute of an object. Value: its name. */
export interface AttributeField extends FieldBase {
  readonly kind: "attribute";
  /** The variable field that names the object. */
  readonly object: string;
}

/** A field of an activity: everything that dialogs, checks, the runtime and the documentation need to know. */
export type Field =
  | TextField
  | BooleanField
  | ChoiceField
  | DataTypeField
  | EntityField
  | AssociationField
  | VariableField
  | NewVariableField
  | ExpressionField
  | MemberAssignmentsField
  | MicroflowCallField
  | PageCallField
  | AttributeField;

/** The kinds of fields. Drawing and compiling them are exhaustive tables over this type. */
export type FieldKind = Field["kind"];

/** The field of a kind. */
export type FieldOf<Kind extends FieldKind> = Extract<Field, { readonly kind: Kind }>;
