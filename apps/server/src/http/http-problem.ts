import type { JsonObject } from "@rivulet/model";
import { type ProblemCode, problemKinds } from "./problem-kinds.ts";

/** Media type of a problem document (RFC 9457). */
export const problemMediaType = "application/problem+json";

/** A problem document as JSON: RFC 9457 with `code`, the id of the request, and what the code adds. */
export interface ProblemDocument extends JsonObject {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
  readonly detail: string;
  readonly requestId: string;
}

/** What a problem has besides its code and its sentence. */
export interface ProblemExtras {
  /** Members of the document that belong to its code: `problems`, `documents`, `errors` ... */
  readonly members?: JsonObject;
  readonly headers?: Readonly<Record<string, string>>;
}

/** When it is worth while to ask again what could not be answered at this moment, in seconds. */
const passing = "5";

/**
 * Answers a request with a problem document. Thrown by guards and handlers.
 *
 * @example throw new HttpProblem("unknown-run", `Run ${runId} is not known here.`)
 */
export class HttpProblem extends Error {
  override readonly name = "HttpProblem";
  readonly code: ProblemCode;
  readonly status: number;
  readonly members: JsonObject;
  readonly headers: Readonly<Record<string, string>>;

  /** @param detail what happened, why, and what to do, in a sentence that may be shown to a person */
  constructor(code: ProblemCode, detail: string, { members = {}, headers = {} }: ProblemExtras = {}) {
    super(detail);
    this.code = code;
    this.status = problemKinds[code].status;
    this.members = members;
    this.headers = this.status === 503 ? { "retry-after": passing, ...headers } : headers;
  }

  toDocument(requestId: string): ProblemDocument {
    const { title, status } = problemKinds[this.code];
    const type = `urn:rivulet:problem:${this.code}`;
    return { type, title, status, code: this.code, detail: this.message, requestId, ...this.members };
  }
}
