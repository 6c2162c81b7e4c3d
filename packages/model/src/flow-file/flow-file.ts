import * as z from "zod/mini";
import { documentSchemas } from "../documents/document-formats.ts";
import { problemsOfIssue } from "../documents/schema-problem.ts";
import { asJson } from "../json/as-json.ts";
import { canonicalJson } from "../json/canonical-json.ts";
import type { JsonValue } from "../json/json-value.ts";
import { formatHistory, migrateToNewest } from "../migrations/format-history.ts";
import { handleErrorsInFlowFile } from "../migrations/microflow-1.ts";
import type { Problem } from "../problem.ts";
import { type DeepReadonly, recordSchemas } from "../records/records.ts";

/** The `format` member of a flow file. */
export const flowFileFormat = "rivulet/flow";
/** Newest version of the format. */
export const flowFileVersion = 2;

const name = z.string().check(z.maxLength(200));
const qualifiedName = z.string().check(z.maxLength(401));

// What the head of the file says is left out inside, and the explorer's folders, which are those of one project.
const notInFlowFile = { format: true, version: true, folder: true } as const;

const flowModule = z.strictObject({
  name,
  /** Names of the roles that the microflows allow. */
  roles: z.array(name),
  entities: documentSchemas.domainModel.shape.entities,
  associations: documentSchemas.domainModel.shape.associations,
  enumerations: z.array(z.omit(documentSchemas.enumeration, notInFlowFile)),
  /** A secret constant has no value here. */
  constants: z.array(z.omit(documentSchemas.constant, notInFlowFile)),
  /** Each with its layout. */
  microflows: z.array(
    z.extend(z.omit(documentSchemas.microflow, notInFlowFile), {
      placements: z.optional(documentSchemas.layout.shape.placements),
    }),
  ),
});

/** The schema of a flow file. */
export const flowFileSchema = z.strictObject({
  format: z.literal(flowFileFormat),
  version: z.literal(flowFileVersion),
  /** The microflow that was exported; the others are there because it needs them. */
  microflow: qualifiedName,
  connectors: recordSchemas.project.shape.connectors,
  modules: z.array(flowModule),
});

/**
 * One microflow with everything that it needs: a file that can be reviewed, sent, imported, or run by itself. Modules,
 * roles and connectors are in it by name only.
 */
export type FlowFile = DeepReadonly<z.infer<typeof flowFileSchema>>;
/** What a flow file holds of one module. */
export type FlowModule = FlowFile["modules"][number];

const history = formatHistory({
  format: flowFileFormat,
  newest: flowFileVersion,
  migrations: [handleErrorsInFlowFile],
});

/** A flow file, or what is wrong with its form. */
export type ReadFlowFileResult = { readonly flowFile: FlowFile } | { readonly problems: readonly Problem[] };

/**
 * Reads the content of a flow file, of this version of the format or an older one.
 *
 * @param file its name, for problems
 * @example readFlowFile(parseJson(text), "ListTables.json")
 */
export function readFlowFile(content: JsonValue, file: string): ReadFlowFileResult {
  const migrated = migrateToNewest(history, content, file);
  if ("problems" in migrated) return migrated;
  const result = flowFileSchema.safeParse(migrated.content);
  if (result.success) return { flowFile: result.data };
  const { issues } = result.error;
  return { problems: issues.flatMap((issue) => problemsOfIssue(issue, migrated.content, file)) };
}

/** The text of a flow file: canonical JSON, so the same flow always gives the same text. */
export function printFlowFile(flowFile: FlowFile): string {
  return canonicalJson(asJson(flowFile));
}
