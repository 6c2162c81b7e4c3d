import { HttpProblem } from "../http-problem.ts";
import { hasBody, type RequestHead, singleHeader } from "./request-head.ts";

const jsonPattern = /^application\/json(?:\s*;\s*charset="?utf-8"?)?$/i;

/**
 * Lets only bodies pass that say that they are JSON, and only to routes that read one. A form or a text that a
 * page of another site can send without asking is none, and nothing is guessed from the content
 * (reference peers.md section 6, row 3).
 */
export function bodyGuard(head: RequestHead): HttpProblem | undefined {
  if (!hasBody(head)) return undefined;
  if (!head.takesBody) {
    return new HttpProblem("unexpected-body", "This route takes no body. Send the request without one.");
  }
  if (head.headers["content-encoding"] !== undefined) {
    return new HttpProblem("wrong-content-type", "The body must not be compressed.");
  }
  if (jsonPattern.test(singleHeader(head, "content-type") ?? "")) return undefined;
  const advice = "Send JSON in UTF-8 with the header Content-Type: application/json.";
  return new HttpProblem("wrong-content-type", advice, { headers: { "accept-post": "application/json" } });
}
