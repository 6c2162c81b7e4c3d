import { expect, test } from "vitest";
import { limitReference } from "./limit-reference.ts";

test("docs/limits.md is made from the table of limits", async () => {
  await expect(limitReference()).toMatchFileSnapshot("../../../../docs/limits.md");
});
