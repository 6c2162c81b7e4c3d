import { FlowError } from "@rivulet/runtime";
import { type AwsFailure, readAwsFailure } from "./aws-failure.ts";
import { describeFailure, type FailedCall, type Failure } from "./failed-call.ts";

/** How one kind of failure is told. */
interface ErrorRow {
  /** Code of the FlowError. */
  readonly code: string;
  /** Codes of AWS or of the network that mean it, or what tells it from others. */
  readonly means: readonly string[] | ((failure: AwsFailure) => boolean);
  /** Whether the same call may succeed later. */
  readonly isRetryable: boolean;
  /** What happened and why, and what to do. */
  readonly explain: (failed: Failure) => readonly [what: string, remedy: string];
}

const throttled = new Set([
  "ProvisionedThroughputExceededException",
  "RequestLimitExceeded",
  "RequestThrottled",
  "RequestThrottledException",
  "SlowDown",
  "ThrottledException",
  "Throttling",
  "ThrottlingException",
  "TooManyRequestsException",
]);

const checkEndpoint = ({ endpoint, region }: Failure) =>
  endpoint === null
    ? `Check the network, and whether ${region} is the region that is meant.`
    : "Correct the endpoint: EndpointUrl of the request, --endpoint, RIVULET_DYNAMODB_ENDPOINT or that of the configuration.";

/** The kinds of failures, the first that fits counts. */
const rows: readonly ErrorRow[] = [
  {
    code: "aws-endpoint-refused",
    means: ["ECONNREFUSED"],
    isRetryable: true,
    explain: (failed) => [`nothing answers at ${failed.place} (${failed.reason})`, checkEndpoint(failed)],
  },
  {
    code: "aws-unknown-host",
    means: ["ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"],
    isRetryable: true,
    explain: (failed) => [`${failed.place} cannot be found (${failed.reason})`, checkEndpoint(failed)],
  },
  {
    code: "aws-connection-lost",
    means: ["ECONNRESET", "ECONNABORTED", "EPIPE"],
    isRetryable: true,
    explain: ({ place, tries, reason }) => [
      `the connection to ${place} broke before the answer was complete, in ${tries} (${reason})`,
      "It is not known whether the call had an effect. Try again.",
    ],
  },
  {
    code: "aws-timeout",
    means: ["ETIMEDOUT", "TimeoutError", "AbortError", "RequestTimeout", "RequestTimeoutException"],
    isRetryable: true,
    explain: ({ place, tries, timeLimit }) => [
      timeLimit === undefined
        ? `${place} did not answer in time, in ${tries}`
        : `${place} did not answer within the ${timeLimit} ms that ApiTimeOutInMs allows`,
      "Try again, or raise the time limits of the request's client configuration.",
    ],
  },
  {
    code: "aws-expired-token",
    means: ["ExpiredTokenException", "ExpiredToken"],
    isRetryable: false,
    explain: ({ reason }) => [
      `the temporary credentials have expired (${reason})`,
      "Get new ones and run again.",
    ],
  },
  {
    code: "aws-credentials-refused",
    means: [
      "UnrecognizedClientException",
      "InvalidClientTokenId",
      "InvalidSignatureException",
      "SignatureDoesNotMatch",
      "IncompleteSignatureException",
      "IncompleteSignature",
      "MissingAuthenticationTokenException",
      "MissingAuthenticationToken",
    ],
    isRetryable: false,
    explain: ({ reason, place }) => [
      `${place} does not accept the keys (${reason})`,
      "Check AWSAuthentication.AccessKey and AWSAuthentication.SecretAccessKey of the configuration, and the clock of this machine.",
    ],
  },
  {
    code: "aws-access-denied",
    means: ["AccessDeniedException", "AccessDenied", "NotAuthorized", "OptInRequired"],
    isRetryable: false,
    explain: ({ action, region, reason }) => [
      `the keys may not do ${action} in ${region} (${reason})`,
      "Allow that action in an IAM policy of their user or role.",
    ],
  },
  {
    code: "aws-limit-exceeded",
    means: ["LimitExceededException"],
    isRetryable: true,
    explain: ({ reason }) => [
      `a limit of the account was reached (${reason})`,
      "Wait until other operations have ended, or ask AWS for a higher limit.",
    ],
  },
  {
    code: "aws-throttled",
    means: ({ codes, httpStatus }) => httpStatus === 429 || codes.some((code) => throttled.has(code)),
    isRetryable: true,
    explain: ({ place, tries, reason }) => [
      `${place} throttled all of ${tries} (${reason})`,
      "Call less often, raise the capacity of the table, or allow more retries.",
    ],
  },
  {
    code: "aws-not-found",
    means: ["ResourceNotFoundException", "TableNotFoundException"],
    isRetryable: false,
    explain: ({ place, reason }) => [
      `${place} does not have what was asked for (${reason})`,
      "Check the name, the region and the account.",
    ],
  },
  {
    code: "aws-unsupported",
    means: ["UnknownOperationException"],
    isRetryable: false,
    explain: ({ place, reason }) => [
      `${place} does not know this operation (${reason})`,
      "Use another endpoint: stand-ins for DynamoDB have only a part of it.",
    ],
  },
  {
    code: "aws-condition-failed",
    means: ["ConditionalCheckFailedException"],
    isRetryable: false,
    explain: ({ reason }) => [
      `the condition does not hold (${reason})`,
      "Nothing was written. Look at the item, or correct ConditionExpression.",
    ],
  },
  {
    code: "aws-conflict",
    means: ["TransactionConflictException", "ResourceInUseException"],
    isRetryable: true,
    explain: ({ reason }) => [`something else is writing there (${reason})`, "Try again."],
  },
  {
    code: "aws-validation",
    means: ["ValidationException", "SerializationException"],
    isRetryable: false,
    explain: ({ reason }) => [
      `AWS does not take the request (${reason})`,
      "Correct the attributes of the request.",
    ],
  },
  {
    code: "aws-server-error",
    means: ({ httpStatus }) => httpStatus !== null && httpStatus >= 500,
    isRetryable: true,
    explain: ({ place, tries, reason }) => [`${place} failed in ${tries} (${reason})`, "Try again later."],
  },
  {
    code: "aws-unexpected-answer",
    means: ["SyntaxError", "TypeError"],
    isRetryable: false,
    explain: (failed) => [
      `${failed.place} answered something that cannot be understood (${failed.reason})`,
      checkEndpoint(failed),
    ],
  },
  {
    code: "aws-call-failed",
    means: () => true,
    isRetryable: false,
    explain: ({ place, reason }) => [`${place} refused it (${reason})`, "See what AWS says about that code."],
  },
];

const fits = ({ means }: ErrorRow, failure: AwsFailure) =>
  typeof means === "function" ? means(failure) : failure.codes.some((code) => means.includes(code));

/** Codes of the errors that a call of AWS can end with. */
export const awsErrorCodes: readonly string[] = rows.map(({ code }) => code);

/**
 * A failure of the AWS SDK as an error of the run, in plain words: what happened, why, and what to do.
 *
 * @example throw awsError(error, { operation: "ListTables", action: "dynamodb:ListTables", region, endpoint })
 */
export function awsError(error: unknown, call: FailedCall): FlowError {
  const failure = readAwsFailure(error);
  const failed = describeFailure(call, failure);
  const row = rows.find((each) => fits(each, failure));
  const [what, remedy] = row?.explain(failed) ?? [failed.reason, ""];
  const { operation, region, endpoint } = call;
  const { codes, httpStatus, requestId, attempts, message } = failure;
  const [awsCode = null] = codes;
  return new FlowError({
    code: row?.code ?? "aws-call-failed",
    message: `${operation} failed: ${what}. ${remedy}`,
    isRetryable: row?.isRetryable ?? false,
    details: { awsCode, awsMessage: message, requestId, httpStatus, operation, region, endpoint, attempts },
    cause: error,
  });
}
