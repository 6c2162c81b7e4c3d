import type { ObservedEffect } from "@rivulet/runtime";

/** A span of an effect: its name, and what is said of it. */
export interface EffectDescription {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number | readonly string[]>>;
}

/** Which service of AWS the effects of a module call. */
const services: Readonly<Record<string, string>> = {
  AmazonDynamoDBConnector: "DynamoDB",
  AWSAuthentication: "STS",
};

/** Operations that AWS calls otherwise than their activities are called. */
const operationNames: Readonly<Record<string, string>> = { ScanTable: "Scan" };

/**
 * What a trace tells of an effect, by the conventions for databases and AWS: the operation, tables, region and
 * address. Names only; keys, items, values and credentials of the request are not looked at.
 */
export function describeEffect({ kind, request, key, runId }: ObservedEffect): EffectDescription {
  const [module = "", activity = kind] = kind.split(".");
  const operation = operationNames[activity] ?? activity;
  const service = services[module];
  const call = isObject(request) ? request : {};
  const element = key.slice(0, key.lastIndexOf("#"));
  const own = { "rivulet.run.id": runId, "rivulet.activity.kind": kind, "rivulet.activity.id": element };
  if (service === undefined) return { name: kind, attributes: own };
  const tables = service === "DynamoDB" ? tablesOf(call["input"]) : [];
  const attributes = {
    ...own,
    "rpc.system": "aws-api",
    "rpc.service": service,
    "rpc.method": operation,
    ...placeOf(call),
    ...(service === "DynamoDB" ? databaseAttributes(operation, tables) : {}),
  };
  return { name: tables.length === 1 ? `${operation} ${tables[0]}` : `${service}.${operation}`, attributes };
}

function databaseAttributes(operation: string, tables: readonly string[]): EffectDescription["attributes"] {
  return {
    "db.system.name": "aws.dynamodb",
    "db.operation.name": operation,
    ...(tables.length === 0 ? {} : { "aws.dynamodb.table_names": tables }),
    ...(tables[0] === undefined || tables.length > 1 ? {} : { "db.collection.name": tables[0] }),
  };
}

function placeOf({ region, endpoint }: Readonly<Record<string, unknown>>): EffectDescription["attributes"] {
  const place = typeof region === "string" ? { "cloud.region": region } : {};
  if (typeof endpoint !== "string" || !URL.canParse(endpoint)) return place;
  const { hostname, port } = new URL(endpoint);
  return { ...place, "server.address": hostname, ...(port === "" ? {} : { "server.port": Number(port) }) };
}

/** An operation names one table, or is about several: `RequestItems` has them as names of its members. */
function tablesOf(input: unknown): readonly string[] {
  if (!isObject(input)) return [];
  const { TableName: table, RequestItems: items } = input;
  if (typeof table === "string") return [table];
  return isObject(items) ? Object.keys(items) : [];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
