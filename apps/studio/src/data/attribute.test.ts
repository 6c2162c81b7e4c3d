import { expect, test } from "vitest";
import { changeAgain, changedNames } from "./attribute.ts";

const seen = { Id: { S: "1" }, Name: { S: "old" }, Note: { S: "n" } };

test("what differs between two items is named, also what is only in one", () => {
  expect(changedNames(seen, { Id: { S: "1" }, Name: { S: "new" }, More: { NULL: true } })).toEqual([
    "Name",
    "Note",
    "More",
  ]);
});

test("an own change is done again over somebody else's, which stays where they do not meet", () => {
  const wanted = { Id: { S: "1" }, Name: { S: "mine" }, More: { N: "1" } };
  const present = { Id: { S: "1" }, Name: { S: "theirs" }, Note: { S: "n" }, Theirs: { BOOL: true } };
  expect(changeAgain({ seen, wanted }, present)).toEqual({
    Id: { S: "1" },
    Name: { S: "mine" },
    Theirs: { BOOL: true },
    More: { N: "1" },
  });
});
