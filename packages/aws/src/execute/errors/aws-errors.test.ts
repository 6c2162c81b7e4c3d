import { expect, test } from "vitest";
import { callErrors } from "../../definition/index.ts";
import { awsErrorCodes } from "./aws-errors.ts";

test("the definitions declare every error that a call of AWS can end with", () => {
  expect(callErrors).toEqual(awsErrorCodes);
});
