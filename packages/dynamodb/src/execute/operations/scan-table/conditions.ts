import { FlowError } from "@rivulet/runtime";
import { compareDecimals, decimalFromText, type EntityObject, readAttribute } from "@rivulet/values";
import type { AttributeJson } from "../../codec/attribute-value.ts";
import { type ReadingPlace, readOperand } from "../../items/read-item.ts";
import { missingAttribute, titleOf } from "../../items/refusals.ts";
import { inModule } from "../../module-name.ts";

/** How an operator of a Condition is written in a filter expression, and how many operands it takes. */
interface OperatorRow {
  readonly operands: readonly [minimum: number, maximum: number];
  readonly write: (name: string, values: readonly string[]) => string;
}

const compare = (sign: string): OperatorRow => ({
  operands: [1, 1],
  write: (name, [value]) => `${name} ${sign} ${value}`,
});

/**
 * The operators of AWS's older form of a filter, `ScanFilter`, in the newer one. The older one cannot test an attribute
 * twice, and cannot stand beside an expression. An item without the attribute passes NE and NOT_CONTAINS.
 */
const operators: Readonly<Record<string, OperatorRow>> = {
  EQ: compare("="),
  NE: compare("<>"),
  LE: compare("<="),
  LT: compare("<"),
  GE: compare(">="),
  GT: compare(">"),
  _NULL: { operands: [0, 0], write: (name) => `attribute_not_exists(${name})` },
  NOT_NULL: { operands: [0, 0], write: (name) => `attribute_exists(${name})` },
  BEGINS_WITH: { operands: [1, 1], write: (name, [value]) => `begins_with(${name}, ${value})` },
  CONTAINS: { operands: [1, 1], write: (name, [value]) => `contains(${name}, ${value})` },
  NOT_CONTAINS: {
    operands: [1, 1],
    write: (name, [value]) => `NOT contains(${name}, ${value})`,
  },
  BETWEEN: { operands: [2, 2], write: (name, [low, high]) => `${name} BETWEEN ${low} AND ${high}` },
  IN: { operands: [1, 100], write: (name, values) => `${name} IN (${values.join(", ")})` },
};

/** A filter with the stand-ins that it uses. */
export interface Filter {
  readonly expression: string;
  readonly names: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, AttributeJson>>;
}

function required(condition: EntityObject, attribute: string, { activity }: ReadingPlace): string {
  const value = readAttribute(condition, attribute);
  if (typeof value !== "string" || value === "") throw missingAttribute(condition, attribute, activity);
  return value;
}

function countInWords([minimum, maximum]: OperatorRow["operands"]): string {
  if (maximum === 0) return "no value";
  if (maximum > 2) return `${minimum} to ${maximum} values`;
  return maximum === 1 ? "one value" : "two values: the lower one first";
}

function requireCount(
  condition: EntityObject,
  { operator, count }: { readonly operator: string; readonly count: number },
  activity: string,
): void {
  const operands = operators[operator]?.operands ?? [0, 0];
  if (count >= operands[0] && count <= operands[1]) return;
  throw new FlowError({
    code: "wrong-operands",
    message: `The ${titleOf(condition)} given to ${activity} compares by ${operator.replace("_NULL", "NULL")}, which takes ${countInWords(operands)}; ${count} are linked to it.`,
    details: { activity, entity: condition.shape.name, operator, operands: count },
  });
}

/** Which of two values DynamoDB sorts first: below 0 for the left one; 0 also for what cannot be compared. */
function order(left: AttributeJson, right: AttributeJson): number {
  if ("N" in left && "N" in right) {
    const [low, high] = [decimalFromText(left.N), decimalFromText(right.N)];
    return low && high ? compareDecimals(low, high) : 0;
  }
  return "S" in left && "S" in right ? Buffer.compare(Buffer.from(left.S), Buffer.from(right.S)) : 0;
}

/** AWS refuses such a request; not every stand-in does. */
function requireOrder(
  condition: EntityObject,
  [low, high]: readonly AttributeJson[],
  activity: string,
): void {
  if (!low || !high || order(low, high) <= 0) return;
  throw new FlowError({
    code: "wrong-operands",
    message: `The ${titleOf(condition)} given to ${activity} compares by BETWEEN, and its first value is larger than its second. Link the lower one first.`,
    details: { activity, entity: condition.shape.name, operator: "BETWEEN" },
  });
}

/**
 * The Conditions of a request as one filter expression, joined with AND in the order in which they were linked.
 *
 * @param isTaken stand-ins that are used elsewhere in the request
 * @throws {FlowError} `missing-attribute`, `wrong-operands`
 */
export function filterOfConditions(
  conditions: readonly EntityObject[],
  place: ReadingPlace,
  isTaken: (standIn: string) => boolean,
): Filter {
  const names: Record<string, string> = {};
  const values: Record<string, AttributeJson> = {};
  let last = 0;
  const standIn = (mark: "#" | ":"): string => {
    last += 1;
    const name = `${mark}c${last}`;
    return isTaken(name) ? standIn(mark) : name;
  };
  const write = (condition: EntityObject): string => {
    const key = required(condition, "Key", place);
    const operator = required(condition, "ComparisonOperator", place);
    const operands = place.context.linked(inModule("AbstractScanTableValue_Condition"), condition);
    requireCount(condition, { operator, count: operands.length }, place.activity);
    const name = standIn("#");
    names[name] = key;
    const jsons = operands.map((operand) => readOperand(operand, place));
    if (operator === "BETWEEN") requireOrder(condition, jsons, place.activity);
    const valueNames = jsons.map((json) => {
      const value = standIn(":");
      values[value] = json;
      return value;
    });
    return operators[operator]?.write(name, valueNames) ?? "";
  };
  return { expression: conditions.map(write).join(" AND "), names, values };
}
