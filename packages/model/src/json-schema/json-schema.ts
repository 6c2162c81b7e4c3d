import * as z from "zod/mini";
import type { DocumentKind } from "../documents/document.ts";
import { documentFormats, documentSchemas, documentVersions } from "../documents/document-formats.ts";
import { flowFileFormat, flowFileSchema, flowFileVersion } from "../flow-file/flow-file.ts";
import { canonicalJson } from "../json/canonical-json.ts";
import type { JsonObject } from "../json/json-value.ts";

/** The kinds of files that have a published schema. */
export type JsonSchemaKind = DocumentKind | "flow";

/** The kinds of files that have a published schema, in the order of the documentation. */
export const jsonSchemaKinds: readonly JsonSchemaKind[] = [
  ...(Object.keys(documentSchemas) as DocumentKind[]),
  "flow",
];

const titles: Record<JsonSchemaKind, string> = {
  project: "rivulet.json: settings, connectors, configurations and security of a project",
  module: "module.json: name, roles and explorer folders of a module",
  domainModel: "domain-model.json: entities and associations of a module",
  enumeration: "enumerations/<Name>.json",
  constant: "constants/<Name>.json",
  microflow: "microflows/<Name>.json: the logic of a microflow",
  page: "pages/<Name>.json: a page with its widgets",
  pageLayout: "layouts/<Name>.json: what stands round pages",
  snippet: "snippets/<Name>.json: widgets that pages share",
  layout: "<document>.layout.json: where things are drawn",
  flow: "An exported microflow with everything it needs",
};

function sourceOf(kind: JsonSchemaKind) {
  if (kind === "flow") return { schema: flowFileSchema, format: flowFileFormat, version: flowFileVersion };
  return { schema: documentSchemas[kind], format: documentFormats[kind], version: documentVersions[kind] };
}

/**
 * The JSON Schema (draft 2020-12) of a kind of file, made from the schema that reads it. What an element's `fields`
 * hold depends on its activity and is left open here.
 *
 * @example jsonSchemaOf("microflow") // { "$schema": "https://json-schema.org/draft/2020-12/schema", ... }
 */
export function jsonSchemaOf(kind: JsonSchemaKind): JsonObject {
  const { schema, format, version } = sourceOf(kind);
  const json = z.toJSONSchema(schema, { target: "draft-2020-12", unrepresentable: "any", io: "input" });
  return {
    $id: `urn:rivulet:schema:${format.replace("rivulet/", "")}:${version}`,
    title: titles[kind],
    ...(json as JsonObject),
  };
}

/** The text of a JSON Schema; the same for the same version of Rivulet. */
export function printJsonSchema(kind: JsonSchemaKind): string {
  return canonicalJson(jsonSchemaOf(kind));
}
