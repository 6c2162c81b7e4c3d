import { unknownName } from "@rivulet/activities";
import { oppositeEnd } from "@rivulet/values";
import type { DataSourceField, WidgetField, WidgetFieldKind, WidgetFieldOf } from "../fields/field.ts";
import { type DataSource, readWidgetField, type WidgetFieldValues } from "../fields/field-values.ts";
import { isFieldVisible } from "../fields/visible-fields.ts";
import { expressionOf } from "../formats/template-argument.ts";
import { snippetsCalledBy } from "../page-tree.ts";
import { menuIconNames } from "../view/menu-icons.ts";
import { entityOfSource, parametersOf, shownAttribute, sourceOf, valueVariable } from "../widget-scope.ts";
import { addressFault } from "./address-fault.ts";
import {
  checkListArguments,
  checkMicroflowArguments,
  checkPageArguments,
  checkSnippetArguments,
} from "./check-arguments.ts";
import { checkCreateObject } from "./check-create-object.ts";
import { checkArgumentFormat, checkDatePattern, checkNumberFormat } from "./check-formats.ts";
import { checkAttribute } from "./check-input.ts";
import type { WidgetCheck } from "./widget-check.ts";

const isIconName = (name: string) => menuIconNames.some((icon) => icon === name);

type CheckOfField<Kind extends WidgetFieldKind> = (
  value: WidgetFieldValues[Kind],
  field: WidgetFieldOf<Kind>,
  check: WidgetCheck,
) => void;

function checkMicroflowSource(
  source: DataSource & { readonly kind: "microflow" },
  { name: field, gives }: DataSourceField,
  check: WidgetCheck,
): void {
  const unknown = unknownName(
    "microflow",
    { name: source.microflow, field: `${field}.microflow` },
    check.index,
  );
  if (unknown) check.add(unknown);
  const type = check.index.microflow(source.microflow)?.returnType;
  if (type && type.kind !== gives) {
    const [code, wanted] =
      gives === "list" ? (["not-a-list", "a list"] as const) : (["not-one-object", "one object"] as const);
    const message = `${source.microflow} does not return ${wanted}, which this widget shows. Choose another microflow, or change its return type.`;
    check.add({ code, field: `${field}.microflow`, message });
  }
  const { context } = check;
  const written = { field, written: source.arguments, context };
  if (gives === "list") checkListArguments(source.microflow, written, check);
  else checkMicroflowArguments(source.microflow, written, check);
}

function checkAssociationSource(
  source: DataSource & { readonly kind: "association" },
  { name: field, gives }: DataSourceField,
  check: WidgetCheck,
): void {
  const { index, context } = check;
  const place = { name: source.association, field: `${field}.association` };
  const unknown = unknownName("association", place, index);
  if (unknown) check.add(unknown);
  const association = index.association(source.association);
  if (!association) return;
  if (context === undefined) {
    const message =
      "An association starts at the object around the widget, and there is none. Put it into a list or data view.";
    check.add({ code: "no-object-around", field: place.field, message });
    return;
  }
  const step = index
    .associationsOf(context)
    .find((candidate) => candidate.association.name === source.association && candidate.end === source.end);
  if (!step) {
    const start = association[source.end];
    const message = `${source.association} starts at ${start}, but the object around is a ${context}. Choose another association or the end ${oppositeEnd(source.end)}.`;
    check.add({ code: "wrong-association-end", field: `${field}.end`, message });
  } else if (gives === "object" && !step.isSingle) {
    const message = `${source.association} leads to many objects, and this widget shows one. Use a list view.`;
    check.add({ code: "not-one-object", field: place.field, message });
  }
}

function checkParameterSource(
  source: DataSource & { readonly kind: "parameter" },
  { name: field, gives }: DataSourceField,
  check: WidgetCheck,
): void {
  if (gives === "list") {
    const message =
      "A parameter of the page is one object, and this widget shows a list. Choose a microflow or an association.";
    check.add({ code: "not-a-list", field: `${field}.kind`, message });
  } else if (source.parameter === "") {
    const message = "No parameter is chosen yet. Choose one.";
    check.add({ code: "missing-value", field: `${field}.parameter`, message });
  } else if (!parametersOf(check.page).some(({ name }) => name === source.parameter)) {
    const message = `${check.page.name} has no parameter ${source.parameter}. Add it in its properties, or choose another one.`;
    check.add({ code: "unknown-parameter", field: `${field}.parameter`, message });
  }
}

const checks: { readonly [Kind in WidgetFieldKind]: CheckOfField<Kind> } = {
  text: () => undefined,
  boolean: () => undefined,
  attribute: checkAttribute,
  condition: (text, { name, seesValue }, check) => {
    const attribute = seesValue ? shownAttribute(check.widget, check.context, check.index) : undefined;
    const more = attribute ? [valueVariable(attribute)] : [];
    check.expression(text, { field: name, expected: { kind: "boolean" }, more });
  },
  number: (value, { name, minimum, maximum, label }, check) => {
    if (value >= minimum && value <= maximum) return;
    const message = `${label} is ${value}, but must be from ${minimum} to ${maximum}.`;
    check.add({
      code: "unknown-choice",
      field: name,
      message,
      fix: { label: `Use ${minimum}`, value: minimum },
    });
  },
  choice: (value, { name, options, initialValue, label }, check) => {
    if (options.some((option) => option.value === value)) return;
    const message = `${label} has no choice "${value}". Choose one of ${options.map((option) => option.label).join(", ")}.`;
    const fix = { label: `Use ${initialValue}`, value: initialValue };
    check.add({ code: "unknown-choice", field: name, message, fix });
  },
  picture: (picture, { name }, check) => {
    if (picture.kind !== "icon" || isIconName(picture.icon)) return;
    const message =
      picture.icon === ""
        ? "No icon is chosen yet. Choose one."
        : `There is no icon "${picture.icon}". Choose another one.`;
    check.add({ code: "unknown-choice", field: `${name}.icon`, message });
  },
  snippet: ({ snippet, arguments: written }, { name: field }, check) => {
    const { index, context } = check;
    const unknown = unknownName("snippet", { name: snippet, field: `${field}.snippet` }, index);
    if (unknown) check.add(unknown);
    checkSnippetArguments(snippet, { field, written, context }, check);
    const called = index.snippet(snippet);
    if (!called || !snippetsCalledBy(called.id, index).has(check.page.id)) return;
    const message = `${check.widget.name} calls ${snippet}, which would show itself again and again. Call another snippet.`;
    check.add({ code: "snippet-in-itself", field: `${field}.snippet`, message });
  },
  template: ({ text, arguments: given }, { name }, check) => {
    for (const [position, argument] of given.entries()) {
      const field = `${name}.arguments[${position}]`;
      const type = check.expression(expressionOf(argument), { field });
      checkArgumentFormat(argument, { field, type }, check);
    }
    const missing = [...text.matchAll(/\{(\d{1,3})\}/g)].find(([, number]) => Number(number) > given.length);
    if (!missing) return;
    const message = `The text has the placeholder ${missing[0]}, but ${given.length} arguments. Add an argument or remove the placeholder.`;
    check.add({ code: "missing-template-argument", field: `${name}.text`, message });
  },
  numberFormat: (format, { name }, check) => checkNumberFormat(format, name, check),
  datePattern: (pattern, { name }, check) => checkDatePattern(pattern, name, check),
  dataSource: (source, field, check) => {
    if (source.kind === "microflow") checkMicroflowSource(source, field, check);
    else if (source.kind === "association") checkAssociationSource(source, field, check);
    else checkParameterSource(source, field, check);
  },
  action: (action, { name: field }, check) => {
    const source = sourceOf(check.widget);
    const context = source ? entityOfSource(source, check.page, check.index) : check.context;
    if (action.kind === "callMicroflow") {
      const at = { name: action.microflow, field: `${field}.microflow` };
      const unknown = unknownName("microflow", at, check.index);
      if (unknown) check.add(unknown);
      checkMicroflowArguments(action.microflow, { field, written: action.arguments ?? {}, context }, check);
    } else if (action.kind === "showPage") {
      const unknown = unknownName("page", { name: action.page, field: `${field}.page` }, check.index);
      if (unknown) check.add(unknown);
      checkPageArguments(action.page, { field, written: action.arguments ?? {}, context }, check);
    } else if (action.kind === "createObject") {
      const { index } = check;
      for (const finding of checkCreateObject(action, { field, context, index })) check.add(finding);
    } else if (action.kind === "openLink") {
      const message = addressFault(action.address);
      if (message !== undefined) check.add({ code: "wrong-form", field: `${field}.address`, message });
    }
  },
};

/** One field of a widget: it is there where it must be, has its form, and what it names exists and fits. */
export function checkWidgetField(field: WidgetField, check: WidgetCheck): void {
  const attribute = shownAttribute(check.widget, check.context, check.index);
  if (!isFieldVisible(field, { fields: check.widget.fields, attribute })) return;
  const json = check.widget.fields[field.name];
  if (json === undefined || json === "") {
    if (!field.isRequired) return;
    const message = `${field.label} of ${check.widget.name} is empty. Set it in the properties.`;
    check.add({ code: "missing-value", field: field.name, message });
    return;
  }
  const value = readWidgetField(field.kind, json);
  if (value === undefined) {
    const message = `The value of ${field.label} does not have the form of a ${field.kind}. Set it anew in the properties.`;
    check.add({ code: "wrong-form", field: field.name, message });
    return;
  }
  (checks[field.kind] as CheckOfField<WidgetFieldKind>)(value, field, check);
}
