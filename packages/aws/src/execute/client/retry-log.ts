import type { RunLog } from "@rivulet/runtime";
import { readAwsFailure } from "../errors/aws-failure.ts";

/** One attempt of a call, as the AWS SDK's middleware hands it on. */
type Attempt<Arguments, Result> = (attempt: Arguments) => Promise<Result>;

/** What a command of the AWS SDK lets be added to it. */
export interface MiddlewareStack {
  addRelativeTo(
    middleware: <Arguments, Result>(next: Attempt<Arguments, Result>) => Attempt<Arguments, Result>,
    place: { relation: "after"; toMiddleware: "retryMiddleware"; name: string },
  ): void;
}

/** Where the lines go, and what they are about. */
export interface RetryLog {
  readonly log: RunLog;
  readonly node: string;
  readonly operation: string;
}

/** Writes a line to the log of the run for each attempt after the first one. */
export function logRetries(stack: MiddlewareStack, { log, node, operation }: RetryLog): void {
  stack.addRelativeTo(
    (next) => {
      let attempts = 0;
      let failed: unknown;
      return async (attempt) => {
        attempts += 1;
        if (attempts > 1) {
          const { codes, message } = readAwsFailure(failed);
          const reason = `${codes[0] ?? "unknown"}: ${message}`;
          log({
            level: "warning",
            node,
            message: `${operation}: attempt ${attempts} after ${reason}`,
            at: Date.now(),
          });
        }
        try {
          return await next(attempt);
        } catch (error) {
          failed = error;
          throw error;
        }
      };
    },
    { relation: "after", toMiddleware: "retryMiddleware", name: "rivuletRetryLog" },
  );
}
