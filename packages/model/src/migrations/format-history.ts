import type * as z from "zod/mini";
import { problemsOfIssue } from "../documents/schema-problem.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "../json/json-value.ts";
import { errorAt, type Problem } from "../problem.ts";

/** The step from one version of a format to the next. */
export interface Migration {
  /** The version that it reads; it writes the next one. */
  readonly from: number;
  /** The form of that version, as it was then: a migration gets nothing else. */
  readonly schema: z.ZodMiniType<object>;
  /** From content of version `from`, `format` and `version` left out, to content of the next version. */
  readonly migrate: (content: JsonObject) => JsonObject;
}

/** A format with its newest version and the way there from every older one. */
export interface FormatHistory {
  readonly format: string;
  readonly newest: number;
  /** The one at position 0 reads version 1. */
  readonly migrations: readonly Migration[];
}

/**
 * Declares a format. Versions count from 1, and there is a migration from each but the newest.
 *
 * @throws when a migration is missing, twice there or leads nowhere: a fault of the program, found when it starts
 * @example formatHistory({ format: "rivulet/constant", newest: 2, migrations: [addUnit] })
 */
export function formatHistory(history: FormatHistory): FormatHistory {
  const { format, newest, migrations } = history;
  const expected = Array.from({ length: newest - 1 }, (_, index) => index + 1);
  const found = migrations.map(({ from }) => from);
  if (found.join() === expected.join()) return history;
  throw new Error(
    `The migrations of ${format} start from the versions ${found.join()}; to reach ${newest} they have to start from ${expected.join()}.`,
  );
}

/** Content in the newest version of its format, or why it could not be brought there. */
export type MigrationResult = { readonly content: JsonObject } | { readonly problems: readonly Problem[] };

function headProblem(
  { format, newest }: FormatHistory,
  content: JsonObject,
  file: string,
): Problem | undefined {
  if (content["format"] !== format) {
    const found = typeof content["format"] === "string" ? `"${content["format"]}"` : "none";
    const message = `${file} should have the format "${format}" but has ${found}.`;
    return errorAt({ file, field: "format" }, "wrong-format", message);
  }
  const version = content["version"];
  if (typeof version === "number" && Number.isInteger(version) && version >= 1 && version <= newest)
    return undefined;
  const remedy =
    typeof version === "number" && version > newest ? "Open it with a newer Rivulet" : "Correct the version";
  const message = `${file} has format version ${JSON.stringify(version) ?? "(none)"}; this Rivulet reads versions 1 to ${newest}. ${remedy}.`;
  return errorAt({ file, field: "version" }, "unknown-version", message);
}

/**
 * Brings content to the newest version of its format, step by step. Content that is there already comes back as it
 * is; it is not checked against its schema here.
 */
export function migrateToNewest(history: FormatHistory, content: JsonValue, file: string): MigrationResult {
  if (!isJsonObject(content)) {
    return { problems: [errorAt({ file, field: "" }, "wrong-format", `${file} holds no JSON object.`)] };
  }
  const problem = headProblem(history, content, file);
  if (problem) return { problems: [problem] };
  let current = content;
  for (const { from, schema, migrate } of history.migrations.slice(Number(content["version"]) - 1)) {
    const { format, version: _version, ...body } = current;
    const result = schema.safeParse(body);
    if (!result.success) {
      return { problems: result.error.issues.flatMap((issue) => problemsOfIssue(issue, body, file)) };
    }
    current = { format: format ?? null, version: from + 1, ...migrate(result.data as JsonObject) };
  }
  return { content: current };
}
