import type { ExpressionType } from "@rivulet/expressions";
import { formatDataType } from "@rivulet/values";
import { typingFault, writingFault } from "../formats/moment-pattern.ts";
import { expressionOf, formatOf, type TemplateArgument } from "../formats/template-argument.ts";
import {
  formatsOfType,
  maximumDecimals,
  type NumberFormat,
  type ValueFormatKind,
} from "../formats/value-format.ts";
import type { WidgetCheck } from "./widget-check.ts";

const purposes: Readonly<Record<ValueFormatKind, string>> = {
  number: "numbers",
  date: "dates",
  time: "dates",
  pattern: "dates",
  name: "enumerations",
};

/** Digits behind the point that there can be. */
export function checkNumberFormat({ decimals }: NumberFormat, field: string, check: WidgetCheck): void {
  if (decimals === undefined || (decimals >= 0 && decimals <= maximumDecimals)) return;
  const most = Math.min(Math.max(decimals, 0), maximumDecimals);
  const message = `A number cannot be written with ${decimals} digits behind the point: choose 0 to ${maximumDecimals}.`;
  const fix = { label: `Use ${most}`, value: most };
  check.add({ code: "wrong-format", field: `${field}.decimals`, message, fix });
}

/** A pattern that is typed by as well as written. */
export function checkDatePattern(pattern: string, field: string, check: WidgetCheck): void {
  const message = typingFault(pattern);
  if (message !== undefined) check.add({ code: "wrong-format", field, message });
}

/** The format of an argument: it is one for values of this type, and means something. */
export function checkArgumentFormat(
  argument: TemplateArgument,
  { field, type }: { readonly field: string; readonly type: ExpressionType },
  check: WidgetCheck,
): void {
  const format = formatOf(argument);
  if (!format || type.kind === "unknown" || type.kind === "empty") return;
  if (!formatsOfType(type.kind).includes(format.kind)) {
    const message = `The format is one of ${purposes[format.kind]}, and the value is of type ${formatDataType(type)}. Choose another format, or take it away.`;
    const fix = { label: "Take the format away", value: expressionOf(argument) };
    check.add({ code: "wrong-format", field, message, fix });
    return;
  }
  if (format.kind === "number") checkNumberFormat(format, `${field}.format`, check);
  const fault = format.kind === "pattern" ? writingFault(format.pattern) : undefined;
  if (fault !== undefined)
    check.add({ code: "wrong-format", field: `${field}.format.pattern`, message: fault });
}
