import { microflowParameters } from "@rivulet/activities";
import { closestName } from "@rivulet/expressions";
import type { WidgetDocument } from "@rivulet/model";
import type { DataType, QualifiedName } from "@rivulet/values";
import { isPaging, pagingEntity } from "../paging.ts";
import { argumentOf, parametersOf } from "../widget-scope.ts";
import type { WidgetCheck } from "./widget-check.ts";

interface Parameter {
  readonly name: string;
  readonly type: DataType | undefined;
  readonly isRequired: boolean;
}

/** What is called or opened, with what it needs. */
interface Target {
  readonly name: QualifiedName;
  readonly parameters: readonly Parameter[];
  /** `microflow` or `page`, for messages. */
  readonly noun: string;
}

/** What is written for the parameters of a target, and where. */
export interface WrittenArguments {
  readonly field: string;
  readonly written: Readonly<Record<string, string>>;
  /** Entity of the object around, when it is not that of the widget. */
  readonly context: QualifiedName | undefined;
}

function checkArgument(
  target: Target,
  parameter: Parameter,
  given: WrittenArguments,
  check: WidgetCheck,
): void {
  const { name, type, isRequired } = parameter;
  const at = `${given.field}.arguments.${name}`;
  const text = given.written[name];
  if (text !== undefined && text.trim() !== "") {
    check.expression(text, { field: at, expected: type, context: given.context });
    return;
  }
  const around = { context: given.context, index: check.index };
  if (!isRequired || argumentOf({ written: text, type }, around) !== undefined) return;
  const { code, message } = isPaging(type) ? withoutList(target, name) : withoutValue(target, name);
  check.add({ code, field: at, message });
}

function withoutValue({ name: target, noun }: Target, name: string) {
  const message = `The ${noun} ${target} needs a value for its parameter ${name}. Write an expression, or put the widget into a data widget whose object fits.`;
  return { code: "missing-argument", message } as const;
}

function withoutList({ name: target, noun }: Target, name: string) {
  const message = `The ${noun} ${target} gives a list page by page: its parameter ${name} is a ${pagingEntity}, which only the data source of a list view is given. Use it there, or choose another ${noun}.`;
  return { code: "paging-without-list", message } as const;
}

function checkArguments(target: Target, given: WrittenArguments, check: WidgetCheck): void {
  for (const parameter of target.parameters) checkArgument(target, parameter, given, check);
  const names = target.parameters.map(({ name }) => name);
  for (const name of Object.keys(given.written)) {
    if (names.includes(name)) continue;
    const closest = closestName(name, names);
    const wayOut = closest === undefined ? "Remove this argument." : `Did you mean ${closest}?`;
    const message = `The ${target.noun} ${target.name} has no parameter ${name}. ${wayOut}`;
    check.add({ code: "unknown-argument", field: `${given.field}.arguments.${name}`, message });
  }
}

/** The arguments for the parameters of a microflow. */
export function checkMicroflowArguments(
  microflow: QualifiedName,
  written: WrittenArguments,
  check: WidgetCheck,
): void {
  const parameters = microflowParameters(microflow, check.index);
  if (parameters) checkArguments({ name: microflow, parameters, noun: "microflow" }, written, check);
}

/** The arguments for the data source of a list, which gives a `System.Paging` by itself. */
export function checkListArguments(
  microflow: QualifiedName,
  given: WrittenArguments,
  check: WidgetCheck,
): void {
  const parameters = microflowParameters(microflow, check.index) ?? [];
  const target = { name: microflow, noun: "microflow" };
  const [own, others] = [parameters.filter(isGiven), parameters.filter((each) => !isGiven(each))];
  const names = own.map(({ name }) => name);
  const written = Object.entries(given.written).filter(([name]) => !names.includes(name));
  checkArguments(
    { ...target, parameters: others },
    { ...given, written: Object.fromEntries(written) },
    check,
  );
  for (const name of names) {
    if ((given.written[name] ?? "").trim() === "") continue;
    const message = `${name} of ${microflow} is given by the list itself. Remove this argument.`;
    check.add({ code: "unknown-argument", field: `${given.field}.arguments.${name}`, message });
  }
}

const isGiven = ({ type }: Parameter) => isPaging(type);

function checkDocumentArguments(
  { name, document, noun }: { name: QualifiedName; document: WidgetDocument | undefined; noun: string },
  written: WrittenArguments,
  check: WidgetCheck,
): void {
  if (!document) return;
  const parameters = parametersOf(document).map((parameter) => ({
    name: parameter.name,
    type: { kind: "object", entity: parameter.entity } as const,
    isRequired: true,
  }));
  checkArguments({ name, parameters, noun }, written, check);
}

/** The arguments for the parameters of a page. */
export function checkPageArguments(name: QualifiedName, written: WrittenArguments, check: WidgetCheck): void {
  checkDocumentArguments({ name, document: check.index.page(name), noun: "page" }, written, check);
}

/** The arguments for the parameters of a snippet. */
export function checkSnippetArguments(
  name: QualifiedName,
  written: WrittenArguments,
  check: WidgetCheck,
): void {
  checkDocumentArguments({ name, document: check.index.snippet(name), noun: "snippet" }, written, check);
}
