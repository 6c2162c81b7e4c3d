import {
  type AssociationEnd,
  type AssociationShape,
  type AttributeType,
  type DataType,
  oppositeEnd,
  seesOne,
} from "@rivulet/values";
import { expressionLimits } from "../limits.ts";
import type { PathStep, VariableNode } from "../syntax/node.ts";
import { describeType } from "../typed/expression-type.ts";
import type { PathTyped, TypedNode, UnusableTyped } from "../typed/typed-node.ts";
import type { CheckContext } from "./check-context.ts";
import { closestName, suggestion } from "./suggestion.ts";

/** `$Name`, found in the scope. */
export function checkVariable(
  name: string,
  range: { readonly from: number; readonly to: number },
  context: CheckContext,
): TypedNode {
  const variable = context.scope.variable(name);
  if (variable) {
    const { type, canBeEmpty = false } = variable;
    return { kind: "variable", type, range, name, canBeEmpty };
  }
  const names = [...context.scope.variables()].map((known) => `$${known.name}`);
  const { sentence, fix } = suggestion(range, closestName(`$${name}`, names));
  const message = `There is no variable $${name} here.${sentence}`;
  return context.unusable("unknown-variable", range, { message, fix });
}

/** `$Name` with its steps: attributes, associations that lead to one object, and the entities between them. */
export function checkPath(node: VariableNode, context: CheckContext): TypedNode {
  const variableRange = { from: node.nameTo - node.name.length - 1, to: node.nameTo };
  if (node.name === "") return unknownAt(node);
  if (node.steps.length > expressionLimits.pathSteps) {
    const message = `A path has at most ${expressionLimits.pathSteps} steps.`;
    return context.unusable("limit-path", node, { message });
  }
  let current = checkVariable(node.name, variableRange, context);
  for (const [index, step] of node.steps.entries()) {
    const isWritten = step.name !== "" && !step.name.endsWith(".");
    if (!isPath(current) || current.type.kind === "unknown" || !isWritten) return unknownAt(node);
    const entered = index > 0 ? entityStep(current, step, context) : undefined;
    current = entered ?? checkStep(current, step, context);
  }
  return { ...current, range: node };
}

function unknownAt({ from, to }: VariableNode): UnusableTyped {
  return { kind: "unusable", type: { kind: "unknown" }, range: { from, to } };
}

function isPath(node: TypedNode): node is PathTyped {
  return node.kind === "variable" || node.kind === "attribute" || node.kind === "association";
}

function checkStep(current: PathTyped, step: PathStep, context: CheckContext): TypedNode {
  const { type } = current;
  if (type.kind === "list") {
    const message = `${context.textOf(current.range)} is a list: take one object from it first, with a loop or the list operation Head.`;
    return context.unusable("many-objects", step, { message });
  }
  if (type.kind !== "object") {
    const message = `Only an object has attributes, and this is ${describeType(type)}.`;
    return context.unusable("not-an-object", step, { message });
  }
  if (step.name.includes(".")) return associationStep(current, step, { entity: type.entity, context });
  return attributeStep(current, step, { entity: type.entity, context });
}

interface StepPlace {
  /** Where the step starts from. */
  readonly entity: string;
  readonly context: CheckContext;
}

function attributeStep(object: PathTyped, step: PathStep, { entity, context }: StepPlace): TypedNode {
  const shape = context.scope.model.shape(entity);
  if (!shape) return context.unusable("unknown-entity", step, { message: `There is no entity ${entity}.` });
  const attribute = shape.attributesByName.get(step.name);
  if (attribute) {
    const range = { from: object.range.from, to: step.to };
    return { kind: "attribute", type: typeOfAttribute(attribute.type), range, object, attribute };
  }
  const associations = [...context.scope.model.associationsOf(entity)].map(
    ({ association }) => association.name,
  );
  const sameName = associations.find((name) => name.endsWith(`.${step.name}`));
  const { sentence, fix } = suggestion(
    step,
    sameName ?? closestName(step.name, shape.attributesByName.keys()),
  );
  const message = `${entity} has no attribute ${step.name}.${sentence}`;
  return context.unusable("unknown-attribute", step, { message, fix });
}

function typeOfAttribute(type: AttributeType): DataType {
  switch (type.kind) {
    case "long":
    case "autoNumber":
      return { kind: "integer" };
    case "hashedString":
      return { kind: "string" };
    case "string":
      return { kind: "string" };
    case "enumeration":
      return { kind: "enumeration", enumeration: type.enumeration };
    default:
      return { kind: type.kind };
  }
}

function endOf(
  association: AssociationShape,
  entity: string,
  context: CheckContext,
): AssociationEnd | undefined {
  const { model } = context.scope;
  if (model.isKindOf(entity, association.owner)) return "owner";
  return model.isKindOf(entity, association.target) ? "target" : undefined;
}

function associationStep(object: PathTyped, step: PathStep, { entity, context }: StepPlace): TypedNode {
  const association = context.scope.model.association(step.name);
  const end = association && endOf(association, entity, context);
  if (!association || !end) return unknownAssociation(step, { entity, context });
  if (!seesOne(association, end)) {
    const message = `${step.name} can lead to many objects: retrieve them with the activity Retrieve, then use the list.`;
    return context.unusable("many-objects", step, { message });
  }
  const range = { from: object.range.from, to: step.to };
  const type = { kind: "object", entity: association[oppositeEnd(end)] } as const;
  return { kind: "association", type, range, object, association, end };
}

function unknownAssociation(step: PathStep, { entity, context }: StepPlace): UnusableTyped {
  const { model } = context.scope;
  if (model.shape(step.name)) {
    const message = `${step.name} is an entity: an entity stands only behind an association that leads to it.`;
    return context.unusable("unknown-association", step, { message });
  }
  const names = [...model.associationsOf(entity)].map(({ association }) => association.name);
  const { sentence, fix } = suggestion(step, closestName(step.name, names));
  const message = `${entity} has no association ${step.name}.${sentence}`;
  return context.unusable("unknown-association", step, { message, fix });
}

/** The entity behind an association: it may be written, and must be the one that the association leads to. */
function entityStep(current: PathTyped, step: PathStep, context: CheckContext): TypedNode | undefined {
  const { model } = context.scope;
  if (current.kind !== "association" || current.type.kind !== "object") return undefined;
  if (!step.name.includes(".") || !model.shape(step.name)) return undefined;
  const { entity } = current.type;
  if (!model.isKindOf(entity, step.name)) {
    const { fix } = suggestion(step, entity);
    const message = `${current.association.name} leads to ${entity}, not to ${step.name}.`;
    return context.unusable("unknown-association", step, { message, fix });
  }
  return { ...current, range: { from: current.range.from, to: step.to } };
}
