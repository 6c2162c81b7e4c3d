import type { TypeKind } from "@rivulet/expressions";
import * as z from "zod/mini";

/** The most digits behind the point that a format can ask for. */
export const maximumDecimals = 20;

/** How numbers are written: with so many digits behind the point, or with those that they have. */
export interface NumberFormat {
  readonly kind: "number";
  /** Counts for a Decimal: a whole number has no fraction. */
  readonly decimals?: number;
  /** Whether a separator stands between each three digits. */
  readonly groups: boolean;
}

/** How a value is written as a text; without one, it is as its type says by itself. */
export type ValueFormat =
  | NumberFormat
  /** The date or the time of a moment, in the short form of the locale; without a format it is both. */
  | { readonly kind: "date" | "time" }
  /** A moment by a pattern, as of `formatDateTime`: `yyyy-MM-dd`. */
  | { readonly kind: "pattern"; readonly pattern: string }
  /** A value of an enumeration by its name, and not by its caption. */
  | { readonly kind: "name" };

/** Which formats there are. */
export type ValueFormatKind = ValueFormat["kind"];

/** Longest pattern that a project keeps. */
const maximumPatternLength = 200;

/** The saved pattern of a date. */
export const datePatternSchema = z.string().check(z.maxLength(maximumPatternLength));

/** The saved format of numbers. */
export const numberFormatSchema = z.strictObject({
  kind: z.literal("number"),
  decimals: z.optional(z.int()),
  groups: z.boolean(),
});

/** A saved format. What in it means nothing is a problem of the project, not of its form. */
export const valueFormatSchema = z.discriminatedUnion("kind", [
  numberFormatSchema,
  z.strictObject({ kind: z.enum(["date", "time"]) }),
  z.strictObject({ kind: z.literal("pattern"), pattern: datePatternSchema }),
  z.strictObject({ kind: z.literal("name") }),
]);

const formatsByType: Partial<Record<TypeKind, readonly ValueFormatKind[]>> = {
  integer: ["number"],
  decimal: ["number"],
  dateTime: ["date", "time", "pattern"],
  enumeration: ["name"],
};

/** The formats that values of a type can have; none where there is only one way to write them. */
export function formatsOfType(type: TypeKind): readonly ValueFormatKind[] {
  return formatsByType[type] ?? [];
}
