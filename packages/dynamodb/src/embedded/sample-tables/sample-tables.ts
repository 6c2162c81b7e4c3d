import type { AttributeValue, CreateTableCommandInput } from "@aws-sdk/client-dynamodb";

/** A table to create and the items to put into it: at most 25, one BatchWriteItem. */
export interface SampleTable {
  readonly definition: CreateTableCommandInput & { readonly TableName: string };
  readonly items: readonly Record<string, AttributeValue>[];
}

const customers: SampleTable = {
  definition: {
    TableName: "Customers",
    AttributeDefinitions: [{ AttributeName: "CustomerId", AttributeType: "S" }],
    KeySchema: [{ AttributeName: "CustomerId", KeyType: "HASH" }],
    BillingMode: "PAY_PER_REQUEST",
  },
  items: [
    {
      CustomerId: { S: "C-1001" },
      Name: { S: "Marta Lindqvist" },
      Email: { S: "marta.lindqvist@example.com" },
      IsActive: { BOOL: true },
      CreditLimit: { N: "2500" },
      Tags: { SS: ["newsletter", "wholesale"] },
      Address: { M: { Street: { S: "Strandgatan 14" }, City: { S: "Visby" }, Country: { S: "SE" } } },
      LastLogin: { S: "2026-10-30T17:05:12.000Z" },
    },
    {
      CustomerId: { S: "C-1002" },
      Name: { S: "Tomás Ferreira" },
      Email: { S: "tomas@example.org" },
      IsActive: { BOOL: true },
      CreditLimit: { N: "800" },
      Address: { M: { Street: { S: "Rua do Almada 301" }, City: { S: "Porto" }, Country: { S: "PT" } } },
      LastLogin: { NULL: true },
    },
    {
      CustomerId: { S: "C-1003" },
      Name: { S: "Aiko Watanabe" },
      Email: { S: "aiko.watanabe@example.net" },
      IsActive: { BOOL: false },
      CreditLimit: { N: "0" },
      Notes: { S: "" },
    },
    {
      CustomerId: { S: "C-1004" },
      Name: { S: "Kwame Boateng" },
      Email: { S: "kwame.boateng@example.com" },
      IsActive: { BOOL: true },
      CreditLimit: { N: "12000.5" },
      Tags: { SS: ["wholesale"] },
      Contacts: {
        L: [{ S: "reception" }, { M: { Kind: { S: "phone" }, Value: { S: "+233 20 555 0101" } } }],
      },
    },
  ],
};

const orders: SampleTable = {
  definition: {
    TableName: "Orders",
    AttributeDefinitions: [
      { AttributeName: "CustomerId", AttributeType: "S" },
      { AttributeName: "OrderDate", AttributeType: "S" },
      { AttributeName: "Status", AttributeType: "S" },
    ],
    KeySchema: [
      { AttributeName: "CustomerId", KeyType: "HASH" },
      { AttributeName: "OrderDate", KeyType: "RANGE" },
    ],
    GlobalSecondaryIndexes: [
      {
        IndexName: "OrdersByStatus",
        KeySchema: [
          { AttributeName: "Status", KeyType: "HASH" },
          { AttributeName: "OrderDate", KeyType: "RANGE" },
        ],
        Projection: { ProjectionType: "ALL" },
      },
    ],
    BillingMode: "PAY_PER_REQUEST",
  },
  items: [
    order("C-1001", "2026-09-02T08:15:00.000Z", {
      status: "Delivered",
      total: "259.8",
      products: ["10", "10"],
    }),
    order("C-1001", "2026-11-03T14:40:00.000Z", { status: "Open", total: "74.5", products: ["20", "30"] }),
    order("C-1002", "2026-10-19T19:22:30.000Z", { status: "Shipped", total: "15.5", products: ["30"] }),
    order("C-1002", "2026-10-28T07:01:00.000Z", { status: "Cancelled", total: "59", products: ["20"] }),
    order("C-1004", "2026-11-15T11:00:00.000Z", { status: "Open", total: "188.9", products: ["10", "20"] }),
  ],
};

interface OrderContent {
  readonly status: string;
  readonly total: string;
  readonly products: readonly string[];
}

function order(customer: string, date: string, content: OrderContent): Record<string, AttributeValue> {
  return {
    CustomerId: { S: customer },
    OrderDate: { S: date },
    Status: { S: content.status },
    Total: { N: content.total },
    Lines: {
      L: content.products.map((product, line) => ({
        M: { Line: { N: String(line + 1) }, ProductId: { N: product } },
      })),
    },
  };
}

const products: SampleTable = {
  definition: {
    TableName: "Products",
    AttributeDefinitions: [{ AttributeName: "ProductId", AttributeType: "N" }],
    KeySchema: [{ AttributeName: "ProductId", KeyType: "HASH" }],
    BillingMode: "PAY_PER_REQUEST",
  },
  items: [
    {
      ProductId: { N: "10" },
      Name: { S: "Oak desk lamp" },
      Price: { N: "129.9" },
      InStock: { BOOL: true },
      Colours: { SS: ["black", "natural"] },
      WeightsInGrams: { NS: ["850", "920.5"] },
      Thumbnail: { B: bytes("iVBORw0KGgo=") },
    },
    {
      ProductId: { N: "20" },
      Name: { S: "Wool throw" },
      Price: { N: "59" },
      InStock: { BOOL: true },
      Colours: { SS: ["moss", "rust", "slate"] },
      Dimensions: { M: { Width: { N: "130" }, Length: { N: "170" }, Unit: { S: "cm" } } },
    },
    {
      ProductId: { N: "30" },
      Name: { S: "Linen notebook" },
      Price: { N: "15.5" },
      InStock: { BOOL: false },
      RestockDate: { NULL: true },
      // As many digits as DynamoDB keeps: a JavaScript number would lose more than half of them.
      SerialNumber: { N: "12345678901234567890123456789012345678" },
      Checksums: { BS: [bytes("q83vEjQ="), bytes("VniavN4=")] },
    },
  ],
};

function bytes(base64: string): Uint8Array {
  return new Uint8Array(Buffer.from(base64, "base64"));
}

/** The tables of the tutorial; together their items have all ten attribute types. */
export const sampleTables: readonly SampleTable[] = [customers, orders, products];
