import {
  type AssociationShape,
  type AttributeType,
  type DataType,
  Decimal,
  decimalToText,
  type EntityShape,
  parseDataType,
  type Value,
} from "@rivulet/values";
import { type CheckedExpression, check } from "./check/check.ts";
import { compile } from "./compile/compile.ts";
import { createEnvironment, type EnvironmentParts } from "./environment/create-environment.ts";
import type { ExpressionScope } from "./expression-scope.ts";
import type { ModelLookup } from "./model-lookup.ts";
import { re2Patterns } from "./patterns/re2-patterns.ts";
import { parse } from "./syntax/parser.ts";

/** Attributes by name; `Name: "decimal"`. An attribute has no initial value unless `initial` has one. */
interface EntityDescription {
  readonly attributes: Readonly<Record<string, AttributeType["kind"] | AttributeType>>;
  readonly initial?: Readonly<Record<string, Value>>;
  readonly generalization?: string;
}

/** A small model in plain words. */
export interface ModelDescription {
  readonly entities?: Readonly<Record<string, EntityDescription>>;
  readonly associations?: readonly AssociationShape[];
  readonly enumerations?: Readonly<Record<string, readonly (readonly [name: string, caption: string])[]>>;
  readonly constants?: Readonly<Record<string, DataType>>;
}

function own<Item>(items: Readonly<Record<string, Item>>, name: string): Item | undefined {
  return Object.hasOwn(items, name) ? items[name] : undefined;
}

function shapeOf(name: string, model: ModelDescription): EntityShape | undefined {
  const description = own(model.entities ?? {}, name);
  if (!description) return undefined;
  const generalization = description.generalization
    ? (shapeOf(description.generalization, model) ?? null)
    : null;
  const inherited = generalization?.attributes ?? [];
  const ownAttributes = Object.entries(description.attributes).map(([attribute, type], index) => ({
    name: attribute,
    type: typeof type === "string" ? ({ kind: type } as AttributeType) : type,
    slot: inherited.length + index,
    initialValue: description.initial?.[attribute] ?? null,
  }));
  const attributes = [...inherited, ...ownAttributes];
  const attributesByName = new Map(attributes.map((attribute) => [attribute.name, attribute]));
  return { name, generalization, isPersistable: true, attributes, attributesByName };
}

/** A lookup over a described model. */
export function modelOf(description: ModelDescription): ModelLookup {
  const shapes = new Map(
    Object.keys(description.entities ?? {}).map((name) => [name, shapeOf(name, description)]),
  );
  const isKindOf = (entity: string, ancestor: string) => {
    for (let shape = shapes.get(entity) ?? null; shape; shape = shape.generalization) {
      if (shape.name === ancestor) return true;
    }
    return entity === ancestor;
  };
  const { associations = [], enumerations = {}, constants = {} } = description;
  const names = { entity: description.entities ?? {}, enumeration: enumerations, constant: constants };
  return {
    shape: (name) => shapes.get(name),
    isKindOf,
    association: (name) => associations.find((association) => association.name === name),
    associationsOf: (entity) =>
      associations.flatMap((association) =>
        (["owner", "target"] as const)
          .filter((end) => isKindOf(entity, association[end]))
          .map((end) => ({ association, end })),
      ),
    enumeration: (name) => {
      const values = own(enumerations, name);
      return values && { values: values.map(([key, caption]) => ({ name: key, caption })) };
    },
    constant: (name) => {
      const dataType = own(constants, name);
      return dataType && { dataType };
    },
    all: (type) => Object.keys(names[type]).map((name) => ({ name })),
  };
}

/** Variables by name: a type as text and a value; `?` behind the type says that it can be empty. */
export type Variables = Readonly<Record<string, readonly [type: string, value: Value]>>;

/** A scope of the given variables. */
export function scopeOf(variables: Variables, model: ModelLookup): ExpressionScope {
  const list = Object.entries(variables).map(([name, [text]]) => {
    const type = parseDataType(text.replace("?", ""));
    if (!type) throw new Error(`${text} is no type.`);
    return { name, type, canBeEmpty: text.endsWith("?") };
  });
  return {
    model,
    variable: (name) => list.find((variable) => variable.name === name),
    variables: () => list,
  };
}

/** What an expression is evaluated with. */
export interface Surroundings {
  readonly variables?: Variables;
  readonly model?: ModelDescription;
  readonly environment?: Partial<EnvironmentParts>;
  readonly expected?: DataType;
}

/** Parses and checks a text. */
export function checkText(
  text: string,
  { variables = {}, model = {}, expected }: Surroundings = {},
): CheckedExpression {
  return check(parse(text), scopeOf(variables, modelOf(model)), expected);
}

/** Parses, checks, compiles and evaluates a text; throws where it has errors. */
export function evaluateText(text: string, surroundings: Surroundings = {}): Value {
  const checked = checkText(text, surroundings);
  const error = checked.problems.find(({ severity }) => severity === "error");
  if (error) throw new Error(`${error.code}: ${error.message}`);
  const names = Object.keys(surroundings.variables ?? {});
  const evaluate = compile(checked, { slotOf: (name) => names.indexOf(name) });
  const environment = createEnvironment({
    clock: () => Date.UTC(2024, 1, 29, 13, 14, 15, 16),
    random: () => 0.25,
    constant: () => null,
    isNew: () => true,
    patterns: re2Patterns,
    ...surroundings.environment,
  });
  const slots = names.map((name) => surroundings.variables?.[name]?.[1] ?? null);
  return evaluate({ slots, environment });
}

/** A value as the reference page prints it: digits of numbers, ISO dates, text as it is, `empty`. */
export function printValue(value: Value, type: string): string {
  if (value === null) return "empty";
  if (value instanceof Decimal) return decimalToText(value);
  return type === "dateTime" ? new Date(value as number).toISOString() : String(value);
}
