export { type DatePatternPart, datePattern } from "./date-pattern.ts";
export { type DecimalSymbols, decimalSymbols } from "./decimal-symbols.ts";
export { type DateSetting, formatDate, formatShort, type ShortForm } from "./format-date.ts";
export { formatDecimal } from "./format-decimal.ts";
export { localeTag } from "./locale-tag.ts";
export { parseDate, readingFault } from "./parse-date.ts";
