import type { AttributeJson, ItemJson } from "../codec/attribute-value.ts";

/** Texts of more characters are cut: a message names an item, it does not print it. */
const longest = 60;
/** So many attributes name an item whose key is not known. */
const attributesWithoutKey = 2;

function valueInWords(json: AttributeJson): string {
  if ("S" in json) return JSON.stringify(json.S.length > longest ? `${json.S.slice(0, longest)}...` : json.S);
  if ("N" in json) return json.N;
  if ("B" in json) return `base64 ${json.B.slice(0, longest)}`;
  if ("BOOL" in json) return String(json.BOOL);
  return `(${Object.keys(json).join(", ")})`;
}

/**
 * An item as messages name it: by its key where that is known, else by its first attributes.
 *
 * @example itemInWords({ CustomerId: { S: "C-1" }, Name: { S: "Marta" } }, ["CustomerId"]) // CustomerId "C-1"
 */
export function itemInWords(item: ItemJson, keyNames: readonly string[] = []): string {
  const keys = keyNames.filter((name) => Object.hasOwn(item, name));
  const names = keys.length > 0 ? keys : Object.keys(item).slice(0, attributesWithoutKey);
  return names.map((name) => `${name} ${valueInWords(item[name] as AttributeJson)}`).join(", ");
}
