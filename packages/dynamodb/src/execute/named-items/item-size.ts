import type { AttributeJson, ItemJson } from "../codec/attribute-value.ts";

/** Bytes that an item may have, names included. */
export const largestItem = 400 * 1024;

/** What DynamoDB counts for a list or a map, and for each of their members, besides the members themselves. */
const collectionBytes = 3;
const memberBytes = 1;

const textBytes = (text: string) => Buffer.byteLength(text, "utf8");
const numberBytes = (text: string) => Math.ceil(text.replace(/\D/g, "").length / 2) + 1;
const binaryBytes = (base64: string) => Buffer.byteLength(base64, "base64");

function sum<Member>(members: readonly Member[], bytes: (member: Member) => number): number {
  return members.reduce((total, member) => total + bytes(member), 0);
}

function valueSize(json: AttributeJson): number {
  if ("S" in json) return textBytes(json.S);
  if ("N" in json) return numberBytes(json.N);
  if ("B" in json) return binaryBytes(json.B);
  if ("SS" in json) return sum(json.SS, textBytes);
  if ("NS" in json) return sum(json.NS, numberBytes);
  if ("BS" in json) return sum(json.BS, binaryBytes);
  if ("L" in json) return collectionBytes + sum(json.L, (member) => valueSize(member) + memberBytes);
  if ("M" in json) return collectionBytes + itemSize(json.M) + Object.keys(json.M).length * memberBytes;
  return 1;
}

/** About how many bytes DynamoDB counts for an item. */
export function itemSize(item: ItemJson): number {
  return sum(Object.entries(item), ([name, json]) => textBytes(name) + valueSize(json));
}
