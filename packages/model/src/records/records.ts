import * as z from "zod/mini";
import type { JsonValue } from "../json/json-value.ts";
import {
  type pageActionSchema,
  pageLayoutRecord,
  pageRecord,
  snippetRecord,
  widgetRecord,
} from "./page-records.ts";
import { type connectionCredentialsSchema, projectRecord } from "./project-record.ts";
import { placementIdPattern } from "./record-id.ts";
import { documentation, json, name, qualifiedName, recordIdSchema } from "./record-parts.ts";

/*
 * A project is a flat set of immutable records. Each has an id, a type and a parent; documents refer to each other
 * by qualified name, records inside a document by id. The files of a project folder are groups of records
 * (documents/), and a change is a Diff of records (diff.ts): what undo, saving and merging share.
 */

const id = recordIdSchema;

/** The types of variables, parameters and results; see `DataType` of values. */
export const dataTypeSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.enum(["string", "integer", "decimal", "boolean", "dateTime", "binary", "nothing"]),
  }),
  z.strictObject({ kind: z.literal("enumeration"), enumeration: qualifiedName }),
  z.strictObject({ kind: z.literal("object"), entity: qualifiedName }),
  z.strictObject({ kind: z.literal("list"), entity: qualifiedName }),
]);

/** The types of attributes; see `AttributeType` of values. */
const attributeTypeSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("string"), maximumLength: z.optional(z.int().check(z.gte(1))) }),
  z.strictObject({
    kind: z.enum([
      "integer",
      "long",
      "decimal",
      "boolean",
      "dateTime",
      "binary",
      "autoNumber",
      "hashedString",
    ]),
  }),
  z.strictObject({ kind: z.literal("enumeration"), enumeration: qualifiedName }),
]);

const moduleRecord = z.strictObject({
  id,
  type: z.literal("module"),
  parent: z.literal("project"),
  name,
  documentation,
  roles: z.array(z.strictObject({ name, documentation })),
  /** Folders of the explorer. Documents name their folder by id; the file path does not depend on it. */
  folders: z.array(z.strictObject({ id, name, parent: z.optional(id) })),
});

const attribute = z.strictObject({
  id,
  name,
  attributeType: attributeTypeSchema,
  /** Value of a new object, as value JSON; left out means empty. */
  defaultValue: z.optional(json),
  /** Its values are not shown in traces: a key, a password. */
  isSecret: z.optional(z.boolean()),
  /** Activities of connectors that take the object need a value in it. */
  isRequired: z.optional(z.boolean()),
  documentation,
});

/** What somebody may do with a value: look at it, or also change it. */
const attributeRight = z.enum(["none", "read", "write"]);

/** What one role of the entity's module may do with its objects in pages, once security is on for production. */
const accessRule = z.strictObject({
  role: name,
  mayCreate: z.boolean(),
  /** For the attributes that `attributes` does not name, those that are added later too. */
  others: attributeRight,
  /** By the name of the attribute. */
  attributes: z.optional(z.record(name, attributeRight)),
});

const entityRecord = z.strictObject({
  id,
  type: z.literal("entity"),
  parent: id,
  name,
  documentation,
  generalization: z.optional(qualifiedName),
  isPersistable: z.boolean(),
  /** An abstract entity has no objects of its own, only its specializations do. */
  isAbstract: z.optional(z.boolean()),
  attributes: z.array(attribute),
  /** Left out: whatever a page shows. With rules a role without one may do nothing. */
  accessRules: z.optional(z.array(accessRule)),
});

const associationRecord = z.strictObject({
  id,
  type: z.literal("association"),
  parent: id,
  name,
  documentation,
  /** Entity whose objects hold the reference. */
  owner: qualifiedName,
  target: qualifiedName,
  /** `single`: an owner refers to one target; `set`: to many. */
  multiplicity: z.enum(["single", "set"]),
  /** Owner both: at most one object at either end. */
  isOneToOne: z.optional(z.boolean()),
  /** How many owners a target has to have before an activity of a connector takes it; left out: none. */
  minimumOwners: z.optional(z.int().check(z.positive())),
});

const enumerationRecord = z.strictObject({
  id,
  type: z.literal("enumeration"),
  parent: id,
  name,
  documentation,
  folder: z.optional(id),
  values: z.array(z.strictObject({ name, caption: z.string(), documentation })),
});

const constantRecord = z.strictObject({
  id,
  type: z.literal("constant"),
  parent: id,
  name,
  documentation,
  folder: z.optional(id),
  dataType: dataTypeSchema,
  /** As value JSON; a secret constant has none. */
  defaultValue: z.optional(json),
  isSecret: z.optional(z.boolean()),
});

const microflowRecord = z.strictObject({
  id,
  type: z.literal("microflow"),
  parent: id,
  name,
  documentation,
  folder: z.optional(id),
  returnType: dataTypeSchema,
  /** Names of roles of the microflow's module. */
  allowedRoles: z.array(name),
  /** An internal microflow has no address of its own in the run API and in OpenAPI. */
  isInternal: z.optional(z.boolean()),
});

/**
 * What happens when an element fails (reference logic.md 1.4); left out, the error goes to the caller. `custom...`
 * takes the sequence flow that is an error handler, `continue` goes on as if nothing had happened.
 */
export const errorHandlingSchema = z.enum(["customWithRollback", "customWithoutRollback", "continue"]);

const elementRecord = z.strictObject({
  id,
  type: z.literal("element"),
  /** The microflow, or the loop whose body it is in. */
  parent: id,
  /** Kind of an activity definition: `start`, `createObject`, `AmazonDynamoDBConnector.ListTables`. */
  kind: z.string().check(z.maxLength(200)),
  /** Written by a person; without it the caption is made from the fields. */
  caption: z.optional(z.string().check(z.maxLength(500))),
  documentation,
  isDisabled: z.optional(z.boolean()),
  errorHandling: z.optional(errorHandlingSchema),
  /** Values of the definition's fields, by field name. */
  fields: z.record(z.string(), json),
});

const sequenceFlowRecord = z.strictObject({
  id,
  type: z.literal("sequenceFlow"),
  parent: id,
  from: id,
  to: id,
  /**
   * Which outcomes of `from` take this flow: `true`, `false`, a key, `(empty)`; or a named outcome of an activity, such
   * as `conditionFailed`. Left out where there is one way on.
   */
  outcomes: z.optional(z.array(z.string().check(z.maxLength(200)))),
  /** Taken when `from` fails, where its `errorHandling` is custom. */
  isErrorHandler: z.optional(z.boolean()),
});

const annotationFlowRecord = z.strictObject({
  id,
  type: z.literal("annotationFlow"),
  parent: id,
  from: id,
  to: id,
});

const placementRecord = z.strictObject({
  /** `placement:` and the id of what is placed. */
  id: z.string().check(z.regex(placementIdPattern)),
  type: z.literal("placement"),
  /** The document that is drawn: the microflow, or the module for its domain model. */
  parent: id,
  of: id,
  x: z.number(),
  y: z.number(),
  width: z.optional(z.number()),
  height: z.optional(z.number()),
  colour: z.optional(z.string().check(z.maxLength(40))),
});

/** Schemas of the records, by type: the only place where their form is written down. */
export const recordSchemas = {
  project: projectRecord,
  module: moduleRecord,
  entity: entityRecord,
  association: associationRecord,
  enumeration: enumerationRecord,
  constant: constantRecord,
  microflow: microflowRecord,
  page: pageRecord,
  pageLayout: pageLayoutRecord,
  snippet: snippetRecord,
  widget: widgetRecord,
  element: elementRecord,
  sequenceFlow: sequenceFlowRecord,
  annotationFlow: annotationFlowRecord,
  placement: placementRecord,
} as const;

/** The type of a record. */
export type RecordType = keyof typeof recordSchemas;
/** The record of a type, deeply read-only. */
export type RecordOf<Type extends RecordType> = DeepReadonly<z.infer<(typeof recordSchemas)[Type]>>;
/** Any record of a project. */
export type ProjectRecord = { [Type in RecordType]: RecordOf<Type> }[RecordType];

export type ProjectSettings = RecordOf<"project">;
export type ModuleRecord = RecordOf<"module">;
export type EntityRecord = RecordOf<"entity">;
export type AttributeRecord = EntityRecord["attributes"][number];
export type AccessRule = NonNullable<EntityRecord["accessRules"]>[number];
export type AttributeRight = AccessRule["others"];
export type AssociationRecord = RecordOf<"association">;
export type EnumerationRecord = RecordOf<"enumeration">;
export type ConstantRecord = RecordOf<"constant">;
export type MicroflowRecord = RecordOf<"microflow">;
export type ElementRecord = RecordOf<"element">;
export type SequenceFlowRecord = RecordOf<"sequenceFlow">;
export type PlacementRecord = RecordOf<"placement">;
export type PageRecord = RecordOf<"page">;
export type PageLayoutRecord = RecordOf<"pageLayout">;
export type SnippetRecord = RecordOf<"snippet">;
export type WidgetRecord = RecordOf<"widget">;
export type PageAction = DeepReadonly<z.infer<typeof pageActionSchema>>;
export type Navigation = NonNullable<ProjectSettings["navigation"]>;
export type MenuItem = Navigation["menu"][number];
export type ErrorHandling = z.infer<typeof errorHandlingSchema>;
export type ConnectionCredentials = DeepReadonly<z.infer<typeof connectionCredentialsSchema>>;
export type Configuration = ProjectSettings["configurations"][number];

/** Read-only all the way down; JSON values are so already. */
export type DeepReadonly<Type> = JsonValue extends Type
  ? Type
  : Type extends readonly (infer Item)[]
    ? readonly DeepReadonly<Item>[]
    : Type extends object
      ? { readonly [Key in keyof Type]: DeepReadonly<Type[Key]> }
      : Type;

/** All records of a project by id. */
export type ProjectRecords = ReadonlyMap<string, ProjectRecord>;
