import type { DynamoDBRequest } from "./dynamodb-request.ts";

/** How AWS reports an error. */
interface AwsError {
  readonly status: 400 | 500 | 503;
  /** What stands before `#` in `__type`; the SDKs cut it off. */
  readonly namespace: string;
  readonly message: (request: DynamoDBRequest) => string;
  /** What the answer has beside type and message. */
  readonly fields?: (request: DynamoDBRequest) => Readonly<Record<string, unknown>>;
  /** AWS is not of one mind about it; left out: `message`. */
  readonly messageKey?: "message" | "Message";
}

const dynamodb = "com.amazonaws.dynamodb.v20120810";
const frontDoor = "com.amazon.coral.service";
const availability = "com.amazon.coral.availability";

/**
 * The errors of AWS that no local DynamoDB makes by itself, or not at will. Texts from the DynamoDB developer guide,
 * "Error handling", and the IAM user guide, "Access denied error messages".
 */
const errors = {
  ProvisionedThroughputExceededException: {
    status: 400,
    namespace: dynamodb,
    message: () =>
      "The level of configured provisioned throughput for the table was exceeded. Consider increasing your provisioning level with the UpdateTable API.",
  },
  ThrottlingException: {
    status: 400,
    namespace: availability,
    message: () => "Rate of requests exceeds the allowed throughput.",
  },
  RequestLimitExceeded: {
    status: 400,
    namespace: dynamodb,
    message: () =>
      "Throughput exceeds the current throughput limit for your account. Please contact AWS Support at https://aws.amazon.com/support request a limit increase",
  },
  LimitExceededException: {
    status: 400,
    namespace: dynamodb,
    message: () =>
      "Subscriber limit exceeded: There is a limit of 500 concurrent control plane operations per subscriber",
  },
  InternalServerError: { status: 500, namespace: dynamodb, message: () => "Internal server error" },
  ServiceUnavailable: {
    status: 503,
    namespace: availability,
    message: () => "Service Unavailable. Please try again later.",
  },
  ExpiredTokenException: {
    status: 400,
    namespace: frontDoor,
    message: () => "The security token included in the request is expired",
  },
  UnrecognizedClientException: {
    status: 400,
    namespace: frontDoor,
    message: () => "The security token included in the request is invalid.",
  },
  InvalidSignatureException: {
    status: 400,
    namespace: frontDoor,
    message: () =>
      "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.",
  },
  MissingAuthenticationTokenException: {
    status: 400,
    namespace: frontDoor,
    message: () => "Request is missing Authentication Token",
  },
  AccessDeniedException: {
    status: 400,
    namespace: frontDoor,
    messageKey: "Message",
    message: ({ operation, region, tables }) =>
      `User: arn:aws:iam::123456789012:user/rivulet is not authorized to perform: dynamodb:${operation} on resource: arn:aws:dynamodb:${region}:123456789012:table/${tables[0] ?? "*"} because no identity-based policy allows the dynamodb:${operation} action`,
  },
  ConditionalCheckFailedException: {
    status: 400,
    namespace: dynamodb,
    message: () => "The conditional request failed",
  },
  TransactionCanceledException: {
    status: 400,
    namespace: dynamodb,
    messageKey: "Message",
    message: (request) =>
      `Transaction cancelled, please refer cancellation reasons for specific reasons [${cancellations(request)
        .map(({ Code }) => Code)
        .join(", ")}]`,
    fields: (request) => ({ CancellationReasons: cancellations(request) }),
  },
  TransactionConflictException: {
    status: 400,
    namespace: dynamodb,
    message: () => "Transaction is ongoing for the item",
  },
} satisfies Record<string, AwsError>;

/** The codes of the errors that the fault proxy can answer with. */
export type AwsErrorCode = keyof typeof errors;

interface Cancellation {
  readonly Code: string;
  readonly Message?: string;
}

/** The condition of the first action failed; the others had no part in it. */
function cancellations({ body }: DynamoDBRequest): readonly Cancellation[] {
  const actions: readonly unknown[] = Array.isArray(body["TransactItems"])
    ? body["TransactItems"]
    : [undefined];
  return actions.map((_action, index) =>
    index === 0
      ? { Code: "ConditionalCheckFailed", Message: "The conditional request failed" }
      : { Code: "None" },
  );
}

export interface AwsErrorAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface AwsErrorChoice {
  readonly code: AwsErrorCode;
  readonly message?: string;
  readonly fields?: Readonly<Record<string, unknown>>;
}

/** The error as AWS would answer this request with it (AWS JSON 1.0). */
export function awsErrorAnswer(choice: AwsErrorChoice, request: DynamoDBRequest): AwsErrorAnswer {
  const { status, namespace, message, messageKey = "message", fields }: AwsError = errors[choice.code];
  const type = { __type: `${namespace}#${choice.code}` };
  const said = { [messageKey]: choice.message ?? message(request) };
  return { status, body: { ...type, ...said, ...fields?.(request), ...choice.fields } };
}
