import type { Decimal, EntityObject, Integer, ObjectList, Value } from "@rivulet/values";
import type { EvaluationEnvironment } from "../evaluation-environment.ts";
import type { EvaluationErrorCode } from "../evaluation-error.ts";
import type { ModelLookup } from "../model-lookup.ts";
import type { ExpressionType } from "../typed/expression-type.ts";

/** What an implementation gets for an argument of each kind. */
interface ValueOfKind {
  string: string;
  integer: Integer;
  decimal: Decimal;
  boolean: boolean;
  /** Epoch milliseconds. */
  dateTime: number;
  /** The key. */
  enumeration: string;
  object: EntityObject;
  list: ObjectList;
}

/** The kinds that a parameter can have; an enumeration, object or list is one of any type. */
export type ParameterKind = keyof ValueOfKind;

/** The kinds that a function can give. */
export type ResultKind = "string" | "integer" | "decimal" | "boolean" | "dateTime";

/** A parameter of a function. */
export interface Parameter<Kind extends ParameterKind = ParameterKind, Empty extends boolean = boolean> {
  readonly name: string;
  readonly kind: Kind;
  /** Whether the implementation deals with `empty`; otherwise it is an error, and for a String the empty text. */
  readonly takesEmpty: Empty;
  /** Whether only a value that is written down is taken, no variable. */
  readonly isFixed?: true;
  /** Whether any number of arguments may follow for it. Only the last parameter can be so. */
  readonly isRepeated?: true;
}

type ValuesOf<Parameters extends readonly Parameter[]> = {
  [Index in keyof Parameters]: Parameters[Index] extends Parameter<infer Kind, infer Empty>
    ? ValueOfKind[Kind] | (Empty extends true ? null : never)
    : never;
};

/** Runs a function; throws {@link FunctionFailure} or `ArithmeticError`. */
export type Implementation = (environment: EvaluationEnvironment, ...values: never[]) => Value;

/** One way to call a function. */
export interface Signature {
  readonly parameters: readonly Parameter[];
  readonly result: ResultKind;
  readonly evaluate: Implementation;
  /** Replaces `evaluate` where it depends on the types of the arguments. */
  readonly bind?: (types: readonly ExpressionType[], model: ModelLookup) => Implementation;
  /** Whether it asks the environment's engine for regular expressions. */
  readonly needsPatterns?: true;
  /** Looks at arguments that are written down (`undefined` is any other) and says what is wrong with one. */
  readonly inspect?: (values: readonly (Value | undefined)[]) => ArgumentFault | undefined;
}

/** What is wrong with a written argument. */
export interface ArgumentFault {
  readonly index: number;
  readonly message: string;
}

/** A signature with the implementation for one call. */
export interface BoundSignature {
  readonly parameters: readonly Parameter[];
  readonly evaluate: Implementation;
}

/** A failure of a function; whoever calls it adds the place. */
export class FunctionFailure extends Error {
  override readonly name = "FunctionFailure";
  readonly code: EvaluationErrorCode;

  constructor(code: EvaluationErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** A parameter that needs a value. */
export function parameter<const Kind extends ParameterKind>(
  kind: Kind,
  name: string,
): Parameter<Kind, false> {
  return { name, kind, takesEmpty: false };
}

/** A parameter whose function deals with `empty` itself. */
export function emptyable<const Kind extends ParameterKind>(kind: Kind, name: string): Parameter<Kind, true> {
  return { name, kind, takesEmpty: true };
}

/** A parameter that takes only a value that is written down. */
export function fixed<const Kind extends ParameterKind>(kind: Kind, name: string): Parameter<Kind, false> {
  return { name, kind, takesEmpty: false, isFixed: true };
}

/**
 * A signature whose implementation has the types of its parameters.
 *
 * @example signature([parameter("string", "text")], "integer", (_, text) => text.length)
 */
export function signature<const Parameters extends readonly Parameter[]>(
  parameters: Parameters,
  result: ResultKind,
  evaluate: (environment: EvaluationEnvironment, ...values: ValuesOf<Parameters>) => Value,
): Signature {
  return { parameters, result, evaluate: evaluate as Implementation };
}

/** A signature whose only parameter may be given twice or more: max, min. */
export function repeated<const Kind extends ParameterKind>(
  { kind, name }: Parameter<Kind, false>,
  result: ResultKind,
  evaluate: (environment: EvaluationEnvironment, ...values: ValueOfKind[Kind][]) => Value,
): Signature {
  const parameters = [
    { name: `${name}1`, kind, takesEmpty: false },
    { name: `${name}2`, kind, takesEmpty: false, isRepeated: true },
  ] as const;
  return { parameters, result, evaluate };
}
