import { microflowParameters } from "@rivulet/activities";
import { closestName } from "@rivulet/expressions";
import type { WidgetDocument } from "@rivulet/model";
import type { DataType, QualifiedName } from "@rivulet/values";
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

function checkArguments(
  { name: target, parameters, noun }: Target,
  { field, written, context }: WrittenArguments,
  check: WidgetCheck,
): void {
  for (const { name, type, isRequired } of parameters) {
    const at = `${field}.arguments.${name}`;
    const text = written[name];
    if (text !== undefined && text.trim() !== "") {
      check.expression(text, { field: at, expected: type, context });
      continue;
    }
    const isFilled = argumentOf({ written: text, type }, { context, index: check.index }) !== undefined;
    if (!isRequired || isFilled) continue;
    const message = `The ${noun} ${target} needs a value for its parameter ${name}. Write an expression, or put the widget into a data widget whose object fits.`;
    check.add({ code: "missing-argument", field: at, message });
  }
  const names = parameters.map(({ name }) => name);
  for (const name of Object.keys(written)) {
    if (names.includes(name)) continue;
    const closest = closestName(name, names);
    const wayOut = closest === undefined ? "Remove this argument." : `Did you mean ${closest}?`;
    const message = `The ${noun} ${target} has no parameter ${name}. ${wayOut}`;
    check.add({ code: "unknown-argument", field: `${field}.arguments.${name}`, message });
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
