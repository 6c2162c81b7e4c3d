import {
  type DataType,
  decimalFromText,
  type EntityObject,
  integerFromText,
  ObjectList,
  type Value,
} from "@rivulet/values";
import type { ExpressionScope, ScopeVariable } from "../expression-scope.ts";
import type { ExpressionNode, PathStep } from "../syntax/node.ts";
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

/** The enumerations and keys that an expression names. */
function mentionedKeys(ast: ExpressionNode): { readonly enumeration: string; readonly key: string }[] {
  return [...walk(ast)].flatMap((node) => {
    if (node.kind !== "name" || node.name.split(".").length !== 3) return [];
    const dot = node.name.lastIndexOf(".");
    return [{ enumeration: node.name.slice(0, dot), key: node.name.slice(dot + 1) }];
  });
}

interface Mentions {
  readonly model: OpenModel;
  readonly isSilentAbout: (entity: string) => boolean;
}

/** What a path says about entities of which the case says nothing: attributes, and associations with their targets. */
function addPath(steps: readonly PathStep[], start: string, { model, isSilentAbout }: Mentions): void {
  let entity = start;
  let isBehindAssociation = false;
  for (const [index, { name }] of steps.entries()) {
    const isAssociation: boolean = name.includes(".") && !isBehindAssociation;
    if (isAssociation && !model.association(name)) {
      const next = steps[index + 1]?.name;
      model.addAssociation(name, { owner: entity, target: next?.includes(".") ? next : `${name}_Target` });
    }
    if (!name.includes(".") && isSilentAbout(entity)) {
      model.addEntity(entity, { name, type: { kind: "string" } });
    }
    const association = isAssociation ? model.association(name) : undefined;
    if (association) entity = association.owner === entity ? association.target : association.owner;
    isBehindAssociation = isAssociation;
  }
}

/**
 * A case names keys and members only where they have a value: keys in the expression are taken as existing, and so
 * are the attributes and associations of an entity about which the case says nothing.
 */
function addMentioned(ast: ExpressionNode, variables: readonly CaseVariable[], model: OpenModel): void {
  for (const { enumeration, key } of mentionedKeys(ast)) model.addKey(enumeration, key);
  const entities = [...model.all("entity")].map(({ name }) => name);
  const described = new Set(entities.filter((name) => model.hasAttributes(name)));
  const mentions = { model, isSilentAbout: (entity: string) => !described.has(entity) };
  for (const node of walk(ast)) {
    const type =
      node.kind === "variable" ? variables.find(({ name }) => name === node.name)?.type : undefined;
    if (node.kind === "variable" && type?.kind === "object") addPath(node.steps, type.entity, mentions);
  }
}

function mapped(values: Readonly<Record<string, CaseValue>>, change: (value: CaseValue) => CaseValue) {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value)]));
}

/** A value whose enumeration is named, also inside an object. */
function withEnumeration(json: CaseValue, enumeration: string): CaseValue {
  if (json.type === "Enumeration" && json.enumeration === undefined) {
    const own = enumerationOf(json.value);
    return { ...json, enumeration: own === unnamedEnumeration ? (json.entity ?? enumeration) : own };
  }
  const { members } = (json.type === "Object" && (json.value as CaseObject | null)) || {};
  if (!members) return json;
  const named = mapped(members, (member) => withEnumeration(member, enumeration));
  return { ...json, value: { ...(json.value as CaseObject), members: named } };
}

/** A case need not name its enumeration: where the expression names one, that is meant. */
function withEnumerations(variables: Readonly<Record<string, CaseValue>>, ast: ExpressionNode) {
  const [first = unnamedEnumeration, ...others] = new Set(
    mentionedKeys(ast).map(({ enumeration }) => enumeration),
  );
  return mapped(variables, (json) => withEnumeration(json, others.length === 0 ? first : unnamedEnumeration));
}

/** Makes a project, a scope and values of what a case says. Throws an `Error` for a case that cannot be read. */
export function caseScope({ variables = {} }: ExpressionCase, ast: ExpressionNode): CaseScope {
  const model = new OpenModel();
  const described = Object.entries(withEnumerations(variables, ast)).map(([name, json]) =>
    describeVariable(name, json),
  );
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
