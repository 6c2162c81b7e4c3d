import type { ExpressionScope } from "@rivulet/expressions";
import { parse } from "@rivulet/expressions";
import { type CaseObject, type CaseValue, caseScope } from "@rivulet/expressions/cases";
import { type JsonObject, type JsonValue } from "@rivulet/model";
import {
  type AssociationEnd,
  type AssociationShape,
  type DataType,
  formatDataType,
  scalarFromJson,
  type Value,
  valueFromJson,
} from "@rivulet/values";
import { commandEngine } from "../composition.ts";
import { UsageError } from "../exit-codes.ts";
import { printProblems } from "../print-problems.ts";
import { projectSource, readProject } from "../read-project.ts";
import type { Terminal } from "../terminal.ts";
import type { WrittenVariable } from "./read-variable.ts";

/** What an expression of the command line is evaluated in; values are in the order of the names. */
export interface EvaluationScope {
  readonly scope: ExpressionScope;
  readonly names: readonly string[];
  readonly values: readonly Value[];
  readonly constant: (name: string) => Value;
  readonly associationsOf: (
    entity: string,
  ) => readonly { readonly association: AssociationShape; readonly end: AssociationEnd }[];
}

function wrongValue({ name, type }: WrittenVariable, reason = ""): UsageError {
  return new UsageError(
    `The value of --var ${name} is not of type ${formatDataType(type)}. ${reason}`.trim(),
  );
}

/** The scope of a project: its entities, enumerations and constants with the values of the active configuration. */
export async function projectScope(
  variables: readonly WrittenVariable[],
  folder: string,
  terminal: Terminal,
): Promise<EvaluationScope> {
  const project = await readProject(commandEngine(), projectSource(folder, terminal));
  printProblems(
    project.problems.filter(({ severity }) => severity === "error"),
    terminal,
  );
  const { index } = project;
  const values = variables.map((variable) => {
    const read = valueFromJson(variable.json, variable.type, { model: index });
    if ("faults" in read) throw wrongValue(variable, read.faults.map(({ message }) => message).join(" "));
    return read.value;
  });
  const known = new Map(variables.map(({ name, type }) => [name, { name, type }]));
  return {
    scope: { model: index, variable: (name) => known.get(name), variables: () => known.values() },
    names: variables.map(({ name }) => name),
    values,
    constant: project.settings({ environment: terminal.environment }).constant,
    associationsOf: (entity) => index.associationsOf(entity),
  };
}

/** Types that members show by their values where no project says them: digits are numbers, a name in full an object. */
function memberValue(name: string, json: JsonValue): CaseValue {
  if (typeof json === "object" && json !== null && !Array.isArray(json)) {
    const object = json as JsonObject;
    const entity = typeof object["$entity"] === "string" ? object["$entity"] : name;
    return { type: "Object", entity, value: describeObject(object) };
  }
  if (typeof json === "number")
    return { type: Number.isInteger(json) ? "Integer" : "Decimal", value: String(json) };
  if (typeof json === "boolean") return { type: "Boolean", value: json };
  return { type: "String", value: json };
}

function describeObject(json: JsonObject): CaseObject {
  const members = Object.entries(json)
    .filter(([name]) => !name.startsWith("$"))
    .map(([name, value]) => [name, memberValue(name, value)] as const);
  const id = typeof json["$id"] === "string" ? { id: json["$id"] } : {};
  return { ...id, members: Object.fromEntries(members) };
}

const isObject = (json: JsonValue): json is JsonObject =>
  typeof json === "object" && json !== null && !Array.isArray(json);

function caseValue(variable: WrittenVariable): CaseValue {
  const { type, json } = variable;
  if (json === null) return { ...caseType(type), value: null };
  if (type.kind === "object") {
    if (!isObject(json)) throw wrongValue(variable);
    return { ...caseType(type), value: describeObject(json) };
  }
  if (type.kind === "list") {
    if (!Array.isArray(json) || !json.every(isObject)) throw wrongValue(variable);
    return { ...caseType(type), value: json.map(describeObject) };
  }
  if (type.kind === "nothing" || scalarFromJson(type.kind, json) === undefined) throw wrongValue(variable);
  return { ...caseType(type), value: json };
}

function caseType(type: DataType): Omit<CaseValue, "value"> {
  if (type.kind === "object" || type.kind === "list") {
    return { type: type.kind === "object" ? "Object" : "List", entity: type.entity };
  }
  if (type.kind === "enumeration") return { type: "Enumeration", enumeration: type.enumeration };
  return { type: formatDataType(type) };
}

/** A scope of nothing but the variables: members, associations and enumerations are those that their values show. */
export function openScope(variables: readonly WrittenVariable[], expression: string): EvaluationScope {
  const described = Object.fromEntries(variables.map((variable) => [variable.name, caseValue(variable)]));
  const entry = { id: "eval", expression, type: "", variables: described };
  const { scope, names, values } = caseScope(entry, parse(expression).ast);
  return { scope, names, values, constant: () => null, associationsOf: () => [] };
}
