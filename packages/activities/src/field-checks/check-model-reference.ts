import { closestName, describeType } from "@rivulet/expressions";
import type { NamedRecord, ProjectIndex } from "@rivulet/model";
import { type DataType, formatDataType, oppositeEnd } from "@rivulet/values";
import type { AssociationField, DataTypeField, EntityField } from "../fields/field.ts";
import { type AssociationChoice, readField } from "../fields/field-values.ts";
import type { FieldCheck } from "./field-check.ts";
import { type FieldFinding, meantName } from "./field-finding.ts";

const withArticle = {
  entity: "an entity",
  association: "an association",
  enumeration: "an enumeration",
  constant: "a constant",
  microflow: "a microflow",
  page: "a page",
  pageLayout: "a layout",
  snippet: "a snippet",
} as const satisfies Record<NamedRecord["type"], string>;

/** How a type of record is called in front of people; `layout` alone is taken by the layouts of drawings. */
function nounOf<Type extends NamedRecord["type"]>(type: Type) {
  return (type === "pageLayout" ? "layout" : type) as Type extends "pageLayout" ? "layout" : Type;
}

/**
 * The finding when a name is empty, or refers to nothing or to something else; `undefined` when it is fine.
 *
 * @example unknownName("entity", { name: "Sales.Ordr", field: "entity" }, index)?.message
 * // "There is no entity Sales.Ordr. Did you mean Sales.Order?"
 */
export function unknownName(
  type: NamedRecord["type"],
  { name, field }: { readonly name: string; readonly field: string },
  index: ProjectIndex,
): FieldFinding | undefined {
  if (name === "") {
    const message = `No ${nounOf(type)} is chosen yet. Choose one.`;
    return { code: "missing-value", field, message };
  }
  const found = index.named(name);
  if (found?.type === type) return undefined;
  const names = index.all(type).map((candidate) => candidate.name);
  const { sentence, ...fix } = meantName(closestName(name, names), "Choose another one.");
  const reason = found
    ? `${name} is ${withArticle[found.type]}, not ${withArticle[type]}.`
    : `There is no ${nounOf(type)} ${name}.`;
  return { code: `unknown-${nounOf(type)}`, field, message: `${reason} ${sentence}`, ...fix };
}

/** The finding when a type names an entity or enumeration that is not there. */
export function unknownInType(type: DataType, field: string, index: ProjectIndex): FieldFinding | undefined {
  if (type.kind === "enumeration") {
    return unknownName("enumeration", { name: type.enumeration, field: `${field}.enumeration` }, index);
  }
  if (type.kind === "object" || type.kind === "list") {
    return unknownName("entity", { name: type.entity, field: `${field}.entity` }, index);
  }
  return undefined;
}

/** An entity. */
export function checkEntity(name: string, field: EntityField, check: FieldCheck): void {
  const { index } = check.context;
  const unknown = unknownName("entity", { name, field: field.name }, index);
  if (unknown) check.add(unknown);
  if (field.allowsAbstract || !index.entity(name)?.isAbstract) return;
  const concrete = index.specializationsOf(name).filter((other) => !index.entity(other)?.isAbstract);
  const wayOut =
    concrete.length > 0 ? `Choose one that specializes it: ${concrete.join(", ")}.` : "Choose another one.";
  const message = `${name} is abstract, so it has no objects of its own. ${wayOut}`;
  check.add({ code: "abstract-entity", field: field.name, message });
}

/** A type: of an allowed kind, and its entity or enumeration exists. */
export function checkDataType(type: DataType, field: DataTypeField, check: FieldCheck): void {
  if (!field.allowed.includes(type.kind)) {
    const message = `${field.label} cannot be ${formatDataType(type)} here. Choose another type.`;
    check.add({ code: "type-not-allowed", field: field.name, message });
    return;
  }
  const unknown = unknownInType(type, field.name, check.context.index);
  if (unknown) check.add(unknown);
}

/** An association, seen from the end at which the start variable stands. */
export function checkAssociation(
  choice: AssociationChoice,
  field: AssociationField,
  check: FieldCheck,
): void {
  const { index, element } = check.context;
  const place = { name: choice.association, field: `${field.name}.association` };
  const unknown = unknownName("association", place, index);
  if (unknown) check.add(unknown);
  const association = index.association(choice.association);
  const start = readField("variable", element.fields[field.start]);
  const type = start === undefined ? undefined : check.typeOfVariable(start);
  if (!association || type?.kind !== "object" || index.isKindOf(type.entity, association[choice.end])) return;
  const other = oppositeEnd(choice.end);
  const expected = association[choice.end];
  const reason = `$${start} is ${describeType(type)}, but this end of ${association.name} is at ${expected}.`;
  const at = { code: "wrong-association-end", field: `${field.name}.end` } as const;
  if (index.isKindOf(type.entity, association[other])) {
    const message = `${reason} Look from the other end.`;
    check.add({ ...at, message, fix: { label: "Look from the other end", value: other } });
  } else {
    const names = index.associationsOf(type.entity).map((step) => step.association.name);
    const wayOut =
      names.length > 0 ? `Choose one of ${[...new Set(names)].join(", ")}.` : "It has no associations.";
    check.add({ ...at, message: `${reason} ${wayOut}` });
  }
}
