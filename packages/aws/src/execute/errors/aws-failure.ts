/** A failed call as the AWS SDK reports it, reduced to what people and logs need. */
export interface AwsFailure {
  /** What identifies it, the most exact first: the network's code (`ECONNREFUSED`), then AWS's (`ThrottlingException`). */
  readonly codes: readonly string[];
  /** The words of AWS, or of the network. */
  readonly message: string;
  readonly httpStatus: number | null;
  readonly requestId: string | null;
  readonly attempts: number;
}

interface SdkError {
  readonly name?: unknown;
  readonly code?: unknown;
  readonly message?: unknown;
  readonly cause?: unknown;
  readonly $metadata?: {
    readonly httpStatusCode?: number;
    readonly requestId?: string;
    readonly attempts?: number;
  };
}

const isText = (value: unknown): value is string => typeof value === "string" && value !== "";

function codesOf({ name, code, cause }: SdkError): string[] {
  const inner = typeof cause === "object" && cause !== null ? codesOf(cause) : [];
  return [code, ...inner, name].filter(isText).filter((each) => each !== "Error");
}

/** Reads a failure of the AWS SDK, whatever it is. */
export function readAwsFailure(error: unknown): AwsFailure {
  const failed: SdkError = typeof error === "object" && error !== null ? error : {};
  const { message, $metadata = {} } = failed;
  return {
    codes: codesOf(failed),
    message: isText(message) ? message : "It gave no reason",
    httpStatus: $metadata.httpStatusCode ?? null,
    requestId: $metadata.requestId ?? null,
    attempts: $metadata.attempts ?? 1,
  };
}
