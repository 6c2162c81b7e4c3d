import { asJson, type JsonValue } from "@rivulet/model";
import type { SecretPlace } from "@rivulet/runtime";
import { unreachable } from "@rivulet/values";
import * as z from "zod/mini";
import { HttpProblem } from "../http/http-problem.ts";
import { ok } from "../http/reply.ts";
import { defineRoute, type Route } from "../http/route.ts";
import type { AuditLog } from "../people/audit-log.ts";
import type { MachineConstants } from "../project/machine-constants.ts";
import type { OpenedProject } from "../project/opened-project.ts";

/** What the routes of constants need. */
export interface ConstantServices {
  readonly project: () => Promise<OpenedProject>;
  readonly constants: MachineConstants;
  readonly audit: AuditLog;
}

const sourcesSchema = z.object({
  sources: z.record(z.string(), z.enum(["environment", "secrets"])),
  secrets: z.array(
    z.object({ constant: z.string(), configuration: z.nullable(z.string()), setAt: z.string() }),
  ),
  problem: z.nullable(z.string()),
});
const secretBody = z.strictObject({
  value: z.nullable(z.string().check(z.maxLength(64 * 1024))),
  configuration: z.optional(z.nullable(z.string().check(z.maxLength(200)))),
});
const qualifiedName = z.string().check(z.regex(/^[A-Za-z_]\w{0,199}\.[A-Za-z_]\w{0,199}$/));

/** Where the values of constants come from on this machine, and the values of secret ones: taken, never given. */
export function constantRoutes({ project, constants, audit }: ConstantServices): readonly Route[] {
  return [
    defineRoute(
      {
        method: "GET",
        path: "/api/v1/constants",
        operation: "listConstantSources",
        summary:
          "Which constants have a value of this machine, in its environment or among its secrets. Never the values.",
        access: "viewer",
        responses: { 200: { description: "The sources by constant.", schema: sourcesSchema } },
      },
      async () => ok(view(constants, await project())),
    ),
    defineRoute(
      {
        method: "PUT",
        path: "/api/v1/secrets/:name",
        operation: "keepSecret",
        summary:
          "Keep the value of a secret constant on this machine, for one configuration or, without one, for all; null forgets it. No route gives it out again.",
        access: "operator",
        params: z.object({ name: qualifiedName }),
        body: secretBody,
        responses: { 200: { description: "It is kept.", schema: sourcesSchema } },
        problems: ["unknown-constant", "unknown-configuration", "wrong-value", "secrets-not-read"],
      },
      async ({ params, body: { value, configuration = null }, caller }) => {
        const opened = await project();
        const place = { constant: params.name, configuration };
        if (value === null) forget(constants, place);
        else keep(opened, place, { constants, text: value });
        await audit.record({
          who: caller,
          action: value === null ? "secret-forgotten" : "secret-kept",
          subject: params.name,
          ...(configuration === null ? {} : { detail: configuration }),
        });
        return ok(view(constants, opened));
      },
    ),
  ];
}

function view(constants: MachineConstants, { loaded }: OpenedProject): JsonValue {
  return asJson(constants.sources(loaded.index));
}

/** What is gone from the project can be forgotten here as well. */
function forget(constants: MachineConstants, place: SecretPlace): void {
  const problem = constants.forget(place);
  if (problem) throw new HttpProblem("secrets-not-read", problem.message);
}

function keep(
  { loaded: { index } }: OpenedProject,
  place: SecretPlace,
  { constants, text }: { readonly constants: MachineConstants; readonly text: string },
): void {
  const { constant: name, configuration } = place;
  const constant = index.constant(name);
  if (constant?.isSecret !== true) {
    const reason = constant ? `${name} is no secret constant` : `There is no constant ${name}`;
    throw new HttpProblem("unknown-constant", `${reason}, so no value is kept for it here.`);
  }
  const configurations = index.settings?.configurations.map((each) => each.name) ?? [];
  if (configuration !== null && !configurations.includes(configuration)) {
    const message = `The project has no configuration "${configuration}"; it has ${configurations.join(", ")}.`;
    throw new HttpProblem("unknown-configuration", message);
  }
  const result = constants.keep(place, constant, { text, index });
  switch (result.kind) {
    case "kept":
      return;
    case "unfit":
      throw new HttpProblem("wrong-value", `The value does not fit the type of ${name}.`);
    case "refused":
      throw new HttpProblem("secrets-not-read", result.problem.message);
    default:
      unreachable(result);
  }
}
