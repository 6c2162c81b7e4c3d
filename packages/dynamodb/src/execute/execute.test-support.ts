import { CreateTableCommand, type DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { awsAuthentication } from "@rivulet/aws/execute";
import { type ActivityContext, type ActivityContextOptions, activityContext } from "@rivulet/testkit";
import { EntityObject, readAttribute, type Value, writeAttribute } from "@rivulet/values";
import { tableNamed } from "../embedded/embedded.test-support.ts";
import { amazonDynamoDB } from "./connector.ts";

/** A context with both connectors, and keys in its environment. */
export function dynamoDBContext(
  settings: ActivityContextOptions["settings"],
  signal?: AbortSignal,
): ActivityContext {
  return activityContext({
    connectors: [awsAuthentication, amazonDynamoDB],
    settings: {
      awsEnvironment: { AWS_ACCESS_KEY_ID: "AKIATEST", AWS_SECRET_ACCESS_KEY: "test" },
      ...settings,
    },
    ...(signal === undefined ? {} : { signal }),
  });
}

/** A new object with these attributes. */
export function objectOf(
  { create }: ActivityContext,
  entity: string,
  attributes: Readonly<Record<string, Value>> = {},
): EntityObject {
  const object = create(entity);
  for (const [name, value] of Object.entries(attributes)) writeAttribute(object, name, value);
  return object;
}

/** What a microflow that begins with Get static credentials hands to ListTables. */
export async function listTablesInputs(
  context: ActivityContext,
  request: Readonly<Record<string, Value>> = {},
) {
  return {
    ListTablesRequest: objectOf(context, "AmazonDynamoDBConnector.ListTablesRequest", request),
    Region: "eu_central_1",
    Credentials: await context.execute("AWSAuthentication.GetStaticCredentials"),
  };
}

/** A page of tables, as a microflow sees it. */
export interface Page {
  readonly names: readonly Value[];
  readonly last: Value;
}

/** Executes ListTables, and retrieves the tables by association. */
export async function listTables(
  context: ActivityContext,
  inputs: Readonly<Record<string, Value>>,
): Promise<Page> {
  const response = await context.execute("AmazonDynamoDBConnector.ListTables", inputs);
  if (!(response instanceof EntityObject)) throw new Error("ListTables gave no object.");
  const tables = context.linked("AmazonDynamoDBConnector.Table_ListTablesResponse", response);
  return {
    names: tables.map((table) => readAttribute(table, "TableName")),
    last: readAttribute(response, "LastEvaluatedTableName"),
  };
}

/** Gives a request a retry policy, and whatever else its client configuration shall say. */
export function configureClient(
  context: ActivityContext,
  request: EntityObject,
  { retries, ...attributes }: Readonly<Record<string, Value>> & { readonly retries: number },
): void {
  const config = objectOf(context, "AWSAuthentication.SdkClientConfig", attributes);
  const policy = objectOf(context, "AWSAuthentication.NumberRetryPolicy", { MaxNumberOfRetries: retries });
  context.link("AWSAuthentication.SdkClientConfig_AbstractRetryPolicy", config, policy);
  context.link("AWSAuthentication.AbstractRequest_BasicClientConfig", request, config);
}

/** Creates `Table-000`, `Table-001` and so on. */
export async function createTables(client: DynamoDBClient, count: number): Promise<void> {
  const names = Array.from({ length: count }, (_, at) => `Table-${String(at).padStart(3, "0")}`);
  await Promise.all(names.map((name) => client.send(new CreateTableCommand(tableNamed(name)))));
}
