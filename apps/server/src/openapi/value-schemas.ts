import type { AssociationRecord, ProjectIndex } from "@rivulet/model";
import { type AttributeType, type DataType, type QualifiedName, unreachable } from "@rivulet/values";
import { componentReference, type JsonSchema, orNull } from "./json-schema.ts";

type ScalarKind = Exclude<
  AttributeType["kind"] | DataType["kind"],
  "object" | "list" | "nothing" | "enumeration"
>;

const long: JsonSchema = {
  type: ["integer", "string", "null"],
  format: "int64",
  description: "A number while it is safe (up to 2^53 - 1), else text.",
};
const text: JsonSchema = { type: ["string", "null"] };

/** The kinds of values that are neither objects nor lists nor keys, as JSON (interfaces.md, "Values as JSON"). */
const scalarSchemas: Readonly<Record<ScalarKind, JsonSchema>> = {
  string: text,
  hashedString: text,
  boolean: { type: ["boolean", "null"] },
  integer: long,
  long,
  autoNumber: long,
  decimal: {
    type: ["string", "number", "null"],
    format: "decimal",
    description: "Answered as text, exactly.",
  },
  dateTime: { type: ["string", "null"], format: "date-time", description: "ISO 8601; answered in UTC." },
  binary: { type: ["string", "null"], contentEncoding: "base64" },
};

/** The schema of a value of a type. Entities and enumerations are referred to as components. */
export function dataTypeSchema(type: DataType): JsonSchema {
  switch (type.kind) {
    case "nothing":
      return { type: "null" };
    case "enumeration":
      return orNull(componentReference(type.enumeration));
    case "object":
      return orNull(componentReference(type.entity));
    case "list":
      return { type: ["array", "null"], items: componentReference(type.entity) };
    case "string":
    case "boolean":
    case "integer":
    case "decimal":
    case "dateTime":
    case "binary":
      return scalarSchemas[type.kind];
    default:
      return unreachable(type);
  }
}

function attributeSchema(type: AttributeType): JsonSchema {
  if (type.kind === "enumeration") return orNull(componentReference(type.enumeration));
  if (type.kind === "string" && type.maximumLength !== undefined) {
    return { ...text, maxLength: type.maximumLength };
  }
  if (type.kind === "integer") return { type: ["integer", "null"], format: "int32" };
  return scalarSchemas[type.kind];
}

/** What an association that an object owns looks like: ids of its targets, or the targets where they are expanded. */
function associationSchema({ multiplicity, target }: AssociationRecord): JsonSchema {
  const one: JsonSchema = {
    description: `Id of a ${target}; the object itself where it is expanded.`,
    anyOf: [{ type: "string" }, { type: "object" }],
  };
  return multiplicity === "single" ? orNull(one) : { type: "array", items: one };
}

/**
 * Of an object's id. As a pattern, because many programs that read OpenAPI take a property with the name `$id` for
 * JSON Schema's own `$id`, wherever it stands.
 */
const idPattern = { "^[$]id$": { type: "string", description: "Names the object within one answer." } };

/** The schema of the objects of an entity: inherited attributes, and the associations that they own. */
export function entitySchema(index: ProjectIndex, entity: QualifiedName): JsonSchema {
  const properties: Record<string, JsonSchema> = {
    $entity: { enum: index.specializationsOf(entity) },
  };
  for (const { name, type } of index.shape(entity)?.attributes ?? [])
    properties[name] = attributeSchema(type);
  for (const { name, record } of index.all("association")) {
    if (index.isKindOf(entity, record.owner)) properties[name] = associationSchema(record);
  }
  const { documentation } = index.entity(entity) ?? {};
  return {
    type: "object",
    ...(documentation ? { description: documentation } : {}),
    properties,
    patternProperties: idPattern,
  };
}

/** The schema of the keys of an enumeration. */
export function enumerationSchema(index: ProjectIndex, enumeration: QualifiedName): JsonSchema {
  const { values = [], documentation } = index.enumeration(enumeration) ?? {};
  const keys = values.map(({ name }) => name);
  return { type: "string", ...(documentation ? { description: documentation } : {}), enum: keys };
}
