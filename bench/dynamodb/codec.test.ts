import { expect, test } from "vitest";
import { codecOfTheSdk, codecOurs } from "./codec.ts";

const bytesAsBase64 = (_: string, value: unknown) =>
  value instanceof Uint8Array ? Buffer.from(value).toString("base64") : value;

test("both converters end with the items that they began with", async () => {
  const ours = await (await codecOurs(null))();
  const theirs = await (await codecOfTheSdk(null))();
  expect(ours).toHaveLength(200);
  expect(JSON.parse(JSON.stringify(theirs, bytesAsBase64))).toEqual(ours);
});
