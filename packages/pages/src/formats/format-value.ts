import type { EvaluationEnvironment } from "@rivulet/expressions";
import { formatDate, formatDecimal, formatShort } from "@rivulet/expressions/formats";
import { Decimal, decimalToText, roundDecimal, type Value } from "@rivulet/values";
import { maximumDecimals, type NumberFormat, type ValueFormat } from "./value-format.ts";

/** Beyond that a pattern cannot say how many digits there are. */
const mostWrittenDecimals = 250;

function fractionLength(value: Decimal): number {
  return decimalToText(value).split(".")[1]?.length ?? 0;
}

/**
 * Writes a number, rounding half-even only where fewer digits are asked for than it has.
 *
 * @example formatNumber(new Decimal(12345, 1), { kind: "number", decimals: 2, groups: true }, "en_US") // "1,234.50"
 */
export function formatNumber(
  value: Decimal | number | bigint,
  { decimals, groups }: NumberFormat,
  locale: string,
): string {
  const exact = value instanceof Decimal ? value : new Decimal(value, 0);
  const own = fractionLength(exact);
  const asked =
    value instanceof Decimal && decimals !== undefined
      ? Math.min(Math.max(decimals, 0), maximumDecimals)
      : own;
  if (asked > mostWrittenDecimals) return decimalToText(exact);
  const fraction = asked === 0 ? "" : `.${"0".repeat(asked)}`;
  // What rounds to nothing has no minus.
  const rounded = asked < own ? roundDecimal(exact, asked, "HalfEven") : exact;
  return formatDecimal(rounded, `${groups ? "#,##0" : "0"}${fraction}`, locale) ?? decimalToText(exact);
}

function isNumber(value: Value): value is Decimal | number | bigint {
  return value instanceof Decimal || typeof value === "number" || typeof value === "bigint";
}

/** Writes a value as a format says; its type has to be one that the format is for. Throws for a pattern that is none. */
export function formatValue(value: Value, format: ValueFormat, environment: EvaluationEnvironment): string {
  const setting = { zone: "local", environment } as const;
  switch (format.kind) {
    case "number":
      return isNumber(value) ? formatNumber(value, format, environment.locale) : String(value);
    case "name":
      return String(value);
    case "pattern":
      return formatDate(Number(value), format.pattern, setting);
    default:
      return formatShort(Number(value), format.kind, setting);
  }
}
