import { ArithmeticError, type Value } from "@rivulet/values";
import { EvaluationError } from "../evaluation-error.ts";
import type { Evaluator } from "../evaluator.ts";
import type { Implementation } from "../functions/signature.ts";
import { FunctionFailure, type Parameter } from "../functions/signature.ts";
import { parameterAt } from "../functions/signature-text.ts";
import { expressionLimits, textTooLong } from "../limits.ts";
import type { TextRange } from "../syntax/node.ts";
import type { CallTyped } from "../typed/typed-node.ts";
import type { CompileNode } from "./compile.ts";

type AnyImplementation = (environment: Parameters<Implementation>[0], ...values: Value[]) => Value;

/** A call: its arguments, `empty` dealt with, then the implementation; failures get the place of the call. */
export function compileCall(node: CallTyped, compileNode: CompileNode): Evaluator {
  const list = node.arguments.map((argument, index) => {
    return compileArgument(compileNode(argument), parameterAt(node.signature, index), {
      node,
      range: argument.range,
    });
  });
  const evaluate = node.signature.evaluate as AnyImplementation;
  const call = guarded(applied(evaluate, list), node.range);
  return node.type.kind === "string" ? limited(call, node.range) : call;
}

/** The usual numbers of arguments do without an array. */
function applied(evaluate: AnyImplementation, list: readonly Evaluator[]): Evaluator {
  const [first, second, third] = list as [Evaluator, Evaluator, Evaluator];
  switch (list.length) {
    case 0:
      return (frame) => evaluate(frame.environment);
    case 1:
      return (frame) => evaluate(frame.environment, first(frame));
    case 2:
      return (frame) => evaluate(frame.environment, first(frame), second(frame));
    case 3:
      return (frame) => evaluate(frame.environment, first(frame), second(frame), third(frame));
    default:
      return (frame) => evaluate(frame.environment, ...list.map((argument) => argument(frame)));
  }
}

function guarded(call: Evaluator, range: TextRange): Evaluator {
  return (frame) => {
    try {
      return call(frame);
    } catch (error) {
      if (error instanceof FunctionFailure || error instanceof ArithmeticError) {
        throw new EvaluationError(error.code, error.message, range);
      }
      throw error;
    }
  };
}

/** A text that grows on the way, as by urlEncode, is bounded like one that is joined. */
function limited(call: Evaluator, range: TextRange): Evaluator {
  return (frame) => {
    const text = call(frame) as string;
    if (text.length <= expressionLimits.resultLength) return text;
    throw new EvaluationError("limit-size", textTooLong(), range);
  };
}

interface ArgumentPlace {
  readonly node: CallTyped;
  readonly range: TextRange;
}

/** Where text is wanted, empty is the empty text; where a value is, it is an error (docs: expressions.md, Empty). */
function compileArgument(
  evaluate: Evaluator,
  parameter: Parameter,
  { node, range }: ArgumentPlace,
): Evaluator {
  if (parameter.takesEmpty) return evaluate;
  if (parameter.kind === "string") return (frame) => evaluate(frame) ?? "";
  const message = `${node.name} needs a value for '${parameter.name}', and it is empty: check for empty first.`;
  return (frame) => {
    const value = evaluate(frame);
    if (value === null) throw new EvaluationError("empty-operand", message, range);
    return value;
  };
}
