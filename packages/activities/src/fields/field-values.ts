import { dataTypeSchema, type JsonValue } from "@rivulet/model";
import type { DataType } from "@rivulet/values";
import * as z from "zod/mini";
import type { FieldKind } from "./field.ts";

const name = z.string().check(z.maxLength(401));
/** The longest expression, in characters. */
export const maximumExpressionLength = 100_000;

const expression = z.string().check(z.maxLength(maximumExpressionLength));

/** An association and the end at which the start variable stands. */
export interface AssociationChoice {
  readonly association: string;
  readonly end: "owner" | "target";
}

/**
 * A value for one member of an object: an attribute by its name, or an association by its qualified name.
 * `operation` matters for associations that hold many; it is `set` when left out.
 */
export interface MemberAssignment {
  readonly member: string;
  readonly operation?: "set" | "add" | "remove" | undefined;
  readonly value: string;
}

/** A call: the microflow, and an expression for each parameter by its name. */
export interface MicroflowCall {
  readonly microflow: string;
  readonly arguments: Readonly<Record<string, string>>;
}

/** A page that is shown, and an expression for each of its parameters by its name. */
export interface PageCall {
  readonly page: string;
  readonly arguments: Readonly<Record<string, string>>;
}

/** The saved value of a field, by kind of field. */
export interface FieldValues {
  readonly text: string;
  readonly boolean: boolean;
  readonly choice: string;
  readonly dataType: DataType;
  readonly entity: string;
  readonly association: AssociationChoice;
  readonly variable: string;
  readonly newVariable: string;
  readonly expression: string;
  readonly memberAssignments: readonly MemberAssignment[];
  readonly microflowCall: MicroflowCall;
  readonly pageCall: PageCall;
  readonly attribute: string;
}

/** Schemas of the saved values: what a file may hold in an element's `fields`. */
export const fieldSchemas = {
  text: z.string().check(z.maxLength(100_000)),
  boolean: z.boolean(),
  choice: z.string().check(z.maxLength(200)),
  dataType: dataTypeSchema,
  entity: name,
  association: z.strictObject({ association: name, end: z.enum(["owner", "target"]) }),
  variable: name,
  newVariable: name,
  expression,
  memberAssignments: z.array(
    z.strictObject({
      member: name,
      operation: z.optional(z.enum(["set", "add", "remove"])),
      value: expression,
    }),
  ),
  microflowCall: z.strictObject({ microflow: name, arguments: z.record(name, expression) }),
  pageCall: z.strictObject({ page: name, arguments: z.record(name, expression) }),
  attribute: name,
} as const satisfies { readonly [Kind in FieldKind]: z.ZodMiniType<FieldValues[Kind]> };

/**
 * Reads a saved field value: the value, or `undefined` when it is missing or of another form.
 *
 * @example readField("variable", element.fields["list"])
 */
export function readField<Kind extends FieldKind>(
  kind: Kind,
  json: JsonValue | undefined,
): FieldValues[Kind] | undefined {
  const result = fieldSchemas[kind].safeParse(json);
  return result.success ? (result.data as FieldValues[Kind]) : undefined;
}
