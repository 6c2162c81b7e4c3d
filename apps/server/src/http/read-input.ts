import { faultsOfIssue, type SchemaFault } from "@rivulet/model";
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
  const { issues } = result.error;
  const errors = issues.flatMap((issue) => faultsOfIssue(issue, value, part).map((fault) => at(part, fault)));
  throw new HttpProblem("wrong-request", errors[0]?.message ?? `${part} cannot be read.`, {
    members: { errors },
  });
}

function at(
  part: string,
  { field, message }: SchemaFault,
): { readonly at: string; readonly message: string } {
  return { at: field === "" ? part : `${part}.${field}`, message };
}
