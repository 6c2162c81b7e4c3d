import { describe, expect, test } from "vitest";
import type { ItemJson } from "./attribute.ts";
import { notPlain, plainText, readPlainText, readTypedText, typedText } from "./item-text.ts";

const plain: ItemJson = {
  Id: { S: "1" },
  Long: { N: "12345678901234567890123456789012345678" },
  Tiny: { N: "1.0E-100" },
  Blank: { S: "" },
  Nothing: { NULL: true },
  Yes: { BOOL: true },
  List: { L: [{ N: "0.1" }, { L: [] }, { M: {} }] },
  Map: { M: { 'a "b"': { S: "\n" } } },
};

test("plain JSON says the same as the item, every digit of every number", () => {
  expect(notPlain(plain)).toBeUndefined();
  expect(readPlainText(plainText(plain))).toEqual({ item: plain });
});

test("DynamoDB's own JSON says the same as the item", () => {
  const item: ItemJson = { ...plain, Set: { NS: ["1", "2"] }, Bytes: { B: "AA==" } };
  expect(readTypedText(typedText(item))).toEqual({ item });
});

test.each<[string, ItemJson]>([
  ["Tags", { Id: { S: "1" }, Tags: { SS: ["a"] } }],
  ["Map.Bytes", { Map: { M: { Bytes: { B: "AA==" } } } }],
  ["List[1]", { List: { L: [{ S: "" }, { BS: ["AA=="] }] } }],
])("that %s is no plain JSON is found", (where, item) => {
  expect(notPlain(item)).toBe(where);
});

describe("what is no item is refused in words:", () => {
  test.each<[string, string]>([
    ["[]", "An item is written in braces"],
    ['{"Id": "1"}', "Id has no type"],
    ['{"List": {"L": [{"N": "1"}, 5]}}', "List[1] has no type"],
    ['{"Tags": {"SS": "a"}}', "Tags"],
    ['{"Map": {"M": []}}', "Map"],
    ["{", "This is no JSON"],
  ])("%s", (text, sentence) => {
    expect(readTypedText(text).fault).toContain(sentence);
  });
});
