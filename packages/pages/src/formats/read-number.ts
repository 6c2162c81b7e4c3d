import { decimalSymbols, localeTag } from "@rivulet/expressions/formats";
import { type Decimal, decimalFromText } from "@rivulet/values";
import type { NumberFormat } from "./value-format.ts";

/** The digits of a number with a point before its fraction, or why what was typed is none. */
export type ReadDigits = { readonly digits: string } | { readonly message: string };

/** How what is typed is to be understood. */
export interface NumberReading {
  readonly format: NumberFormat | undefined;
  /** Whether the number has no fraction: what looks like one is a group. */
  readonly isWhole: boolean;
  readonly locale: string;
}

const noNumber = "Write a number, with a point before its fraction, such as 12.50.";

/** Digits in groups of three, with or without a fraction behind the last one. */
function isGrouped(groups: readonly string[]): boolean {
  const [first = "", ...others] = groups;
  const last = others.pop() ?? "";
  return (
    /^[+-]?\d{1,3}$/.test(first) &&
    others.every((group) => /^\d{3}$/.test(group)) &&
    /^\d{3}(?:\.\d*)?$/.test(last)
  );
}

function withoutGroups(groups: readonly string[], { format, isWhole }: NumberReading): ReadDigits {
  const digits = groups.join("");
  // One separator alone may be meant as the point, where no others are shown.
  const isClear = isWhole || format?.groups === true || groups.length > 2 || digits.includes(".");
  if (isGrouped(groups) && isClear) return { digits };
  const isTwofold = groups.length === 2 && /^[+-]?\d+,\d+$/.test(groups.join(","));
  if (isWhole || !isTwofold) return { message: isWhole ? "Write a whole number, such as 12." : noNumber };
  return {
    message: `This can be read as ${digits} and as ${groups.join(".")}. Write the one that you mean, with a point before its fraction.`,
  };
}

/**
 * Reads the digits of a number that was typed. Separators are understood where they stand between groups of three digits;
 * what could mean two numbers is refused.
 *
 * @example readDigits("1,234.50", { format, isWhole: false, locale: "en_US" }) // { digits: "1234.50" }
 */
export function readDigits(text: string, reading: NumberReading): ReadDigits {
  const { point, group } = decimalSymbols(localeTag(reading.locale));
  const groups = text.split(group).map((each) => each.replace(point, "."));
  return groups.length === 1 ? { digits: groups[0] ?? "" } : withoutGroups(groups, reading);
}

/** Reads a Decimal that was typed, exactly: more digits than its format shows are refused, not rounded. */
export function readDecimal(
  text: string,
  reading: Omit<NumberReading, "isWhole">,
): { readonly value: Decimal } | { readonly message: string } {
  const read = readDigits(text, { ...reading, isWhole: false });
  if ("message" in read) return read;
  const value = decimalFromText(read.digits);
  if (!value) return { message: noNumber };
  const decimals = reading.format?.decimals;
  const length = /\.(\d*?)0*$/.exec(read.digits)?.[1]?.length ?? 0;
  if (decimals === undefined || length <= decimals) return { value };
  return { message: `This has ${length} digits behind the point, and ${decimals} fit here.` };
}
