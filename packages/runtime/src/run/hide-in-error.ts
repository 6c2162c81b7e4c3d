import { FlowError } from "../ports/flow-error.ts";
import type { SecretMask } from "./secret-mask.ts";

/** A failure without the secrets of the run, in its message, its details and its causes. */
export function hideInError(error: FlowError, mask: SecretMask): FlowError {
  const { code, place, isRetryable, details, isCatchable } = error;
  return new FlowError({
    code,
    message: mask.text(error.message),
    place,
    isRetryable,
    details: mask.json(details),
    isCatchable,
    cause: hideInCause(error.cause, mask),
  });
}

function hideInCause(cause: unknown, mask: SecretMask): unknown {
  if (cause instanceof FlowError) return hideInError(cause, mask);
  return cause instanceof Error ? new Error(mask.text(cause.message)) : cause;
}
