import type { WidgetRecord } from "@rivulet/model";
import { type AttributeShape, Decimal, type Value } from "@rivulet/values";
import { readWidgetField } from "../../fields/field-values.ts";
import { valueVariable } from "../../widget-scope.ts";
import type { PagePorts } from "../page-ports.ts";
import type { Surroundings } from "../surroundings.ts";

/** A rule that an input can name: what the value has to be, and what is said of one that is not. */
interface Rule {
  readonly holds: (value: Value, now: number) => boolean;
  readonly message: string;
}

function isPositive(value: Value): boolean {
  return value instanceof Decimal ? value.mantissa > 0 : Number(value) > 0;
}

/** The rules by their name in the field `validation`. An empty value keeps all of them. */
const rules: Readonly<Record<string, Rule>> = {
  email: {
    holds: (value) => /^[^\s@]{1,64}@[^\s@.]+(?:\.[^\s@.]+)+$/.test(String(value)),
    message: "Write an e-mail address, such as ann@example.com.",
  },
  positiveNumber: { holds: isPositive, message: "Write a number greater than 0." },
  past: { holds: (value, now) => Number(value) < now, message: "Choose a date in the past." },
  future: { holds: (value, now) => Number(value) > now, message: "Choose a date in the future." },
};

function isBlank(value: Value): boolean {
  return value === null || (typeof value === "string" && value.trim() === "");
}

/** Why a value cannot stand in an input; `undefined` when it can. */
export function validateInput(
  value: Value,
  { widget, attribute }: { readonly widget: WidgetRecord; readonly attribute: AttributeShape },
  { around, ports }: { readonly around: Surroundings; readonly ports: PagePorts },
): string | undefined {
  const { fields } = widget;
  const own = readWidgetField("text", fields["validationMessage"]);
  const said = (message: string) => (own === undefined || own === "" ? message : own);
  if (fields["isRequired"] === true && isBlank(value)) return said("A value is needed here.");
  const maximum = readWidgetField("number", fields["maximumLength"]);
  if (maximum !== undefined && typeof value === "string" && value.length > maximum)
    return said(`This is ${value.length} characters long, and ${maximum} fit.`);
  const name = readWidgetField("choice", fields["validation"]) ?? "none";
  if (name === "condition") {
    const text = readWidgetField("condition", fields["validWhen"]) ?? "true";
    const more = [{ variable: valueVariable(attribute), value }];
    const holds = ports.expressions.evaluate(text, { ...around, more }, { kind: "boolean" });
    return holds === true ? undefined : said("This value is not valid.");
  }
  const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
  if (!rule || isBlank(value) || rule.holds(value, ports.now())) return undefined;
  return said(rule.message);
}
