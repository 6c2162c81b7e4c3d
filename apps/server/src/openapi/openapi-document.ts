import type { JsonObject, ProjectIndex } from "@rivulet/model";
import type { RouteDescription } from "../http/route.ts";
import { runErrorSchema, runSchema } from "../runs/run-view.ts";
import type { JsonSchema } from "./json-schema.ts";
import { microflowOperation, runPath } from "./microflow-operations.ts";
import { callableMicroflows } from "./microflow-signature.ts";
import { problemSchema } from "./problem-responses.ts";
import { openApiPath, routeOperation } from "./route-operation.ts";
import { SchemaPrinter } from "./schema-printer.ts";
import { usedComponents } from "./used-components.ts";

/** What the document is made from. */
export interface OpenApiSource {
  readonly index: ProjectIndex;
  readonly routes: readonly RouteDescription[];
  /** Version of the server. */
  readonly version: string;
}

/**
 * The OpenAPI 3.1 document of a project: every microflow that is not internal, with the schemas of its own
 * parameters and result, and the routes of the server itself.
 */
export function openApiDocument({ index, routes, version }: OpenApiSource): JsonObject {
  const microflows = callableMicroflows(index);
  const paths: Record<string, Record<string, JsonObject>> = {};
  for (const signature of microflows)
    paths[runPath(signature.name)] = { post: microflowOperation(signature) };
  const printer = new SchemaPrinter("run");
  const ofRoutes: Record<string, JsonSchema> = {};
  for (const route of routes.filter(({ isInternal }) => isInternal !== true)) {
    const { operation, components } = routeOperation(route);
    (paths[openApiPath(route.path)] ??= {})[route.method.toLowerCase()] = operation;
    Object.assign(ofRoutes, components);
  }
  return {
    openapi: "3.1.0",
    info: {
      title: index.settings?.name ?? "Rivulet",
      version,
      description: index.settings?.documentation ?? "The microflows of a Rivulet project.",
    },
    servers: [{ url: "/" }],
    paths,
    components: {
      schemas: {
        Problem: problemSchema,
        Run: printer.print(runSchema),
        RunError: printer.print(runErrorSchema),
        ...ofRoutes,
        ...usedComponents(index, microflows),
      },
    },
  };
}
