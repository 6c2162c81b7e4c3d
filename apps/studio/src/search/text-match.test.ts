import { describe, expect, test } from "vitest";
import { matchText, searchItems } from "./text-match.ts";

/** The text with what matched in brackets. */
function marked(query: string, text: string): string | undefined {
  const match = matchText(query, text);
  if (!match) return undefined;
  return [...match.ranges]
    .reverse()
    .reduce(
      (shown, [from, to]) => `${shown.slice(0, from)}[${shown.slice(from, to)}]${shown.slice(to)}`,
      text,
    );
}

describe("a query", () => {
  test.each([
    ["create object", "Create object", "[Create object]"],
    ["crea", "Create object", "[Crea]te object"],
    ["cr ob", "Create object", "[Cr]eate [ob]ject"],
    ["ob cr", "Create object", "[Cr]eate [ob]ject"],
    ["crob", "Create object", "[Cr]eate [ob]ject"],
    ["co", "Create object", "[C]reate [o]bject"],
    ["object", "Create object", "Create [object]"],
    ["bjec", "Create object", "Create o[bjec]t"],
    ["lt", "ListTables", "[L]ist[T]ables"],
    ["tables", "ListTables", "List[Tables]"],
    ["ddb", "AmazonDynamoDBConnector", "Amazon[D]ynamo[DB]Connector"],
    ["dst", "DS_ListTables", "[DS]_List[T]ables"],
    ["gsc", "GetStaticCredentials", "[G]et[S]tatic[C]redentials"],
    ["über", "Ware überführen", "Ware [über]führen"],
    ["xyz", "Create object", undefined],
    ["create objects", "Create object", undefined],
  ])("%s marks %s as %s", (query, text, expected) => {
    expect(marked(query, text)).toBe(expected);
  });

  test("that is empty matches everything", () => {
    expect(matchText(" ", "anything")).toEqual({ score: 0, ranges: [] });
  });

  test("of one repeated letter is answered at once", () => {
    expect(matchText("a".repeat(24), "a ".repeat(500))).toBeUndefined();
  });
});

describe("search results", () => {
  const items = [
    { label: "Change object", synonyms: ["set", "update"], summary: "Sets members of an object." },
    { label: "Create list", synonyms: ["new list"], summary: "Makes an empty list." },
    { label: "Create object", synonyms: ["new"], summary: "Makes an object." },
    { label: "Loop", synonyms: ["for each", "iterate"], summary: "Does its body for each object." },
  ];
  const found = (query: string) => searchItems(query, items, (item) => item).map(({ label }) => label);

  test.each([
    ["create object", ["Create object"]],
    ["cr", ["Create list", "Create object"]],
    ["new", ["Create object", "Create list"]],
    ["update", ["Change object"]],
    ["for", ["Loop"]],
    ["object", ["Change object", "Create object", "Loop"]],
    ["", ["Change object", "Create list", "Create object", "Loop"]],
    ["nothing like it", []],
  ])("for %j are %j", (query, expected) => {
    expect(found(query)).toEqual(expected);
  });
});
