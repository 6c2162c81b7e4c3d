import type { IncomingHttpHeaders } from "node:http";

/** A request of the DynamoDB protocol, as it came over the wire. */
export interface DynamoDBRequest {
  /** The AWS name, for example `PutItem`. */
  readonly operation: string;
  /** The tables that it names, each once; a PartiQL statement's are not looked for. */
  readonly tables: readonly string[];
  /** The region that it was signed for. */
  readonly region: string | undefined;
  readonly headers: IncomingHttpHeaders;
  /** The parsed JSON body; empty when it was none. */
  readonly body: Readonly<Record<string, unknown>>;
}

export function readRequest(headers: IncomingHttpHeaders, text: string): DynamoDBRequest {
  const body = parsed(text);
  const region = /Credential=[^/]*\/\d+\/([^/]+)\//.exec(headers.authorization ?? "")?.[1];
  const operation = String(headers["x-amz-target"] ?? "").replace(/^.*\./, "");
  return { operation, tables: [...new Set(tablesIn(body))], region, headers, body };
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}

/** One table of its own, those of a batch (by name), or those of a transaction (one an action). */
function tablesIn(body: Readonly<Record<string, unknown>>): readonly string[] {
  const { TableName, RequestItems, TransactItems } = body;
  const actions = Array.isArray(TransactItems) ? TransactItems.filter(isRecord).flatMap(Object.values) : [];
  return [
    ...(typeof TableName === "string" ? [TableName] : []),
    ...(isRecord(RequestItems) ? Object.keys(RequestItems) : []),
    ...actions.filter(isRecord).map((action) => String(action["TableName"])),
  ];
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
