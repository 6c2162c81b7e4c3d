import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { canonicalJson } from "../json/canonical-json.ts";
import type { JsonObject } from "../json/json-value.ts";
import { parseJson } from "../json/parse-json.ts";
import { formatHistory, type Migration, migrateToNewest } from "./format-history.ts";

/*
 * An invented format with a history, since the real ones are at version 1:
 * 1 has a text of tags, 2 a list of them, 3 gives each an id.
 */
const splitTags: Migration = {
  from: 1,
  schema: z.strictObject({ name: z.string(), tags: z.string() }),
  migrate: ({ tags, ...rest }) => ({ ...rest, tags: String(tags).split(" ") }),
};
const giveIds: Migration = {
  from: 2,
  schema: z.strictObject({ name: z.string(), tags: z.array(z.string()) }),
  migrate: ({ tags, ...rest }) => ({
    ...rest,
    tags: (tags as string[]).map((name, index) => ({ id: `tag${index + 1}`, name })),
  }),
};
const note = formatHistory({ format: "test/note", newest: 3, migrations: [splitTags, giveIds] });

const golden = (file: string) => readFileSync(new URL(`./fixtures/${file}`, import.meta.url), "utf8");

function migrated(content: object): string {
  const result = migrateToNewest(note, content as JsonObject, "note.json");
  return "content" in result ? canonicalJson(result.content) : JSON.stringify(result.problems);
}

describe("a file of an older version", () => {
  it.each([1, 2, 3])("%d is brought to the newest one, step by step (golden file)", (version) => {
    expect(migrated(parseJson(golden(`note-${version}.json`)) as JsonObject)).toBe(golden("note-3.json"));
  });

  it("has a golden file for every version", () => {
    const files = readdirSync(new URL("./fixtures", import.meta.url)).sort();
    expect(files).toEqual(["note-1.json", "note-2.json", "note-3.json"]);
  });

  it("that is not as it was in that version is a problem with its place", () => {
    const result = migrateToNewest(
      note,
      { format: "test/note", version: 1, name: "n", tags: 5 },
      "note.json",
    );
    expect(result).toMatchObject({
      problems: [{ code: "wrong-format", place: { file: "note.json", field: "tags" } }],
    });
  });
});

describe("a file that cannot be migrated", () => {
  it.each([
    [
      { format: "test/note", version: 4 },
      "unknown-version",
      "this Rivulet reads versions 1 to 3. Open it with a newer Rivulet.",
    ],
    [{ format: "test/note", version: 0 }, "unknown-version", "Correct the version."],
    [{ format: "test/note", version: 1.5 }, "unknown-version", "format version 1.5"],
    [{ format: "test/note", version: "3" }, "unknown-version", 'format version "3"'],
    [{ format: "test/note" }, "unknown-version", "format version (none)"],
    [
      { format: "test/page", version: 1 },
      "wrong-format",
      'should have the format "test/note" but has "test/page"',
    ],
    [{ version: 1 }, "wrong-format", "but has none"],
    [[], "wrong-format", "holds no JSON object"],
  ])("%j is a problem", (content, code, message) => {
    const result = migrateToNewest(note, content as JsonObject, "note.json");
    const problems = "problems" in result ? result.problems : [];
    expect(problems).toMatchObject([{ code, severity: "error", place: { file: "note.json" } }]);
    expect(problems[0]?.message).toContain(message);
  });
});

describe("the table of migrations", () => {
  it.each([
    ["a gap", 3, [splitTags]],
    ["a step twice", 3, [splitTags, splitTags, giveIds]],
    ["steps in the wrong order", 3, [giveIds, splitTags]],
    ["a step behind the newest version", 2, [splitTags, giveIds]],
  ])("with %s is refused when the program starts", (_what, newest, migrations) => {
    expect(() => formatHistory({ format: "test/note", newest, migrations })).toThrow(
      "The migrations of test/note",
    );
  });
});
