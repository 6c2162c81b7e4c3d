import type { AttributeJson, ItemJson } from "../codec/attribute-value.ts";
import type { KeyPart } from "../tables/table-description.ts";
import { itemSize, largestItem } from "./item-size.ts";
import type { SentItem } from "./sent-items.ts";
import type { TableKeys } from "./table-keys.ts";

const types: Readonly<Record<string, string>> = {
  S: "a text",
  N: "a number",
  B: "binary",
  BOOL: "a Boolean",
  NULL: "null",
  L: "a list",
  M: "a map",
};

const typeInWords = (type: string) => types[type] ?? "a set";

/** What is wrong with the value of a part of a key; `undefined` when nothing is. */
function faultOfValue({ name, type }: KeyPart, json: AttributeJson): string | undefined {
  const [given = ""] = Object.keys(json);
  if (type !== "" && given !== type) {
    return `has ${typeInWords(given)} in ${name}, where the table has ${typeInWords(type)}`;
  }
  return Object.values(json)[0] === "" ? `has an empty ${name}; a key is never empty` : undefined;
}

function faultOfKey(item: ItemJson, { key }: TableKeys): string | undefined {
  for (const [position, part] of key.entries()) {
    const json = item[part.name];
    const role = position === 0 ? "partition key" : "sort key";
    if (!json) return `has no ${part.name}, the ${role} of the table`;
    const fault = faultOfValue(part, json);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function faultOfIndexes(item: ItemJson, { ofIndexes }: TableKeys): string | undefined {
  for (const part of ofIndexes) {
    const json = item[part.name];
    const fault = json && faultOfValue(part, json);
    if (fault !== undefined) return `${fault} (a key of an index)`;
  }
  return undefined;
}

function superfluous(item: ItemJson, { key }: TableKeys): string | undefined {
  const name = Object.keys(item).find((each) => key.every((part) => part.name !== each));
  return name === undefined ? undefined : `has ${name}, which is no part of the key of the table`;
}

/**
 * Why DynamoDB does not take an item, to go on behind its name: `has no OrderDate, the sort key of the table`.
 * `undefined` when nothing is found.
 */
export function itemFault({ form, json }: SentItem, keys: TableKeys | undefined): string | undefined {
  const ofKey = keys && faultOfKey(json, keys);
  if (ofKey !== undefined) return ofKey;
  if (form === "key") return keys && superfluous(json, keys);
  const size = itemSize(json);
  if (size > largestItem) return `has about ${size} bytes; ${largestItem} are allowed`;
  return keys && faultOfIndexes(json, keys);
}
