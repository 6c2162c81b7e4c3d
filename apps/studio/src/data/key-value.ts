import { decimalFromText, decimalToText, integerFromText, type QualifiedName } from "@rivulet/values";
import { type AttributeJson, contentOf } from "./attribute.ts";

/** The module whose activities and entities get an item. */
export const connector = "AmazonDynamoDBConnector";

/** A text as an expression writes it. */
export const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** A value of a key as the object that carries it: its entity, and the attribute with the value as an expression. */
export function keyValue(json: AttributeJson): {
  readonly entity: QualifiedName;
  readonly member: string;
  readonly value: string;
} {
  const text = String(contentOf(json));
  if (!("N" in json))
    return { entity: `${connector}.KeyValueString`, member: "StringValue", value: quoted(text) };
  const decimal = decimalFromText(text);
  const plain = decimal ? decimalToText(decimal) : text;
  return integerFromText(plain) === undefined
    ? { entity: `${connector}.KeyValueDecimal`, member: "DecimalValue", value: plain }
    : { entity: `${connector}.KeyValueLong`, member: "LongValue", value: plain };
}
