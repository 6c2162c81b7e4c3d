import { activityGroups } from "@rivulet/activities";
import { asJson, systemModule } from "@rivulet/model";
import type { Connector, Engine } from "@rivulet/runtime";
import * as z from "zod/mini";
import { okCompressed } from "../http/reply.ts";
import { defineRoute, type Route } from "../http/route.ts";

/** What the catalog is made from. */
export interface CatalogServices {
  readonly engine: Engine;
  readonly connectors: readonly Connector[];
}

const catalogSchema = z.object({
  modules: z.array(
    z.object({ name: z.string(), version: z.string(), records: z.array(z.record(z.string(), z.unknown())) }),
  ),
  activities: z.array(z.record(z.string(), z.unknown())),
  groups: z.record(z.string(), z.object({ label: z.string(), colour: z.string() })),
});

/** What projects can be drawn with, as data: a studio is built without knowing any connector. */
export function catalogRoutes({ engine, connectors }: CatalogServices): readonly Route[] {
  const catalog = asJson({
    modules: [systemModule, ...connectors.map(({ module }) => module)],
    activities: engine.catalog.definitions,
    groups: activityGroups,
  });
  return [
    defineRoute(
      {
        method: "GET",
        path: "/api/v1/catalog",
        operation: "readCatalog",
        summary:
          "The module System and the connector modules with their entities, and all activities with their fields, as data.",
        access: "viewer",
        responses: { 200: { description: "The catalog.", schema: catalogSchema } },
      },
      () => okCompressed(catalog),
    ),
  ];
}
