import type { JsonObject, Problem } from "@rivulet/model";

/** A problem as JSON: it is JSON already, which its type does not say. */
export function problemJson(problem: Problem): JsonObject {
  return problem as unknown as JsonObject;
}
