import { BoundedCache } from "./bounded-cache.ts";

const ascii = "0123456789";

const digitsByLocale = new BoundedCache(100, (tag) => {
  const format = new Intl.NumberFormat(tag, { useGrouping: false });
  return Array.from(ascii, (digit) => format.format(Number(digit)));
});

/** Writes a text that has ASCII digits with those of a locale: Arabic ones for ar_EG. */
export function withLocaleDigits(text: string, tag: string): string {
  const digits = digitsByLocale.get(tag);
  return digits[0] === "0" ? text : text.replace(/\d/g, (digit) => digits[Number(digit)] ?? digit);
}

/** Writes a text that may have the digits of a locale with ASCII ones. */
export function withAsciiDigits(text: string, tag: string): string {
  const digits = digitsByLocale.get(tag);
  if (digits[0] === "0") return text;
  return Array.from(text, (character) => {
    const value = digits.indexOf(character);
    return value < 0 ? character : ascii.charAt(value);
  }).join("");
}
