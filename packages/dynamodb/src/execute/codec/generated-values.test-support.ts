import { Decimal, decimalFromText, decimalToText, type Integer, integerFromText } from "@rivulet/values";
import fc from "fast-check";
import { maximumDigits } from "./attribute-number.ts";
import type { AttributeMap, AttributeSet, AttributeValue, SetMembers } from "./attribute-value.ts";

/** A number of 1 to 38 digits whose first digit has an exponent that DynamoDB takes; as integer where it is one. */
const largeNumber = fc
  .record({
    digits: fc.stringMatching(new RegExp(`^[1-9][0-9]{0,${maximumDigits - 1}}$`)),
    exponent: fc.integer({ min: -130, max: 125 }),
    isNegative: fc.boolean(),
  })
  .map(({ digits, exponent, isNegative }) => {
    const shift = exponent - digits.length + 1;
    const text = `${isNegative ? "-" : ""}${digits}e${shift}`;
    const plain = decimalToText(decimalFromText(text) as Decimal);
    return integerFromText(plain) ?? (decimalFromText(plain) as Decimal);
  });

const long = fc
  .bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })
  .map((value) => integerFromText(String(value)) as Integer);
const price = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((cents): Integer | Decimal => {
  const text = decimalToText(new Decimal(cents, 2));
  return integerFromText(text) ?? (decimalFromText(text) as Decimal);
});
const number = fc.oneof(fc.integer(), long, price, largeNumber, fc.constantFrom<Integer>(0, 1, -1));

const text = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 20 }),
  fc.constantFrom("", "__proto__", "constructor", "0", "null", "true"),
);
const bytes = fc.uint8Array({ maxLength: 12 });

const setOf = <Type extends keyof SetMembers>(type: Type, member: fc.Arbitrary<SetMembers[Type]>) =>
  fc.array(member, { maxLength: 4 }).map((members) => ({ type, members }));
const sets = fc.oneof(
  setOf("SS", text),
  setOf("NS", number),
  setOf("BS", bytes),
) as fc.Arbitrary<AttributeSet>;
const scalar = fc.oneof(text, number, fc.boolean(), fc.constant(null), bytes, sets);

const { value } = fc.letrec<{ value: AttributeValue; map: AttributeMap }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    scalar,
    fc.array(tie("value"), { maxLength: 4 }),
    tie("map"),
  ),
  map: fc.array(fc.tuple(text, tie("value")), { maxLength: 4 }).map((entries) => new Map(entries)),
}));

/** Items with values of all ten types, nested up to four deep, empty ones and awkward names among them. */
export const generatedItems: fc.Arbitrary<AttributeMap> = fc
  .array(fc.tuple(text, value), { maxLength: 8 })
  .map((entries) => new Map(entries));

/** Numbers, each in the one form that it has in memory. */
export const generatedNumbers: fc.Arbitrary<Integer | Decimal> = number;
