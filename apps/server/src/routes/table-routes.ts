import { asJson, type Configuration, type JsonValue } from "@rivulet/model";
import * as z from "zod/mini";
import { HttpProblem } from "../http/http-problem.ts";
import { ok } from "../http/reply.ts";
import { defineRoute, type Route } from "../http/route.ts";
import type { ActiveConfiguration } from "../project/active-configuration.ts";
import type { OpenedProject } from "../project/opened-project.ts";
import type { KeptRegion, TableKnowledge } from "../project/table-knowledge.ts";

/** What the routes of tables need. */
export interface TableServices {
  readonly project: () => Promise<OpenedProject>;
  readonly active: ActiveConfiguration;
  readonly tables: TableKnowledge;
}

const keySchema = z.array(z.object({ name: z.string(), role: z.string(), entities: z.array(z.string()) }));
const knownTablesSchema = z.object({
  configuration: z.nullable(z.string()),
  regions: z.array(
    z.object({
      region: z.string(),
      place: z.string(),
      readAt: z.iso.datetime(),
      names: z.array(z.string()),
      isCut: z.boolean(),
      tables: z.array(
        z.object({
          name: z.string(),
          key: z.nullable(keySchema),
          indexes: z.array(z.object({ name: z.string(), key: keySchema })),
        }),
      ),
      error: z.nullable(z.object({ code: z.string(), message: z.string(), details: z.unknown() })),
    }),
  ),
});

const questionSchema = z.strictObject({
  regions: z._default(z.array(z.string().check(z.regex(/^[a-z0-9_]{1,63}$/))).check(z.maxLength(8)), []),
  tables: z._default(z.array(z.string().check(z.regex(/^[\w.-]{3,255}$/))).check(z.maxLength(100)), []),
  isAnew: z._default(z.boolean(), false),
});

function view(configuration: Configuration | undefined, regions: readonly KeptRegion[]): JsonValue {
  const views = regions.map(({ readAt, ...region }) => ({
    ...region,
    readAt: new Date(readAt).toISOString(),
  }));
  return asJson({ configuration: configuration?.name ?? null, regions: views });
}

/** The tables behind the active configuration. */
export function tableRoutes({ project, active, tables }: TableServices): readonly Route[] {
  const activeOf = ({ loaded: { index } }: OpenedProject): Configuration => {
    const configuration = active.of(index);
    if (configuration) return configuration;
    throw new HttpProblem("unknown-configuration", "The project has no active configuration.");
  };
  return [
    defineRoute(
      {
        method: "GET",
        path: "/api/v1/tables",
        operation: "readKnownTables",
        summary:
          "What was looked up of the tables behind the active configuration; nothing while there is none. Asks nobody.",
        access: "author",
        responses: { 200: { description: "The tables by region.", schema: knownTablesSchema } },
      },
      async () => {
        const { loaded } = await project();
        const configuration = active.of(loaded.index);
        // Nothing is known then, which is an answer: the studio asks at each start.
        return ok(view(configuration, configuration ? tables.known(configuration) : []));
      },
    ),
    defineRoute(
      {
        method: "POST",
        path: "/api/v1/table-lookups",
        operation: "lookUpTables",
        summary:
          "List the tables behind the active configuration and describe some of them, as far as that is not known yet. What fails is part of the answer.",
        access: "author",
        body: questionSchema,
        bodyLimit: 65_536,
        responses: { 200: { description: "The tables by region.", schema: knownTablesSchema } },
        problems: ["unknown-configuration"],
      },
      async ({ body }) => {
        const opened = await project();
        const configuration = activeOf(opened);
        const regions = body.regions.length === 0 ? [null] : [...new Set(body.regions)];
        const question = { regions, tables: [...new Set(body.tables)], isAnew: body.isAnew };
        return ok(view(configuration, await tables.lookUp(opened, configuration, question)));
      },
    ),
  ];
}
