import {
  absoluteDecimal,
  compareDecimals,
  Decimal,
  decimalFromText,
  decimalToText,
  EntityObject,
  ObjectList,
  readAttribute,
  subtractDecimals,
  type Value,
} from "@rivulet/values";
import type { ExpressionType } from "../typed/expression-type.ts";
import type { CaseObject, ExpressionCase } from "./case-format.ts";
import { simpleValue } from "./case-scope.ts";

/** A value with what is needed to compare it. */
export interface JudgedValue {
  readonly value: Value;
  readonly type: ExpressionType["kind"];
  readonly idOf: (object: EntityObject) => string | undefined;
}

const kinds: Readonly<Record<string, ExpressionType["kind"]>> = {
  String: "string",
  Integer: "integer",
  Long: "integer",
  Decimal: "decimal",
  Boolean: "boolean",
  DateTime: "dateTime",
  Enumeration: "enumeration",
  Object: "object",
  List: "list",
};

const minute = 60_000;

type Comparison = (value: Value, expected: Value) => boolean;

function isEqual(value: Value, expected: Value): boolean {
  if (value instanceof Decimal && expected instanceof Decimal) return compareDecimals(value, expected) === 0;
  return value === expected;
}

function withoutKindsOfBlank(value: Value): Value {
  return typeof value === "string" ? value.replaceAll(/\s/g, " ") : value;
}

/** The comparisons that a case can ask for by name. */
const comparisons: Readonly<Record<string, Comparison>> = {
  "exact-digits": (value, expected) =>
    value instanceof Decimal &&
    expected instanceof Decimal &&
    decimalToText(value) === decimalToText(expected),
  "same-minute": (value, expected) =>
    Math.floor(Number(value) / minute) === Math.floor(Number(expected) / minute),
  "spaces-equivalent": (value, expected) => withoutKindsOfBlank(value) === withoutKindsOfBlank(expected),
};

function isWithin(value: Value, expected: Value, limit: string): boolean {
  const most = decimalFromText(limit);
  if (!most || !(value instanceof Decimal) || !(expected instanceof Decimal)) return false;
  return compareDecimals(absoluteDecimal(subtractDecimals(value, expected)), most) <= 0;
}

function isSimpleExpected(value: Value, expected: Value, check: string | undefined): boolean {
  if (check === undefined) return isEqual(value, expected);
  const [, limit] = /^abs-error<=(.+)$/.exec(check) ?? [];
  if (limit !== undefined) return isWithin(value, expected, limit);
  return (Object.hasOwn(comparisons, check) ? comparisons[check] : undefined)?.(value, expected) ?? false;
}

function isFraction(value: Value): boolean {
  if (!(value instanceof Decimal)) return false;
  return compareDecimals(value, new Decimal(0, 0)) >= 0 && compareDecimals(value, new Decimal(1, 0)) < 0;
}

function isSameObject(object: EntityObject, expected: CaseObject, { idOf }: JudgedValue): boolean {
  if (expected.id !== undefined && idOf(object) !== expected.id) return false;
  return Object.entries(expected.members ?? {}).every(([name, member]) => {
    const kind = kinds[member.type] ?? "string";
    if (kind === "object" || !object.shape.attributesByName.has(name)) return kind === "object";
    return isEqual(readAttribute(object, name), simpleValue(kind as "string", member.value));
  });
}

/** Whether a value is what its case expects, compared as the case says (conformance README). */
export function isExpected(judged: JudgedValue, { type, expected, check }: ExpressionCase): boolean {
  const { value } = judged;
  if (judged.type !== kinds[type] && judged.type !== "empty") return false;
  if (check === "0 <= value < 1") return isFraction(value);
  if (expected === null || value === null) return value === expected;
  if (value instanceof EntityObject) return isSameObject(value, expected as CaseObject, judged);
  if (value instanceof ObjectList) {
    const list = expected as readonly CaseObject[];
    return (
      list.length === value.items.length &&
      value.items.every((object, index) => isSameObject(object, list[index] ?? {}, judged))
    );
  }
  return isSimpleExpected(value, simpleValue(judged.type as "string", expected), check);
}
