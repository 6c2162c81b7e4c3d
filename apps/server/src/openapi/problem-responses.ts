import type { JsonObject } from "@rivulet/model";
import { problemMediaType } from "../http/http-problem.ts";
import { type ProblemCode, problemKinds } from "../http/problem-kinds.ts";
import { componentReference, type JsonSchema } from "./json-schema.ts";

/** What every route can answer with. */
const everywhere: readonly ProblemCode[] = [
  "host-refused",
  "origin-refused",
  "internal-error",
  "database-away",
];

/** The schema of a problem document (RFC 9457). */
export const problemSchema: JsonSchema = {
  type: "object",
  description: "Why a request was not answered as asked (RFC 9457).",
  properties: {
    type: { type: "string", format: "uri" },
    title: { type: "string" },
    status: { type: "integer" },
    code: { type: "string", description: "Stable name of the problem." },
    detail: { type: "string", description: "What happened, why, and what to do." },
    requestId: { type: "string", description: "Under this id the server's log says more." },
  },
  required: ["type", "title", "status", "code", "detail", "requestId"],
};

/** The responses of an operation that can answer with these codes, one for each status. */
export function problemResponses(codes: readonly ProblemCode[]): JsonObject {
  const responses: Record<string, JsonObject> = {};
  const byStatus = Map.groupBy([...codes, ...everywhere], (code) => problemKinds[code].status);
  for (const [status, ofStatus] of byStatus) {
    const description = ofStatus.map((code) => `\`${code}\`: ${problemKinds[code].title}.`).join(" ");
    responses[status] = {
      description,
      content: { [problemMediaType]: { schema: componentReference("Problem") } },
    };
  }
  return responses;
}
