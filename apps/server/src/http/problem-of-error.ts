import { HttpProblem } from "./http-problem.ts";
import type { ProblemCode } from "./problem-kinds.ts";

/** Failures that Fastify or Node find before a handler is reached, and that of a database that is away. */
const codesOfFailures: Readonly<Record<string, readonly [code: ProblemCode, detail: string]>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: ["body-too-large", "The body is larger than this route takes."],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: ["bad-request", "The body is not as long as its Content-Length says."],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ["wrong-content-type", "Send JSON with Content-Type: application/json."],
  FST_ERR_CTP_EMPTY_TYPE: ["wrong-content-type", "Send JSON with Content-Type: application/json."],
  FST_ERR_BAD_URL: ["unknown-address", "The path cannot be read as a URL."],
  FST_ERR_MAX_PARAM_LENGTH: ["unknown-address", "No name is as long as the one in the path."],
  DATABASE_AWAY: [
    "database-away",
    "The database of the server does not answer. Try again in a moment; when that goes on, tell whoever runs the server.",
  ],
  ERR_HTTP_REQUEST_TIMEOUT: ["request-timeout", "The request did not arrive in time."],
  HPE_HEADER_OVERFLOW: ["headers-too-large", "The headers are larger than this server takes."],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: ["body-too-large", "The body is larger than this route takes."],
};

/** The code of an error of Node or Fastify. */
export function failureCode(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : "";
}

/**
 * The problem that an error is answered with. An error nobody expected says nothing of its insides; the log has
 * them, under the id of the request.
 */
export function problemOfError(error: unknown): HttpProblem {
  if (error instanceof HttpProblem) return error;
  const known = codesOfFailures[failureCode(error)];
  if (known !== undefined) return new HttpProblem(...known);
  return new HttpProblem(
    "internal-error",
    "The server failed. Its log says more under the id of the request.",
  );
}
