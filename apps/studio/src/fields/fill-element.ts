import {
  type ActivityDefinition,
  type ExpressionField,
  type Field,
  readField,
  resolveType,
  type VariableField,
} from "@rivulet/activities";
import { analyseMicroflow, type ElementScope, type MicroflowAnalysis } from "@rivulet/checks";
import type { ElementRecord, JsonValue, ProjectIndex } from "@rivulet/model";
import type { DataType } from "@rivulet/values";
import type { StudioProject } from "../project/studio-project.ts";
import { fillingVariables, plainVariable } from "./fill-by-type.ts";
import { knownVariables, variableType } from "./known-variables.ts";

/** What is around an element whose fields are filled. */
interface Surroundings {
  readonly index: ProjectIndex;
  readonly analysis: MicroflowAnalysis;
  readonly scope: ElementScope;
}

type Fields = Record<string, JsonValue>;

const isEmpty = (value: JsonValue | undefined) => value === undefined || value === "";

function typeOfField(field: ExpressionField, element: ElementRecord, around: Surroundings) {
  const [rule] = field.expected;
  const { index, analysis } = around;
  const variable = (name: string) => variableType(analysis, name);
  return rule && resolveType(rule, { index, microflow: analysis.microflow, element, variable });
}

/** The lists that can take an object or another list. */
function listsFor(type: DataType | undefined, { index, scope }: Surroundings): string[] {
  if (type?.kind !== "object" && type?.kind !== "list") return [];
  return knownVariables(scope)
    .filter((variable) => variable.type.kind === "list" && index.isKindOf(type.entity, variable.type.entity))
    .map(({ name }) => name);
}

/** The expression whose value goes into the list of a variable field: what Change list adds. */
function valueForList(definition: ActivityDefinition, list: VariableField): ExpressionField | undefined {
  return definition.fields.find(
    (field): field is ExpressionField =>
      field.kind === "expression" &&
      field.expected.some((rule) => rule.from === "memberOf" && rule.field === list.name),
  );
}

/** What follows from the nearest object that exactly one list can take: the list and the object. */
function listAndValue(
  definition: ActivityDefinition,
  field: VariableField,
  around: Surroundings,
): Fields | undefined {
  const value = valueForList(definition, field);
  if (!value) return undefined;
  for (const { name, type } of knownVariables(around.scope)) {
    const [list, ...others] = type.kind === "object" ? listsFor(type, around) : [];
    if (list !== undefined && others.length === 0) return { [field.name]: list, [value.name]: `$${name}` };
  }
  return undefined;
}

/** The only variable that a variable field can mean. */
function onlyVariable(field: VariableField, { scope }: Surroundings): Fields | undefined {
  if (field.accepts === "scalar") return undefined;
  const fitting = knownVariables(scope).filter(({ type }) => type.kind === field.accepts);
  const [only] = fitting;
  return fitting.length === 1 && only ? { [field.name]: only.name } : undefined;
}

function fillingOf(
  field: Field,
  element: ElementRecord,
  { definition, around }: { definition: ActivityDefinition; around: Surroundings },
): Fields | undefined {
  if (!isEmpty(element.fields[field.name]) || !field.isRequired) return undefined;
  if (field.kind === "variable") {
    return listAndValue(definition, field, around) ?? onlyVariable(field, around);
  }
  if (field.kind !== "expression") return undefined;
  const type = typeOfField(field, element, around);
  const [only, ...others] = type ? fillingVariables({ ...around, type }) : [];
  return only !== undefined && others.length === 0 ? { [field.name]: `$${only}` } : undefined;
}

function withFields(element: ElementRecord, fields: Fields): ElementRecord {
  return { ...element, fields: { ...element.fields, ...fields } };
}

/**
 * Fills the object and list fields of a new element that only one variable fits: nothing is guessed where there is a
 * choice (seed, steps 19 and 46).
 *
 * @example fillElement(project, project.index, listTables).fields["Credentials"] // "$Credentials"
 */
export function fillElement(
  project: StudioProject,
  index: ProjectIndex,
  { element, microflow }: { readonly element: ElementRecord; readonly microflow: string },
): ElementRecord {
  const definition = project.catalog.find(element.kind);
  const record = index.records.get(microflow);
  if (!definition || record?.type !== "microflow") return element;
  const analysis = analyseMicroflow(record, { index, catalog: project.catalog });
  const around = { index, analysis, scope: analysis.scopeAt(element.id) };
  return definition.fields.reduce((filled, field) => {
    const fields = fillingOf(field, filled, { definition, around });
    return fields ? withFields(filled, fields) : filled;
  }, element);
}

/** The list that follows from a value just chosen for it, where only one fits and none was chosen. */
export function listOfValue(
  project: StudioProject,
  {
    element,
    changes,
    microflow,
  }: {
    readonly element: ElementRecord;
    readonly changes: Readonly<Record<string, unknown>>;
    readonly microflow: string;
  },
): Fields {
  const { index, catalog } = project;
  const record = index.records.get(microflow);
  const definition = catalog.find(element.kind);
  const lists = definition?.fields.filter((field) => field.kind === "variable") ?? [];
  for (const list of lists) {
    const value = definition && valueForList(definition, list);
    if (!value || !(value.name in changes) || !isEmpty(element.fields[list.name])) continue;
    const name = plainVariable(readField("expression", element.fields[value.name]) ?? "");
    if (name === undefined || record?.type !== "microflow") continue;
    const analysis = analyseMicroflow(record, { index, catalog });
    const around = { index, analysis, scope: analysis.scopeAt(element.id) };
    const [only, ...others] = listsFor(variableType(analysis, name), around);
    if (only !== undefined && others.length === 0) return { [list.name]: only };
  }
  return {};
}
