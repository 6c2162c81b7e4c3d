import { expect, test } from "vitest";
import { FlowError } from "../ports/flow-error.ts";
import { hideInError } from "./hide-in-error.ts";
import { SecretMask } from "./secret-mask.ts";

test("a secret is hidden in the message of an error, in its details and in all its causes", () => {
  const secret = "wJalrXUtnFEMI";
  const error = new FlowError({
    code: "outer",
    message: `The key ${secret} was refused.`,
    place: { microflow: "Shop.Pay", activity: "call" },
    isRetryable: true,
    details: { key: secret },
    cause: new FlowError({ code: "inner", message: secret, cause: new Error(`at ${secret}`) }),
  });
  const hidden = hideInError(error, new SecretMask(() => [secret]));
  expect(hidden.toJSON()).toEqual({
    code: "outer",
    message: "The key (secret) was refused.",
    microflow: "Shop.Pay",
    activity: "call",
    isRetryable: true,
    details: { key: "(secret)" },
    cause: expect.objectContaining({ code: "inner", message: "(secret)", cause: { message: "at (secret)" } }),
  });
});
