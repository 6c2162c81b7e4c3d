import {
  type Decimal,
  decimalFromInteger,
  type EntityObject,
  type Integer,
  linkedObject,
  negateDecimal,
  negateInteger,
  ObjectList,
  readSlot,
  unreachable,
} from "@rivulet/values";
import type { CheckedExpression } from "../check/check.ts";
import { EvaluationError } from "../evaluation-error.ts";
import type { Evaluator } from "../evaluator.ts";
import { Operand } from "../operand.ts";
import { located } from "../operators/operator-overload.ts";
import type {
  AssociationTyped,
  AttributeTyped,
  EmptyCheckTyped,
  IfTyped,
  NegationTyped,
  PathTyped,
  TypedNode,
} from "../typed/typed-node.ts";
import { compileCall } from "./compile-call.ts";
import { compileChain } from "./compile-chain.ts";

/** What {@link compile} has to be told. */
export interface CompileOptions {
  /** The place of a variable in the frame's slots. Called once for each use, with the name without `$`. */
  slotOf(variable: string): number;
}

/** Compiles the parts of one expression. */
export type CompileNode = (node: TypedNode) => Evaluator;
/** The same for parts that an operator reads. */
export type CompileOperand = (node: TypedNode) => Operand;

/**
 * Makes a function of a checked expression. It reads variables from the frame's slots and attributes from their
 * slots; types were settled by the check, so it asks for none. Constants are read from the environment at each
 * evaluation, so a compiled expression serves every configuration; captions of enumerations are the project's at
 * the time of the check. Its result has the representation of the checked type (values: `Value`).
 *
 * Throws an `Error` for an expression that is not usable; the function throws {@link EvaluationError}.
 *
 * @example compile(checked, { slotOf: (name) => slots.get(name) })(frame)
 */
export function compile(checked: CheckedExpression, options: CompileOptions): Evaluator {
  const operand = compileOperand(checked, options);
  return (frame) => operand.valueIn(frame);
}

/** Like {@link compile}, for whoever reads the value himself: what is only a variable then costs no call. */
export function compileOperand(checked: CheckedExpression, options: CompileOptions): Operand {
  if (!checked.isUsable) throw new Error("Only an expression without errors can be compiled.");
  const toOperand: CompileOperand = (node) => operandOf(node, { options, compileNode });
  const compileNode: CompileNode = (node) => {
    switch (node.kind) {
      case "literal": {
        const { value } = node;
        return () => value;
      }
      case "variable":
      case "attribute":
      case "association":
        return compilePath(node, { options, isLenient: false });
      case "constant": {
        const { name } = node;
        return (frame) => frame.environment.constant(name);
      }
      case "placeholder": {
        const { evaluate } = node.row;
        return (frame) => evaluate(frame.environment);
      }
      case "call":
        return compileCall(node, compileNode);
      case "negation":
        return compileNegation(node, compileNode(node.operand));
      case "operation":
        return compileChain(node, toOperand);
      case "emptyCheck":
        return compileEmptyCheck(node, { options, compileNode });
      case "if":
        return compileIf(node, compileNode);
      case "toDecimal":
        return compileToDecimal(compileNode(node.operand));
      case "unusable":
        throw new Error("Only an expression without errors can be compiled.");
      default:
        return unreachable(node);
    }
  };
  return toOperand(checked.root);
}

function operandOf(node: TypedNode, { options, compileNode }: NodeCompilers): Operand {
  if (node.kind === "literal") return Operand.literal(node.value);
  if (node.kind === "variable") return Operand.variable(options.slotOf(node.name));
  const evaluate = compileNode(node);
  if (node.kind !== "attribute" || node.object.kind !== "variable") return Operand.computed(evaluate);
  const variableSlot = options.slotOf(node.object.name);
  return Operand.attribute({ variableSlot, attributeSlot: node.attribute.slot, evaluate });
}

function compileToDecimal(operand: Evaluator): Evaluator {
  return (frame) => {
    const value = operand(frame);
    return value === null ? null : decimalFromInteger(value as Integer);
  };
}

interface PathOptions {
  readonly options: CompileOptions;
  /** Whether a path over an empty object is empty instead of an error. */
  readonly isLenient: boolean;
}

function compilePath(node: PathTyped, path: PathOptions): Evaluator {
  switch (node.kind) {
    case "variable": {
      const slot = path.options.slotOf(node.name);
      return (frame) => frame.slots[slot] ?? null;
    }
    case "attribute":
      return compileAttribute(node, path);
    case "association":
      return compileAssociation(node, path);
    default:
      return unreachable(node);
  }
}

function compileAttribute(node: AttributeTyped, path: PathOptions): Evaluator {
  const attributeSlot = node.attribute.slot;
  const whenEmpty = emptyObject(node, path);
  if (node.object.kind === "variable") {
    // By far the most frequent path: one closure less.
    const slot = path.options.slotOf(node.object.name);
    return (frame) => {
      const value = frame.slots[slot] as EntityObject | null | undefined;
      return value === null || value === undefined ? whenEmpty() : readSlot(value, attributeSlot);
    };
  }
  const object = compilePath(node.object, path);
  return (frame) => {
    const value = object(frame) as EntityObject | null;
    return value === null ? whenEmpty() : readSlot(value, attributeSlot);
  };
}

function compileAssociation(node: AssociationTyped, path: PathOptions): Evaluator {
  const { association, end } = node;
  const object = compilePath(node.object, path);
  const whenEmpty = emptyObject(node, path);
  return (frame) => {
    const value = object(frame) as EntityObject | null;
    return value === null ? whenEmpty() : linkedObject({ object: value, association, end });
  };
}

function nameOfPath(path: PathTyped): string {
  if (path.kind === "variable") return `$${path.name}`;
  const step = path.kind === "attribute" ? path.attribute.name : path.association.name;
  return `${nameOfPath(path.object)}/${step}`;
}

/** What a step over an empty object gives: an error, or empty where the path is compared with empty. */
function emptyObject(
  { object, range }: AttributeTyped | AssociationTyped,
  { isLenient }: PathOptions,
): () => null {
  if (isLenient) return () => null;
  const name = nameOfPath(object);
  return () => {
    const message = `${name} is empty, so nothing can be read from it: check ${name} != empty first.`;
    throw new EvaluationError("empty-object", message, range);
  };
}

function compileNegation({ type, range }: NegationTyped, operand: Evaluator): Evaluator {
  const isInteger = type.kind === "integer";
  return (frame) => {
    const value = operand(frame);
    if (value === null) {
      throw new EvaluationError(
        "empty-operand",
        "The value behind '-' is empty: check for empty first.",
        range,
      );
    }
    try {
      return isInteger ? negateInteger(value as Integer) : negateDecimal(value as Decimal);
    } catch (error) {
      throw located(error, range);
    }
  };
}

interface NodeCompilers {
  readonly options: CompileOptions;
  readonly compileNode: CompileNode;
}

/** Empty is `empty` or a list without members; a path over an empty object is empty too (logic.md 3.2). */
function compileEmptyCheck(
  { operand, isNegated }: EmptyCheckTyped,
  { options, compileNode }: NodeCompilers,
): Evaluator {
  const isPath =
    operand.kind === "variable" || operand.kind === "attribute" || operand.kind === "association";
  const evaluate = isPath ? compilePath(operand, { options, isLenient: true }) : compileNode(operand);
  if (operand.type.kind === "list") {
    return (frame) => {
      const list = evaluate(frame);
      return (list instanceof ObjectList && list.items.length > 0) === isNegated;
    };
  }
  return isNegated ? (frame) => evaluate(frame) !== null : (frame) => evaluate(frame) === null;
}

function compileIf(node: IfTyped, compileNode: CompileNode): Evaluator {
  const condition = compileNode(node.condition);
  const whenTrue = compileNode(node.whenTrue);
  const whenFalse = compileNode(node.whenFalse);
  const { range } = node.condition;
  return (frame) => {
    const isTrue = condition(frame);
    if (isTrue === true) return whenTrue(frame);
    if (isTrue === false) return whenFalse(frame);
    throw new EvaluationError(
      "empty-operand",
      "The condition of 'if' is empty: check for empty first.",
      range,
    );
  };
}
