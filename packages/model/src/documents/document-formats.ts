import * as z from "zod/mini";
import { recordIdSchema } from "../records/record-parts.ts";
import { type DeepReadonly, recordSchemas } from "../records/records.ts";
import type { DocumentKind } from "./document.ts";

/*
 * The form of the files. A file is the record that gives it its identity, with the records inside it as lists;
 * `type` and `parent` are left out wherever the place in the file says them.
 */

/** Newest format version of each kind of file. A change of form adds a migration and raises it. */
export const documentVersions = {
  project: 1,
  module: 1,
  domainModel: 1,
  enumeration: 1,
  constant: 1,
  microflow: 2,
  page: 1,
  pageLayout: 1,
  snippet: 1,
  layout: 1,
} as const satisfies Record<DocumentKind, number>;

/** The `format` member of each kind of file. */
export const documentFormats = {
  project: "rivulet/project",
  module: "rivulet/module",
  domainModel: "rivulet/domain-model",
  enumeration: "rivulet/enumeration",
  constant: "rivulet/constant",
  microflow: "rivulet/microflow",
  page: "rivulet/page",
  pageLayout: "rivulet/page-layout",
  snippet: "rivulet/snippet",
  layout: "rivulet/layout",
} as const satisfies Record<DocumentKind, string>;

const head = <Kind extends DocumentKind>(kind: Kind) => ({
  format: z.literal(documentFormats[kind]),
  version: z.literal(documentVersions[kind]),
});

const typeAndParent = { type: true, parent: true } as const;

const element = z.extend(z.omit(recordSchemas.element, typeAndParent), {
  /** The loop that it is in; left out at the top level. */
  parent: z.optional(z.string()),
});
const flowInLoop = { parent: z.optional(z.string()) };

const widgets = z.array(
  z.extend(z.omit(recordSchemas.widget, typeAndParent), {
    /** The widget that holds it; left out at the top level. */
    parent: z.optional(z.string()),
  }),
);

const placement = z.omit(recordSchemas.placement, { id: true, type: true, parent: true, of: true });

/** Schemas of the files, by kind. Published as JSON Schema by `rivulet schema`. */
export const documentSchemas = {
  project: z.extend(z.omit(recordSchemas.project, { id: true, type: true }), head("project")),
  module: z.extend(z.omit(recordSchemas.module, typeAndParent), head("module")),
  domainModel: z.strictObject({
    ...head("domainModel"),
    entities: z.array(z.omit(recordSchemas.entity, typeAndParent)),
    associations: z.array(z.omit(recordSchemas.association, typeAndParent)),
  }),
  enumeration: z.extend(z.omit(recordSchemas.enumeration, typeAndParent), head("enumeration")),
  constant: z.extend(z.omit(recordSchemas.constant, typeAndParent), head("constant")),
  microflow: z.extend(z.omit(recordSchemas.microflow, typeAndParent), {
    ...head("microflow"),
    elements: z.array(element),
    sequenceFlows: z.array(z.extend(z.omit(recordSchemas.sequenceFlow, typeAndParent), flowInLoop)),
    annotationFlows: z.optional(
      z.array(z.extend(z.omit(recordSchemas.annotationFlow, typeAndParent), flowInLoop)),
    ),
  }),
  page: z.extend(z.omit(recordSchemas.page, typeAndParent), { ...head("page"), widgets }),
  pageLayout: z.extend(z.omit(recordSchemas.pageLayout, typeAndParent), { ...head("pageLayout"), widgets }),
  snippet: z.extend(z.omit(recordSchemas.snippet, typeAndParent), { ...head("snippet"), widgets }),
  layout: z.strictObject({ ...head("layout"), placements: z.record(recordIdSchema, placement) }),
} as const;

/** The content of a file of a kind, as it stands in JSON. */
export type DocumentContent<Kind extends DocumentKind = DocumentKind> = DeepReadonly<
  z.infer<(typeof documentSchemas)[Kind]>
>;
