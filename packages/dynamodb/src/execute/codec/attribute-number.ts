import { Decimal, decimalFromText, decimalToText, type Integer, integerFromText } from "@rivulet/values";
import { AttributeValueError } from "./attribute-value.ts";

/** As many significant digits as DynamoDB keeps. */
export const maximumDigits = 38;
/** Exponents of the smallest and the largest number, as in 1E-130 and 9.99E+125. */
const smallestExponent = -130;
const largestExponent = 125;

/** Up to fifteen digits make a number that is exact without looking further. */
const shortInteger = /^-?\d{1,15}$/;
/** What has a last digit behind the point that is not zero is not whole, and not to be shortened. */
const fraction = /^-?\d+\.\d*[1-9]$/;

/**
 * Reads the text of an N, exactly. Whole numbers within 64 bits are integers, however they are written: `10`, `1E+1`
 * and `10.0` are the same to DynamoDB.
 *
 * @throws {AttributeValueError} for a text that is no number
 */
export function decodeNumber(text: string): Integer | Decimal {
  if (shortInteger.test(text)) return Number(text) + 0;
  const decimal = decimalFromText(text);
  if (!decimal) throw new AttributeValueError(`is ${JSON.stringify(text)}, which is no number`);
  if (fraction.test(text)) return decimal;
  const plain = decimalToText(decimal);
  return integerFromText(plain) ?? decimalFromText(plain) ?? decimal;
}

function refuseImprecise(text: string): void {
  const digits = text.replace(/[-.]/g, "").replace(/^0+|0+$/g, "");
  if (digits.length <= maximumDigits) return;
  throw new AttributeValueError(
    `is ${text}, which has ${digits.length} significant digits; DynamoDB keeps ${maximumDigits}. Round it first`,
  );
}

/** The exponent of the first digit that is not zero. */
function exponentOf(text: string): number {
  const [whole = "", rest = ""] = text.replace("-", "").split(".");
  return whole === "0" ? rest.replace(/^0+/, "").length - rest.length - 1 : whole.length - 1;
}

function refuseOutOfRange(text: string): void {
  const exponent = exponentOf(text);
  if (exponent >= smallestExponent && exponent <= largestExponent) return;
  throw new AttributeValueError(
    `has an exponent of ${exponent}; DynamoDB takes ${smallestExponent} to ${largestExponent}`,
  );
}

/**
 * The text of an N, all digits.
 *
 * @throws {AttributeValueError} for a number that DynamoDB would refuse; it is never rounded
 */
export function encodeNumber(value: Integer | Decimal): string {
  if (!(value instanceof Decimal)) return String(value);
  const text = decimalToText(value);
  // A shorter text has neither too many digits nor too large an exponent.
  if (text.length > maximumDigits) {
    refuseImprecise(text);
    refuseOutOfRange(text);
  }
  return text;
}
