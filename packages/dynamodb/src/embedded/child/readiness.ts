import { request } from "node:http";
import { setTimeout as delay } from "node:timers/promises";

/** Asks for the tables once; true when DynamoDB answered. Never rejects. */
export function answersListTables(endpoint: string, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const asked = request(endpoint, { method: "POST", agent: false, timeout: 5_000, signal, headers });
    asked.on("response", (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    asked.on("timeout", () => asked.destroy());
    asked.on("error", () => resolve(false));
    asked.end("{}");
  });
}

// No implementation checks a signature, but each wants to see one.
const headers = {
  "content-type": "application/x-amz-json-1.0",
  "x-amz-target": "DynamoDB_20120810.ListTables",
  "x-amz-date": "20260101T000000Z",
  authorization:
    "AWS4-HMAC-SHA256 Credential=embedded/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0",
};

export interface ReadinessOptions {
  readonly endpoint: string;
  readonly timeoutMilliseconds: number;
  /** Looked at before each question: whether there is still someone to wait for. */
  isRunning(): boolean;
  readonly signal: AbortSignal;
}

/**
 * Waits for the first answered ListTables.
 *
 * @returns `answered`, or why waiting ended: `ended` (the child is gone) or `silent` (the time is over).
 */
export async function waitUntilReady(options: ReadinessOptions): Promise<"answered" | "ended" | "silent"> {
  const deadline = Date.now() + options.timeoutMilliseconds;
  while (options.isRunning()) {
    if (await answersListTables(options.endpoint, options.signal)) {
      return options.isRunning() ? "answered" : "ended";
    }
    options.signal.throwIfAborted();
    if (Date.now() > deadline) return "silent";
    await delay(10, undefined, { signal: options.signal });
  }
  return "ended";
}
