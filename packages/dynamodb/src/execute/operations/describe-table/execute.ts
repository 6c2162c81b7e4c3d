import type { ExecutionContext } from "@rivulet/runtime";
import { type EntityObject, integerFromText, type Value, writeAttribute } from "@rivulet/values";
import { describeTable } from "../../../definition/index.ts";
import { operation } from "../../operation.ts";
import { sentAttributes } from "../../requests/sent-attributes.ts";

interface NamedPart {
  readonly AttributeName?: string;
}

/** What is read of DynamoDB's answer. */
interface DescribeTableOutput {
  readonly Table?: {
    readonly TableName?: string;
    readonly TableArn?: string;
    readonly TableId?: string;
    readonly TableStatus?: string;
    readonly ItemCount?: number;
    /** Seconds since 1970, with fractions. */
    readonly CreationDateTime?: number;
    readonly AttributeDefinitions?: readonly (NamedPart & { readonly AttributeType?: string })[];
    readonly KeySchema?: readonly (NamedPart & { readonly KeyType?: string })[];
  };
}

type Table = NonNullable<DescribeTableOutput["Table"]>;

const attributeTypes: Readonly<Record<string, string>> = { S: "String", N: "Number", B: "Binary" };
const keyTypes: ReadonlySet<string> = new Set(["HASH", "RANGE"]);

/**
 * The state of a table as a key of the enumeration. A state that is not known here fails no call: it is left empty, and
 * the log says what AWS said.
 */
function statusOf({ TableStatus, TableName = "" }: Table, { index, log }: ExecutionContext): Value {
  const { values = [] } = index.enumeration("AmazonDynamoDBConnector.ENUM_TableStatus") ?? {};
  if (TableStatus === undefined) return null;
  if (values.some(({ name }) => name === TableStatus)) return TableStatus;
  const message = `DescribeTable: ${TableName} is in the state ${TableStatus}, which ENUM_TableStatus does not have. TableStatus is left empty.`;
  log({ level: "warning", node: "AmazonDynamoDBConnector", message, at: Date.now() });
  return null;
}

function writeTable(response: EntityObject, table: Table, context: ExecutionContext): void {
  const values: Readonly<Record<string, Value>> = {
    TableName: table.TableName ?? null,
    TableARN: table.TableArn ?? null,
    TableId: table.TableId ?? null,
    TableStatus: statusOf(table, context),
    ItemCount: table.ItemCount === undefined ? null : (integerFromText(String(table.ItemCount)) ?? null),
    CreationDateTime: table.CreationDateTime === undefined ? null : Math.round(table.CreationDateTime * 1000),
  };
  for (const [name, value] of Object.entries(values)) writeAttribute(response, name, value);
}

/** A part of the answer that names an attribute, linked to the response. */
function addPart(
  { create, link }: ExecutionContext,
  entity: "AttributeDefinition" | "KeySchemaElement",
  { response, attributes }: { response: EntityObject; attributes: Readonly<Record<string, Value>> },
): void {
  const part = create(`AmazonDynamoDBConnector.${entity}`);
  for (const [name, value] of Object.entries(attributes)) writeAttribute(part, name, value);
  link(`AmazonDynamoDBConnector.${entity}_DescribeTableResponse`, part, response);
}

/** Describes one table. */
export const executeDescribeTable = operation<DescribeTableOutput>(describeTable, {
  loadCommand: async () => (await import("@aws-sdk/client-dynamodb")).DescribeTableCommand,
  input: (request) => sentAttributes(request, ["TableName"]),
  output: ({ Table: table = {} }, context) => {
    const response = context.create("AmazonDynamoDBConnector.DescribeTableResponse");
    writeTable(response, table, context);
    for (const { AttributeName = null, AttributeType = "" } of table.AttributeDefinitions ?? []) {
      const attributes = { Key: AttributeName, AttributeType: attributeTypes[AttributeType] ?? null };
      addPart(context, "AttributeDefinition", { response, attributes });
    }
    for (const { AttributeName = null, KeyType = "" } of table.KeySchema ?? []) {
      const role = keyTypes.has(KeyType) ? KeyType : "UNKNOWN_TO_SDK_VERSION";
      addPart(context, "KeySchemaElement", { response, attributes: { Key: AttributeName, KeyType: role } });
    }
    return response;
  },
});
