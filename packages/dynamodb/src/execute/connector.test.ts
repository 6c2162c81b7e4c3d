import { awsErrorCodes } from "@rivulet/aws/execute";
import { expect, test } from "vitest";
import { amazonDynamoDB } from "./connector.ts";

/** All but those that only work on objects. */
const operations = amazonDynamoDB.activities.filter(({ fields }) =>
  fields.some(({ name }) => name === "Credentials"),
);

test("every declared activity has an executor, every operation an effect of its kind, and nothing else has", () => {
  const kinds = amazonDynamoDB.activities.map(({ kind }) => kind);
  expect(amazonDynamoDB.executors.map(({ kind }) => kind)).toEqual(kinds);
  expect(Object.keys(amazonDynamoDB.effects)).toEqual(operations.map(({ kind }) => kind));
});

test.each(operations.map(({ kind, raises }) => [kind, raises] as const))(
  "%s declares every error that a call of AWS can end with",
  (_, raises) => {
    expect(raises.filter((code) => code.startsWith("aws-"))).toEqual(awsErrorCodes);
  },
);
