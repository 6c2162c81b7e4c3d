import * as z from "zod/mini";
import { ok } from "../http/reply.ts";
import { defineRoute, type Route, type RouteDescription } from "../http/route.ts";
import { openApiDocument } from "../openapi/openapi-document.ts";
import type { OpenedProject } from "../project/opened-project.ts";

/** What the OpenAPI document is made from. */
export interface OpenApiServices {
  readonly project: () => Promise<OpenedProject>;
  /** All routes of the server, this one included. */
  readonly routes: () => readonly RouteDescription[];
  readonly version: string;
}

/** The description of the server for programs. */
export function openApiRoutes({ project, routes, version }: OpenApiServices): readonly Route[] {
  return [
    defineRoute(
      {
        method: "GET",
        path: "/api/openapi.json",
        operation: "readOpenApi",
        summary: "This description, as OpenAPI 3.1, of the project as it stands.",
        access: "runner",
        responses: { 200: { description: "The document.", schema: z.record(z.string(), z.unknown()) } },
      },
      async () => ok(openApiDocument({ index: (await project()).loaded.index, routes: routes(), version })),
    ),
  ];
}
