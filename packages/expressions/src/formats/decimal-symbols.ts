import { BoundedCache } from "./bounded-cache.ts";

/** How a locale writes numbers. */
export interface DecimalSymbols {
  readonly tag: string;
  readonly point: string;
  readonly group: string;
  readonly minus: string;
  readonly percent: string;
  readonly perMille: string;
  readonly exponent: string;
}

function markIn(part: Intl.NumberFormatPart | undefined): string {
  return part?.type === "literal" && /^\p{Cf}+$/u.test(part.value) ? part.value : "";
}

function symbolsOf(tag: string): DecimalSymbols {
  const texts = new Map<string, string>();
  const formats = [
    new Intl.NumberFormat(tag, { useGrouping: true, minimumFractionDigits: 1 }),
    new Intl.NumberFormat(tag, { style: "percent" }),
    new Intl.NumberFormat(tag, { notation: "scientific" }),
  ];
  for (const format of formats) {
    const parts = format.formatToParts(-1234567.8);
    for (const [index, { type, value }] of parts.entries()) {
      // Some languages write a mark of direction before the minus or behind the percent sign.
      const before = type === "minusSign" ? markIn(parts[index - 1]) : "";
      const behind = type === "percentSign" ? markIn(parts[index + 1]) : "";
      if (!texts.has(type)) texts.set(type, `${before}${value}${behind}`);
    }
  }
  const percent = texts.get("percentSign") ?? "%";
  return {
    tag,
    point: texts.get("decimal") ?? ".",
    group: texts.get("group") ?? ",",
    minus: texts.get("minusSign") ?? "-",
    percent,
    perMille: percent.startsWith("\u066a") ? "\u0609" : "\u2030",
    exponent: texts.get("exponentSeparator") ?? "E",
  };
}

const symbolsByTag = new BoundedCache(50, symbolsOf);

/** The symbols of a language tag, from the platform's locale data. */
export function decimalSymbols(tag: string): DecimalSymbols {
  return symbolsByTag.get(tag);
}
