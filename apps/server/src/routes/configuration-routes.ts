import type { ConnectionTest } from "@rivulet/aws/execute";
import { asJson, type Configuration, configurationId, type JsonObject } from "@rivulet/model";
import * as z from "zod/mini";
import { HttpProblem } from "../http/http-problem.ts";
import { ok } from "../http/reply.ts";
import { defineRoute, type Route } from "../http/route.ts";
import type { AuditLog } from "../people/audit-log.ts";
import type { ActiveConfiguration } from "../project/active-configuration.ts";
import type { OpenedProject } from "../project/opened-project.ts";

/** What the routes of configurations need. */
export interface ConfigurationServices {
  readonly project: () => Promise<OpenedProject>;
  readonly active: ActiveConfiguration;
  readonly audit: AuditLog;
  /** Tries the connection of a configuration; throws where it has problems of its own. */
  readonly test: (opened: OpenedProject, configuration: string) => Promise<ConnectionTest>;
}

const connectionTestSchema = z.object({
  configuration: z.string(),
  isWorking: z.boolean(),
  isAws: z.boolean(),
  endpoint: z.nullable(z.string()),
  emptyConstants: z.array(z.string()),
  region: z.nullable(z.string()),
  isRegionChosen: z.boolean(),
  identity: z.nullable(z.string()),
  error: z.nullable(z.object({ code: z.string(), message: z.string(), details: z.unknown() })),
});

const configurationsSchema = z.object({
  active: z.nullable(z.string()),
  /** What the active one is known by, however it is renamed. */
  activeId: z.nullable(z.string()),
  configurations: z.array(
    z.object({
      name: z.string(),
      kind: z.enum(["embedded", "aws"]),
      endpoint: z.nullable(z.string()),
      region: z.nullable(z.string()),
    }),
  ),
});

function view({ name, kind, endpoint, region }: Configuration): JsonObject {
  return { name, kind, endpoint: endpoint ?? null, region: region ?? null };
}

/** The configurations of the project, and which one runs use. */
export function configurationRoutes({
  project,
  active,
  audit,
  test,
}: ConfigurationServices): readonly Route[] {
  const describe = ({ loaded: { index } }: OpenedProject): JsonObject => {
    const present = active.of(index);
    return {
      active: present?.name ?? null,
      activeId: present ? configurationId(present) : null,
      configurations: (index.settings?.configurations ?? []).map(view),
    };
  };
  return [
    defineRoute(
      {
        method: "GET",
        path: "/api/v1/configurations",
        operation: "listConfigurations",
        summary: "The configurations of the project, and the active one.",
        access: "viewer",
        responses: { 200: { description: "The configurations.", schema: configurationsSchema } },
      },
      async () => ok(describe(await project())),
    ),
    defineRoute(
      {
        method: "PUT",
        path: "/api/v1/configuration",
        operation: "chooseConfiguration",
        summary: "Make a configuration the active one, on this machine, also after a restart.",
        access: "operator",
        body: z.strictObject({ name: z.string().check(z.maxLength(200)) }),
        responses: { 200: { description: "The configurations.", schema: configurationsSchema } },
        problems: ["unknown-configuration"],
      },
      async ({ body, caller }) => {
        const opened = await project();
        const { configurations = [] } = opened.loaded.index.settings ?? {};
        const chosen = configurations.find(({ name }) => name === body.name);
        if (!chosen) throw unknownConfiguration(body.name, configurations);
        active.choose(chosen);
        await audit.record({ who: caller, action: "configuration-chosen", subject: body.name });
        return ok(describe(opened));
      },
    ),
    defineRoute(
      {
        method: "POST",
        path: "/api/v1/connection-tests",
        operation: "testConnection",
        summary:
          "Try the connection of a configuration: get its keys, ask AWS whose they are, list one table. On AWS this is a call that is paid for.",
        access: "author",
        body: z.strictObject({ name: z.string().check(z.maxLength(200)) }),
        responses: { 200: { description: "What was found.", schema: connectionTestSchema } },
        problems: ["unknown-configuration"],
      },
      async ({ body }) => {
        const opened = await project();
        const { configurations = [] } = opened.loaded.index.settings ?? {};
        if (!configurations.some(({ name }) => name === body.name))
          throw unknownConfiguration(body.name, configurations);
        return ok(asJson(await test(opened, body.name)));
      },
    ),
  ];
}

function unknownConfiguration(name: string, configurations: readonly Configuration[]): HttpProblem {
  const known = configurations.map((configuration) => configuration.name).join(", ");
  return new HttpProblem(
    "unknown-configuration",
    `The project has no configuration "${name}"; it has ${known}.`,
  );
}
