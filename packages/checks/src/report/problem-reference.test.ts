import { expect, test } from "vitest";
import { problemCodes } from "./problem-codes.ts";
import { problemReference } from "./problem-reference.ts";

test("docs/reference/problems.md is made from the table of codes", async () => {
  await expect(problemReference()).toMatchFileSnapshot("../../../../docs/reference/problems.md");
});

test.each(Object.entries(problemCodes))(
  "%s is written like the other codes, and explained in sentences",
  (code, meaning) => {
    expect(code).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
    expect(meaning).toMatch(/^[A-Z`].*\.$/);
  },
);
