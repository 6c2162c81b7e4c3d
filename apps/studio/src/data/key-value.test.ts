import { expect, test } from "vitest";
import type { AttributeJson } from "./attribute.ts";
import { keyValue } from "./key-value.ts";

test.each<[AttributeJson, string, string]>([
  [{ S: "it's" }, "KeyValueString", "'it''s'"],
  [{ N: "77" }, "KeyValueLong", "77"],
  [{ N: "1E+2" }, "KeyValueLong", "100"],
  [{ N: "-9223372036854775808" }, "KeyValueLong", "-9223372036854775808"],
  [{ N: "9223372036854775808" }, "KeyValueDecimal", "9223372036854775808"],
  [
    { N: "0.12345678901234567890123456789012345678" },
    "KeyValueDecimal",
    "0.12345678901234567890123456789012345678",
  ],
])("the key %j is carried by a %s with %s", (json, entity, value) => {
  expect(keyValue(json)).toMatchObject({ entity: `AmazonDynamoDBConnector.${entity}`, value });
});
