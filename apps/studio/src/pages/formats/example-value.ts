import { createEnvironment } from "@rivulet/expressions/environment";
import { formatValue, typingFault, type ValueFormat, writingFault } from "@rivulet/pages";
import { Decimal, type Value } from "@rivulet/values";

/** Types whose values are written by formats. */
export type ExampleType = "integer" | "decimal" | "dateTime";

const examples: Readonly<Record<ExampleType, Value>> = {
  integer: 1_234_567,
  decimal: new Decimal(1_234_567_891, 3),
  dateTime: new Date(2026, 0, 31, 15, 4, 5).getTime(),
};

const { timeZone } = Intl.DateTimeFormat().resolvedOptions();

/** The locale is that of the application; nothing else of it is asked for. */
const environment = createEnvironment({
  clock: Date.now,
  random: () => 0,
  constant: () => null,
  isNew: () => true,
  timeZone,
});

/** An example value as a format writes it; `undefined` while the format means nothing. */
export function exampleText(type: ExampleType, format: ValueFormat): string | undefined {
  if (format.kind === "pattern" && writingFault(format.pattern) !== undefined) return undefined;
  return formatValue(examples[type], format, environment);
}

/** A moment as it is written and typed by a pattern; `undefined` while that is none to type by. */
export function examplePattern(pattern: string): string | undefined {
  return typingFault(pattern) === undefined
    ? exampleText("dateTime", { kind: "pattern", pattern })
    : undefined;
}
