import { expect, test } from "vitest";
import { expressionReference } from "./expression-reference.ts";

test("docs/reference/expressions.md is made from the tables of the language", async () => {
  await expect(expressionReference()).toMatchFileSnapshot("../../../../docs/reference/expressions.md");
});
