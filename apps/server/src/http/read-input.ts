import type * as z from "zod/mini";
import { HttpProblem } from "./http-problem.ts";
import type { InputSchema, RouteDescription } from "./route.ts";

/** The parts of a request as they came. */
export interface RawInput {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

/** Reads a request by the schemas of its route. Throws `unknown-address` for a path, else `wrong-request`. */
export function readInput(route: RouteDescription, raw: RawInput): RawInput {
  return {
    params: readPath(route.params, raw.params),
    query: readPart(route.query, raw.query, "query"),
    body: readPart(route.body, raw.body ?? undefined, "body"),
  };
}

function readPath(schema: InputSchema | undefined, value: unknown): unknown {
  if (schema === undefined) return undefined;
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new HttpProblem("unknown-address", "No such name or id can exist, so nothing is at this address.");
}

function readPart(schema: InputSchema | undefined, value: unknown, part: "query" | "body"): unknown {
  if (schema === undefined) return undefined;
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const errors = result.error.issues.map((issue) => describeIssue(issue, part));
  const [first] = errors;
  throw new HttpProblem("wrong-request", `${first?.at}: ${first?.message}.`, { members: { errors } });
}

function describeIssue(issue: z.core.$ZodIssue, part: "query" | "body"): { at: string; message: string } {
  const key = issue.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [];
  return { at: [part, ...issue.path, ...key].map(String).join("."), message: issue.message };
}
