import type { ConnectionCalls } from "@rivulet/aws/execute";
import { AttributeValueError, readAttributes } from "@rivulet/dynamodb/execute";
import { HttpProblem } from "../http/http-problem.ts";
import type { AuditLog } from "../people/audit-log.ts";
import type { ActiveConfiguration } from "../project/active-configuration.ts";
import type { OpenedProject } from "../project/opened-project.ts";
import type { TableCalls } from "../project/table-calls.ts";

/** What finds the way to the tables. */
export interface DataServices {
  readonly project: () => Promise<OpenedProject>;
  readonly active: ActiveConfiguration;
  readonly calls: TableCalls;
}

/** The same for whoever writes. */
export interface DataRouteServices extends DataServices {
  readonly audit: AuditLog;
}

/** What all routes of data can answer instead. */
export const dataProblems = [
  "unknown-configuration",
  "configuration-changed",
  "unknown-table",
  "table-call-failed",
  "wrong-value",
] as const;

/** Where somebody believes a table to be. */
export interface DataPlace {
  readonly configuration: string;
  readonly region?: string | null | undefined;
}

/** Reads an item that somebody wrote. Throws `wrong-value` with what is wrong and where. */
export function readItemBody(json: unknown): ReturnType<typeof readAttributes> {
  try {
    return readAttributes(json);
  } catch (error) {
    if (!(error instanceof AttributeValueError)) throw error;
    throw new HttpProblem("wrong-value", `${error.message}. Nothing was sent to DynamoDB.`);
  }
}

function failure(calls: ConnectionCalls, error: unknown): HttpProblem {
  const { code, message } = calls.errorOf(error);
  if (code === "internal-error") throw error;
  const kind = code === "aws-not-found" ? "unknown-table" : "table-call-failed";
  return new HttpProblem(kind, message, { members: { reason: code } });
}

/**
 * Does something with tables, over the active configuration and no other: whoever writes has seen the items of that one.
 * Throws `configuration-changed`, `unknown-table`, `table-call-failed`.
 */
export async function withCalls<Result>(
  { project, active, calls }: DataServices,
  { configuration, region = null }: DataPlace,
  signal: AbortSignal,
  act: (calls: ConnectionCalls) => Promise<Result>,
): Promise<Result> {
  const opened = await project();
  const present = active.of(opened.loaded.index)?.name;
  if (present === undefined)
    throw new HttpProblem("unknown-configuration", "The project has no active configuration.");
  if (present !== configuration) {
    throw new HttpProblem(
      "configuration-changed",
      `Configuration ${present} is active now, not ${configuration}: its tables may be others. Nothing was done. Look at the data again.`,
    );
  }
  const connection = calls({ opened, configuration, region, signal });
  try {
    return await act(connection);
  } catch (error) {
    throw error instanceof HttpProblem ? error : failure(connection, error);
  }
}
