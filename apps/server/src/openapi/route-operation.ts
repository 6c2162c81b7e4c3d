import type { JsonObject, JsonValue } from "@rivulet/model";
import { accessRules } from "../http/access.ts";
import type { ProblemCode } from "../http/problem-kinds.ts";
import type { InputSchema, RouteDescription, SuccessResponse } from "../http/route.ts";
import type { JsonSchema } from "./json-schema.ts";
import { problemResponses } from "./problem-responses.ts";
import { SchemaPrinter } from "./schema-printer.ts";

/** An operation of OpenAPI, and the schemas that it wants among the components. */
export interface DescribedOperation {
  readonly operation: JsonObject;
  readonly components: Readonly<Record<string, JsonSchema>>;
}

/** Path of a route as OpenAPI writes it. @example openApiPath("/api/v1/runs/:runId") // "/api/v1/runs/{runId}" */
export function openApiPath(path: string): string {
  return path.replaceAll(/:(\w+)/g, "{$1}");
}

/** Describes a route of the table. */
export function routeOperation(route: RouteDescription): DescribedOperation {
  const schemas = new SchemaPrinter(route.operation);
  const operation = {
    operationId: route.operation,
    summary: route.summary,
    description: `Who may call it: ${accessRules[route.access].documentation}`,
    tags: ["Rivulet"],
    parameters: [...parameters(schemas, "path", route.params), ...parameters(schemas, "query", route.query)],
    ...(route.body === undefined
      ? {}
      : { requestBody: { content: { "application/json": { schema: schemas.print(route.body) } } } }),
    responses: {
      ...Object.fromEntries(
        Object.entries(route.responses).map(([status, response]) => [
          status,
          responseObject(schemas, response),
        ]),
      ),
      ...problemResponses(problemsOf(route)),
    },
  };
  return { operation, components: schemas.components };
}

/** The codes of a route: its own, and those that follow from what it reads. */
function problemsOf({ problems = [], access, query, body }: RouteDescription): ProblemCode[] {
  const codes: ProblemCode[] = [...problems];
  if (query !== undefined || body !== undefined) codes.push("wrong-request");
  if (body !== undefined)
    codes.push("not-json", "json-too-deep", "json-forbidden-key", "body-too-large", "wrong-content-type");
  if (access !== "everyone") codes.push("sign-in-needed", "not-allowed");
  return codes;
}

function responseObject(
  schemas: SchemaPrinter,
  { description, mediaType, schema }: SuccessResponse,
): JsonObject {
  if (schema === undefined && mediaType === undefined) return { description };
  const printed = schema === undefined ? { type: "string" } : schemas.print(schema);
  return { description, content: { [mediaType ?? "application/json"]: { schema: printed } } };
}

function parameters(
  schemas: SchemaPrinter,
  where: "path" | "query",
  schema: InputSchema | undefined,
): JsonObject[] {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = schemas.print(schema);
  return Object.entries(properties as JsonObject).map(([name, property]) => ({
    name,
    in: where,
    required: where === "path" || (required as readonly JsonValue[]).includes(name),
    schema: property,
  }));
}
