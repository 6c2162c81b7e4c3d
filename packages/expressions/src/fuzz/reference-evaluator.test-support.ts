import { type EntityObject, linkedObject, readAttribute, unreachable, type Value } from "@rivulet/values";
import type { Variables } from "../evaluate.test-support.ts";
import type { BinarySpelling, CallNode, ExpressionNode, VariableNode } from "../syntax/node.ts";
import { fuzzModel, fuzzNow } from "./fuzz-scope.test-support.ts";
import {
  add,
  compare,
  divide,
  fromDecimal,
  fromInteger,
  fromText,
  multiply,
  negate,
  type PlainNumber,
  ReferenceFailure,
  remainder,
  roundTo,
  textOf,
} from "./plain-number.test-support.ts";

/**
 * A slow and obvious evaluator that walks the tree as it is written, knows types only from the values that it meets,
 * and shares no arithmetic with the product. The compiled closures must give what it gives.
 */

/** A value with its type; `empty` has the type of where it came from. */
export type Tagged =
  | { readonly type: "integer" | "decimal"; readonly value: PlainNumber | null }
  | { readonly type: "string" | "enumeration"; readonly value: string | null }
  | { readonly type: "boolean"; readonly value: boolean | null }
  | { readonly type: "dateTime"; readonly value: number | null }
  | { readonly type: "object"; readonly value: EntityObject | null }
  | { readonly type: "empty"; readonly value: null };

type Surroundings = Variables;

function fail(code: string): never {
  throw new ReferenceFailure(code);
}

/** Evaluates a valid expression of the fuzz scope. Throws `ReferenceFailure` with the code of the failure. */
export function evaluateReference(node: ExpressionNode, variables: Surroundings): Tagged {
  switch (node.kind) {
    case "number":
      return numberLiteral(node.text);
    case "string":
      return { type: "string", value: node.value };
    case "boolean":
      return { type: "boolean", value: node.value };
    case "empty":
      return { type: "empty", value: null };
    case "name":
      return { type: "enumeration", value: node.name.split(".").at(-1) ?? "" };
    case "placeholder":
      return { type: "dateTime", value: fuzzNow };
    case "variable":
      return path(node, variables, false);
    case "unary":
      return negative(node.operand, variables);
    case "if":
      return conditional(node, variables);
    case "binary":
      return binary(node, variables);
    case "call":
      return call(node, variables);
    case "constant":
    case "missing":
      throw new Error(`The fuzz scope has no ${node.kind}.`);
    default:
      return unreachable(node);
  }
}

function numberLiteral(text: string): Tagged {
  return text.includes(".")
    ? { type: "decimal", value: fromText(text) }
    : { type: "integer", value: fromText(text) };
}

function tagged(type: string, value: Value): Tagged {
  switch (type) {
    case "integer":
    case "long":
    case "Integer":
      return { type: "integer", value: value === null ? null : fromInteger(value as number | bigint) };
    case "decimal":
    case "Decimal":
      return { type: "decimal", value: value === null ? null : fromDecimal(value as never) };
    case "string":
    case "String":
      return { type: "string", value: value as string | null };
    case "boolean":
    case "Boolean":
      return { type: "boolean", value: value as boolean | null };
    case "DateTime":
      return { type: "dateTime", value: value as number | null };
    case "Enumeration(Shop.Status)":
      return { type: "enumeration", value: value as string | null };
    default:
      return { type: "object", value: value as EntityObject | null };
  }
}

function path(node: VariableNode, variables: Surroundings, isCheckedForEmpty: boolean): Tagged {
  const [type, value] = variables[node.name] ?? fail("no variable");
  let current = tagged(type, value);
  for (const { name } of node.steps) {
    if (name === "Shop.Customer") continue;
    if (current.value === null) {
      if (isCheckedForEmpty) return { type: "empty", value: null };
      fail("empty-object");
    }
    current = step(current.value as EntityObject, name);
  }
  return current;
}

function step(object: EntityObject, name: string): Tagged {
  const association = fuzzModel.associations?.find((candidate) => candidate.name === name);
  if (association) return { type: "object", value: linkedObject({ object, association, end: "owner" }) };
  const type = object.shape.attributesByName.get(name)?.type.kind ?? fail("no attribute");
  return tagged(type, readAttribute(object, name));
}

function needed(side: Tagged): Exclude<Tagged["value"], null> {
  return side.value ?? fail("empty-operand");
}

function numberOf(side: Tagged): PlainNumber {
  return needed(side) as PlainNumber;
}

function negative(operand: ExpressionNode, variables: Surroundings): Tagged {
  if (operand.kind === "number" && operand.parentheses === 0) {
    const literal = numberLiteral(operand.text);
    return { ...literal, value: negate(numberOf(literal)) } as Tagged;
  }
  const side = evaluateReference(operand, variables);
  const value = negate(numberOf(side));
  return side.type === "integer"
    ? { type: "integer", value: within64Bits(value) }
    : { type: "decimal", value };
}

function conditional(node: ExpressionNode & { kind: "if" }, variables: Surroundings): Tagged {
  const condition = needed(evaluateReference(node.condition, variables));
  return evaluateReference(condition === true ? node.whenTrue : node.whenFalse, variables);
}

function within64Bits(value: PlainNumber): PlainNumber {
  const whole = value.mantissa;
  return whole < -(2n ** 63n) || whole >= 2n ** 63n ? fail("integer-overflow") : value;
}

const arithmetic: Readonly<Record<string, (left: PlainNumber, right: PlainNumber) => PlainNumber>> = {
  "+": add,
  "-": (left, right) => add(left, negate(right)),
  "*": multiply,
  mod: remainder,
  ":": divide,
  div: divide,
};

const orders: Readonly<Record<string, (sign: number) => boolean>> = {
  "<": (sign) => sign < 0,
  "<=": (sign) => sign <= 0,
  ">": (sign) => sign > 0,
  ">=": (sign) => sign >= 0,
};

function binary(node: ExpressionNode & { kind: "binary" }, variables: Surroundings): Tagged {
  const { operator } = node;
  if (operator === "and" || operator === "or") return logic(node, variables);
  if (operator === "=" || operator === "!=") return equality(node, variables);
  const left = evaluateReference(node.left, variables);
  const right = evaluateReference(node.right, variables);
  if (operator === "+" && (left.type === "string" || right.type === "string")) {
    return { type: "string", value: joined(left) + joined(right) };
  }
  const order = orders[operator];
  if (order) return { type: "boolean", value: order(compareTagged(left, right)) };
  return calculated(operator, left, right);
}

function calculated(operator: BinarySpelling, left: Tagged, right: Tagged): Tagged {
  const [first, second] = [numberOf(left), numberOf(right)];
  const value = arithmetic[operator]?.(first, second) ?? fail("no operator");
  const isWhole =
    left.type === "integer" && right.type === "integer" && operator !== ":" && operator !== "div";
  return isWhole ? { type: "integer", value: within64Bits(value) } : { type: "decimal", value };
}

function compareTagged(left: Tagged, right: Tagged): number {
  const [first, second] = [needed(left), needed(right)];
  if (left.type === "dateTime") return Number(first) - Number(second);
  return compare(first as PlainNumber, second as PlainNumber);
}

function logic(node: ExpressionNode & { kind: "binary" }, variables: Surroundings): Tagged {
  const left = needed(evaluateReference(node.left, variables));
  if (left === (node.operator === "or")) return { type: "boolean", value: left };
  return { type: "boolean", value: needed(evaluateReference(node.right, variables)) as boolean };
}

function forEquality(node: ExpressionNode, other: ExpressionNode, variables: Surroundings): Tagged {
  const isChecked = node.kind === "variable" && other.kind === "empty";
  return isChecked ? path(node, variables, true) : evaluateReference(node, variables);
}

function equality(
  { operator, left, right }: ExpressionNode & { kind: "binary" },
  variables: Surroundings,
): Tagged {
  const first = forEquality(left, right, variables);
  const second = forEquality(right, left, variables);
  return { type: "boolean", value: areEqual(first, second) === (operator === "=") };
}

function areEqual(left: Tagged, right: Tagged): boolean {
  if (left.value === null || right.value === null) return left.value === right.value;
  if (left.type === "integer" || left.type === "decimal")
    return compare(left.value, right.value as PlainNumber) === 0;
  return left.value === right.value;
}

function joined({ type, value }: Tagged): string {
  if (value === null) return "";
  return type === "integer" || type === "decimal" ? textOf(value) : String(value);
}

/** Arguments are looked at from left to right; empty is '' where text is wanted and a failure where a value is. */
function call(node: CallNode, variables: Surroundings): Tagged {
  const takesEmpty = node.name === "toString" || node.name === "getKey";
  const list = node.arguments.map((argument, index): Tagged => {
    const value = evaluateReference(argument, variables);
    if (value.value !== null || takesEmpty || (node.name === "parseInteger" && index === 1)) return value;
    return value.type === "string" ? { type: "string", value: "" } : fail("empty-operand");
  });
  return (functions[node.name] ?? fail(`no function ${node.name}`))(list);
}

type ReferenceFunction = (list: readonly Tagged[]) => Tagged;

function texts(list: readonly Tagged[]): string[] {
  return list.map(({ value }) => String(value));
}

function integerOf(value: number | bigint): Tagged {
  return { type: "integer", value: fromInteger(value) };
}

function rounded(mode: "nearest" | "down" | "up"): ReferenceFunction {
  return ([number, places]) => {
    if (!number) return fail("no argument");
    if (places)
      return { type: "decimal", value: roundTo(numberOf(number), Number(textOf(numberOf(places))), mode) };
    return { type: "integer", value: within64Bits(roundTo(numberOf(number), 0, mode)) };
  };
}

function extreme(isBetter: (sign: number) => boolean): ReferenceFunction {
  return (list) => {
    const best = list.reduce((winner, one) => (isBetter(compareTagged(one, winner)) ? one : winner));
    const isDecimal = list.some(({ type }) => type === "decimal");
    return isDecimal ? { type: "decimal", value: numberOf(best) } : best;
  };
}

function substring([whole, start]: readonly Tagged[]): Tagged {
  const text = String(whole?.value);
  const from = Number(textOf(start?.value as PlainNumber));
  if (from < 0 || (from >= text.length && from !== 0)) fail("argument-out-of-range");
  return { type: "string", value: text.substring(from) };
}

function moved(milliseconds: (date: Date, amount: number) => number): ReferenceFunction {
  return ([date, amount]) => {
    const count = Number(textOf(amount?.value as PlainNumber));
    return { type: "dateTime", value: milliseconds(new Date(Number(date?.value)), count) };
  };
}

function monthsLater(date: Date, months: number): number {
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  return date.setUTCDate(Math.min(day, last));
}

const functions: Readonly<Record<string, ReferenceFunction>> = {
  length: (list) => integerOf(texts(list)[0]?.length ?? 0),
  find: (list) => integerOf(texts(list)[0]?.indexOf(texts(list)[1] ?? "") ?? -1),
  contains: (list) => ({ type: "boolean", value: texts(list)[0]?.includes(texts(list)[1] ?? "") ?? null }),
  startsWith: (list) => ({
    type: "boolean",
    value: texts(list)[0]?.startsWith(texts(list)[1] ?? "") ?? null,
  }),
  endsWith: (list) => ({ type: "boolean", value: texts(list)[0]?.endsWith(texts(list)[1] ?? "") ?? null }),
  trim: (list) => ({ type: "string", value: texts(list)[0]?.trim() ?? null }),
  toUpperCase: (list) => ({ type: "string", value: texts(list)[0]?.toUpperCase() ?? null }),
  toLowerCase: (list) => ({ type: "string", value: texts(list)[0]?.toLowerCase() ?? null }),
  substring,
  toString: ([value]: readonly Tagged[]): Tagged => ({ type: "string", value: value ? joined(value) : "" }),
  getKey: ([value]) => ({ type: "string", value: String(value?.value ?? "") }),
  not: ([value]) => ({ type: "boolean", value: value?.value === false }),
  round: rounded("nearest"),
  floor: rounded("down"),
  ceil: rounded("up"),
  max: extreme((sign) => sign > 0),
  min: extreme((sign) => sign < 0),
  abs: ([number]) => {
    if (!number) return fail("no argument");
    const value = numberOf(number).mantissa < 0n ? negate(numberOf(number)) : numberOf(number);
    return number.type === "integer"
      ? { type: "integer", value: within64Bits(value) }
      : { type: "decimal", value };
  },
  parseInteger: ([text, otherwise]) => {
    const value = String(text?.value);
    const isWhole = /^[+-]?\d+$/.test(value) && BigInt.asIntN(64, BigInt(value)) === BigInt(value);
    return isWhole ? integerOf(BigInt(value)) : (otherwise ?? fail("no argument"));
  },
  dateTimeUTC: () => ({ type: "dateTime", value: Date.UTC(2024, 1, 29) }),
  addDays: moved((date, days) => date.getTime() + days * 86_400_000),
  subtractHours: moved((date, hours) => date.getTime() - hours * 3_600_000),
  addMonths: moved(monthsLater),
  beginOfDay: ([date]) => ({
    type: "dateTime",
    value: new Date(Number(date?.value)).setUTCHours(0, 0, 0, 0),
  }),
};
