import { awsErrorCodes } from "@rivulet/aws/execute";
import { expect, test } from "vitest";
import { amazonDynamoDB } from "./connector.ts";

test("every declared activity has an executor and an effect of its kind, and nothing else has", () => {
  const kinds = amazonDynamoDB.activities.map(({ kind }) => kind);
  expect(amazonDynamoDB.executors.map(({ kind }) => kind)).toEqual(kinds);
  expect(Object.keys(amazonDynamoDB.effects)).toEqual(kinds);
});

test.each(amazonDynamoDB.activities.map(({ kind, raises }) => [kind, raises] as const))(
  "%s declares every error that a call of AWS can end with",
  (_, raises) => {
    expect(raises.filter((code) => code.startsWith("aws-"))).toEqual(awsErrorCodes);
  },
);
