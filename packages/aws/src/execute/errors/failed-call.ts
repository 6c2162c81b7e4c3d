import type { AwsFailure } from "./aws-failure.ts";

/** The call that failed, in the words of messages. */
export interface FailedCall {
  /** Name of the operation: `ListTables`. */
  readonly operation: string;
  /** The operation as IAM policies write it: `dynamodb:ListTables`. */
  readonly action: string;
  readonly region: string;
  /** `null` for the address of AWS. */
  readonly endpoint: string | null;
  /** Longest time for the call that its request allowed, in milliseconds. */
  readonly timeLimit?: number | undefined;
}

/** A call together with how it failed. */
export interface Failure extends FailedCall {
  readonly failure: AwsFailure;
  /** Where the call went: `AWS in eu-central-1`, or the address that was given. */
  readonly place: string;
  /** How often it was tried: `1 attempt`. */
  readonly tries: string;
  /** The words of AWS with its code: `ThrottlingException: Rate exceeded`. */
  readonly reason: string;
}

/** Joins a call and its failure. */
export function describeFailure(call: FailedCall, failure: AwsFailure): Failure {
  const { region, endpoint } = call;
  const [code = "unknown"] = failure.codes;
  return {
    ...call,
    failure,
    place: endpoint ?? `AWS in ${region}`,
    tries: failure.attempts === 1 ? "1 attempt" : `${failure.attempts} attempts`,
    reason: `${code}: ${failure.message.replace(/\.+$/, "")}`,
  };
}
