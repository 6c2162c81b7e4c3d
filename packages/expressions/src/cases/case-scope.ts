import {
  type DataType,
  decimalFromText,
  type EntityObject,
  integerFromText,
  ObjectList,
  type Value,
} from "@rivulet/values";
import type { ExpressionScope, ScopeVariable } from "../expression-scope.ts";
import type { ExpressionNode, NameNode, VariableNode } from "../syntax/node.ts";
import { walk } from "../syntax/walk.ts";
import type { CaseObject, CaseValue, ExpressionCase } from "./case-format.ts";
import { OpenModel, type OpenObject } from "./open-model.ts";

/** Names for what a case leaves unnamed. */
const unnamedEntity = "Case.Entity";
const unnamedEnumeration = "Case.Enumeration";

/** The surroundings of a case: variables in the order of their slots. */
export interface CaseScope {
  readonly scope: ExpressionScope;
  readonly names: readonly string[];
  readonly values: readonly Value[];
  readonly isNew: (object: EntityObject) => boolean;
  /** What the case calls an object. */
  readonly idOf: (object: EntityObject) => string | undefined;
}

const simpleTypes: Readonly<Record<string, DataType>> = {
  String: { kind: "string" },
  Integer: { kind: "integer" },
  Long: { kind: "integer" },
  Decimal: { kind: "decimal" },
  Boolean: { kind: "boolean" },
  DateTime: { kind: "dateTime" },
};

function typeOf({ type, entity = unnamedEntity, enumeration, value }: CaseValue): DataType {
  if (type === "Object") return { kind: "object", entity };
  if (type === "List") return { kind: "list", entity };
  if (type === "Enumeration")
    return { kind: "enumeration", enumeration: enumeration ?? enumerationOf(value) };
  const simple = Object.hasOwn(simpleTypes, type) ? simpleTypes[type] : undefined;
  if (!simple) throw new Error(`${type} is no type of a case.`);
  return simple;
}

function enumerationOf(value: unknown): string {
  const dot = typeof value === "string" ? value.lastIndexOf(".") : -1;
  return dot < 0 ? unnamedEnumeration : String(value).slice(0, dot);
}

function required(value: Value | undefined, text: string): Value {
  if (value === undefined || Number.isNaN(value))
    throw new Error(`'${text}' has not the type that the case says.`);
  return value;
}

/** The value of a type that is neither object nor list; an enumeration value may be written in full. */
export function simpleValue(kind: DataType["kind"], json: unknown): Value {
  if (json === null || json === undefined) return null;
  const text = String(json);
  switch (kind) {
    case "integer":
      return required(integerFromText(text), text);
    case "decimal":
      return required(decimalFromText(text), text);
    case "boolean":
      return json === true;
    case "dateTime":
      return required(Date.parse(text), text);
    case "enumeration":
      return text.slice(text.lastIndexOf(".") + 1);
    default:
      return text;
  }
}

interface Description extends OpenObject {
  readonly isNew: boolean;
}

function describeObject(entity: string, { id, state, members = {} }: CaseObject): Description {
  const attributes = new Map<string, { type: DataType; value: Value }>();
  const associations = new Map<string, OpenObject | null>();
  const targets = new Map<string, string>();
  for (const [name, member] of Object.entries(members)) {
    const type = typeOf(member);
    if (type.kind === "object") {
      targets.set(name, type.entity);
      const target = member.value === null ? null : describeObject(type.entity, member.value as CaseObject);
      associations.set(name, target);
    } else {
      attributes.set(name, { type, value: simpleValue(type.kind, member.value) });
    }
  }
  return { entity, id, isNew: state === "Instantiated", attributes, associations, targets };
}

/** A variable of a case before its objects exist. */
interface CaseVariable extends ScopeVariable {
  /** `undefined` for what is neither object nor list; `null` is empty. */
  readonly objects: readonly Description[] | null | undefined;
  readonly simple: Value;
}

function describeVariable(name: string, json: CaseValue): CaseVariable {
  const type = typeOf(json);
  const { value } = json;
  if (type.kind !== "object" && type.kind !== "list") {
    return { name, type, objects: undefined, simple: simpleValue(type.kind, value) };
  }
  if (value === null) return { name, type, objects: null, simple: null };
  const list = (type.kind === "list" ? value : [value]) as readonly CaseObject[];
  return { name, type, objects: list.map((object) => describeObject(type.entity, object)), simple: null };
}

function addVariable({ type, objects, simple }: CaseVariable, model: OpenModel): void {
  if (type.kind === "enumeration" && typeof simple === "string") model.addKey(type.enumeration, simple);
  if (type.kind === "object" || type.kind === "list") model.addEntity(type.entity);
  for (const object of objects ?? []) model.addObject(object);
}

function addMentionedKey({ name }: NameNode, model: OpenModel): void {
  const dot = name.lastIndexOf(".");
  if (name.split(".").length === 3) model.addKey(name.slice(0, dot), name.slice(dot + 1));
}

/**
 * A case names keys and members only where they have a value: keys in the expression are taken as existing, and so
 * are the attributes of an entity about which the case says nothing.
 */
function addMentioned(ast: ExpressionNode, variables: readonly CaseVariable[], model: OpenModel): void {
  const entityOf = ({ name }: VariableNode) => {
    const type = variables.find((variable) => variable.name === name)?.type;
    return type?.kind === "object" ? type.entity : undefined;
  };
  const attributes: { entity: string; name: string }[] = [];
  for (const node of walk(ast)) {
    if (node.kind === "name") addMentionedKey(node, model);
    const entity = node.kind === "variable" ? entityOf(node) : undefined;
    const [step] = node.kind === "variable" ? node.steps : [];
    if (entity && step && !model.hasAttributes(entity)) attributes.push({ entity, name: step.name });
  }
  for (const { entity, name } of attributes) model.addEntity(entity, { name, type: { kind: "string" } });
}

/** Makes a project, a scope and values of what a case says. Throws an `Error` for a case that cannot be read. */
export function caseScope({ variables = {} }: ExpressionCase, ast: ExpressionNode): CaseScope {
  const model = new OpenModel();
  const described = Object.entries(variables).map(([name, json]) => describeVariable(name, json));
  for (const variable of described) addVariable(variable, model);
  addMentioned(ast, described, model);
  const newObjects = new Set<EntityObject>();
  const create = (description: Description): EntityObject => {
    const object = model.create(description);
    if (description.isNew) newObjects.add(object);
    return object;
  };
  const values = described.map(({ type, objects, simple }): Value => {
    if (objects === undefined || objects === null) return simple;
    const [first = null, ...others] = objects.map(create);
    return type.kind === "list" ? new ObjectList(type.entity, first ? [first, ...others] : []) : first;
  });
  return {
    scope: {
      model,
      variable: (name) => described.find((variable) => variable.name === name),
      variables: () => described,
    },
    names: described.map(({ name }) => name),
    values,
    isNew: (object) => newObjects.has(object),
    idOf: (object) => model.idOf(object),
  };
}
