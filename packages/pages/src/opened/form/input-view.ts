import { formatDate } from "@rivulet/expressions/formats";
import type { WidgetRecord } from "@rivulet/model";
import { Decimal, readSlot, scalarToJson, type Value } from "@rivulet/values";
import { readWidgetField } from "../../fields/field-values.ts";
import { formatNumber } from "../../formats/format-value.ts";
import { partOfPattern, typingFault } from "../../formats/moment-pattern.ts";
import { booleanCaptions } from "../../view/boolean-captions.ts";
import type { DatePickerView, InputView, TextBoxView } from "../../view/inputs.ts";
import { PageFailure } from "../page-failure.ts";
import type { PagePorts } from "../page-ports.ts";
import { templateText } from "../plain-view.ts";
import { captionOfAttribute } from "./caption-of-attribute.ts";
import { formatsOfInput } from "./formats-of-input.ts";
import type { InputFault, ShownInput } from "./shown-input.ts";

/** A value as the browser edits it: a number is a text of its digits, or as its format says. */
function editedText({ attribute, widget }: ShownInput, value: Value, { expressions }: PagePorts): string {
  if (value === null) return "";
  const { format } = formatsOfInput(widget);
  const isNumber = value instanceof Decimal || typeof value === "bigint" || typeof value === "number";
  if (format && isNumber && attribute.type.kind !== "dateTime")
    return formatNumber(value, format, expressions.environment.locale);
  return String(scalarToJson(attribute.type.kind, value));
}

type ShownMoment = Pick<DatePickerView, "value" | "shows" | "text">;

/** A moment for the controls of the browser; by a pattern it is a text besides. */
function shownMoment({ widget }: ShownInput, value: Value, { fault, ports }: InputOn): ShownMoment {
  const moment = typeof value === "number" ? new Date(value).toISOString() : "";
  const put = fault?.put;
  const { pattern } = formatsOfInput(widget);
  if (pattern === undefined) {
    const shows = readWidgetField("choice", widget.fields["shows"]);
    const part = shows === "time" || shows === "dateTime" ? shows : "date";
    return { value: String(put ?? moment), shows: part };
  }
  const { environment } = ports.expressions;
  const wrong = typingFault(pattern);
  if (wrong !== undefined) throw new PageFailure(`${widget.name} cannot be shown. ${wrong}`);
  const written = typeof value === "number" ? formatDate(value, pattern, { zone: "local", environment }) : "";
  return { value: moment, shows: partOfPattern(pattern), text: String(put ?? written) };
}

function typing({ attribute, widget }: ShownInput): TextBoxView["typing"] {
  if (widget.fields["isPassword"] === true) return "password";
  if (attribute.type.kind === "string") return "text";
  return attribute.type.kind === "decimal" ? "decimal" : "integer";
}

function maximumLength({ attribute, widget }: ShownInput): { maximumLength?: number } {
  const { type } = attribute;
  const own = readWidgetField("number", widget.fields["maximumLength"]);
  const ofType = type.kind === "string" ? type.maximumLength : undefined;
  const limit = Math.min(own ?? Number.POSITIVE_INFINITY, ofType ?? Number.POSITIVE_INFINITY);
  return Number.isFinite(limit) ? { maximumLength: limit } : {};
}

function placeholder({ fields }: WidgetRecord): { placeholder?: string } {
  const text = readWidgetField("text", fields["placeholder"]);
  return text === undefined || text === "" ? {} : { placeholder: text };
}

/** What a drop-down offers: the values of the enumeration by their captions, or yes and no. */
function options({ attribute }: ShownInput, { index }: PagePorts): { value: string; caption: string }[] {
  const { type } = attribute;
  if (type.kind !== "enumeration")
    return [
      { value: "true", caption: booleanCaptions.true },
      { value: "false", caption: booleanCaptions.false },
    ];
  const values = index.enumeration(type.enumeration)?.values ?? [];
  return values.map(({ name, caption }) => ({ value: name, caption: caption === "" ? name : caption }));
}

interface InputOn {
  /** Key of the object around. */
  readonly object: string;
  readonly fault: InputFault | undefined;
  readonly ports: PagePorts;
}

function viewBase(input: ShownInput, { object, fault, ports }: InputOn) {
  const { widget, attribute, around, isEditable } = input;
  const label = templateText(readWidgetField("template", widget.fields["label"]), { around, object, ports });
  return {
    id: widget.id,
    name: widget.name,
    object,
    label: label.trim() === "" ? captionOfAttribute(attribute.name) : label,
    isEditable,
    isText: !isEditable && widget.fields["readOnlyStyle"] === "text",
    isRequired: widget.fields["isRequired"] === true,
    ...(fault === undefined ? {} : { message: fault.message }),
  };
}

/** An input as it is shown: with its value, or with what was put in and is none. */
export function inputView(input: ShownInput, on: InputOn): InputView {
  const { widget, attribute, context } = input;
  const base = viewBase(input, on);
  const present = readSlot(context.object, attribute.slot);
  const value = String(on.fault?.put ?? editedText(input, present, on.ports));
  const { fields, kind } = widget;
  switch (kind) {
    case "textBox":
      return { ...base, kind, value, typing: typing(input), ...maximumLength(input), ...placeholder(widget) };
    case "textArea": {
      const rows = readWidgetField("number", fields["rows"]) ?? 5;
      return { ...base, kind, value, rows, ...maximumLength(input), ...placeholder(widget) };
    }
    case "dropDown": {
      const emptyCaption = readWidgetField("text", fields["emptyCaption"]) ?? "";
      const offersEmpty = attribute.type.kind !== "boolean" && (!base.isRequired || value === "");
      return {
        ...base,
        kind,
        value,
        options: options(input, on.ports),
        ...(offersEmpty ? { emptyCaption } : {}),
      };
    }
    case "checkBox":
      return { ...base, kind, value: value === "true" };
    case "datePicker":
      return { ...base, kind, ...shownMoment(input, present, on) };
    default:
      throw new PageFailure(`${widget.name} cannot be shown: this Rivulet does not have its kind.`);
  }
}
