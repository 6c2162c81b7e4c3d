import type { HttpProblem } from "../http-problem.ts";

/** What the guards look at: a request before any of its body is read. */
export interface RequestHead {
  readonly method: string;
  /** The request target as it came: `/api/v1/runs?status=failed`. */
  readonly target: string;
  /** Every header with all its values, names in lower case. */
  readonly headers: Readonly<Record<string, readonly string[] | undefined>>;
  /** Whether the route is a page that a link on another site may open. */
  readonly isPage: boolean;
  /** Whether the route reads a body. */
  readonly takesBody: boolean;
}

/** Lets a request pass, or says with which problem it is answered. */
export type Guard = (head: RequestHead) => HttpProblem | undefined;

/** The one value of a header; `undefined` when it is missing or came twice. */
export function singleHeader(head: RequestHead, name: string): string | undefined {
  const values = head.headers[name] ?? [];
  return values.length === 1 ? values[0] : undefined;
}

/** Whether the request announces a body. */
export function hasBody({ headers }: RequestHead): boolean {
  return headers["transfer-encoding"] !== undefined || (headers["content-length"]?.[0] ?? "0") !== "0";
}
