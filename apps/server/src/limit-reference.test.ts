import { expect, test } from "vitest";
import { limitReference } from "./limit-reference.test-support.ts";

test("docs/limits.md is made from the tables of limits", async () => {
  await expect(limitReference()).toMatchFileSnapshot("../../../docs/limits.md");
});
