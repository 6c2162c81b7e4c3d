import type { QualifiedName } from "@rivulet/values";
import { unreachable } from "@rivulet/values";
import * as z from "zod/mini";
import { HttpProblem } from "../http/http-problem.ts";
import { ok, type Reply } from "../http/reply.ts";
import { defineRoute, type Route } from "../http/route.ts";
import type { MachineConstants } from "../project/machine-constants.ts";
import type { OpenedProject } from "../project/opened-project.ts";

/** What the routes of constants need. */
export interface ConstantServices {
  readonly project: () => Promise<OpenedProject>;
  readonly constants: MachineConstants;
}

const sourcesSchema = z.object({ sources: z.record(z.string(), z.enum(["environment", "secrets"])) });
const qualifiedName = z.string().check(z.regex(/^[A-Za-z_]\w{0,199}\.[A-Za-z_]\w{0,199}$/));
const maximumSecret = 64 * 1024;

/** Where the values of constants come from on this machine, and the values of secret ones: taken, never given. */
export function constantRoutes({ project, constants }: ConstantServices): readonly Route[] {
  return [
    defineRoute(
      {
        method: "GET",
        path: "/api/v1/constants",
        operation: "listConstantSources",
        summary:
          "Which constants have a value of this machine, in its environment or among its secrets. Never the values.",
        access: "operator",
        responses: { 200: { description: "The sources by constant.", schema: sourcesSchema } },
      },
      async () => ok({ sources: constants.sources((await project()).loaded.index) }),
    ),
    defineRoute(
      {
        method: "PUT",
        path: "/api/v1/secrets/:name",
        operation: "keepSecret",
        summary:
          "Keep the value of a secret constant on this machine; null forgets it. No route gives it out again.",
        access: "operator",
        params: z.object({ name: qualifiedName }),
        body: z.strictObject({ value: z.nullable(z.string().check(z.maxLength(maximumSecret))) }),
        responses: { 200: { description: "It is kept.", schema: sourcesSchema } },
        problems: ["unknown-constant", "wrong-value", "secrets-not-read"],
      },
      async ({ params, body }) => keep(await project(), params.name, { constants, value: body.value }),
    ),
  ];
}

function keep(
  { loaded: { index } }: OpenedProject,
  name: QualifiedName,
  { constants, value }: { readonly constants: MachineConstants; readonly value: string | null },
): Reply {
  const constant = index.constant(name);
  if (constant?.isSecret !== true) {
    const reason = constant ? `${name} is no secret constant` : `There is no constant ${name}`;
    throw new HttpProblem("unknown-constant", `${reason}, so no value is kept for it here.`);
  }
  const result = constants.keep(name, constant, { text: value, index });
  switch (result.kind) {
    case "kept":
      return ok({ sources: constants.sources(index) });
    case "unfit":
      throw new HttpProblem("wrong-value", `The value does not fit the type of ${name}.`);
    case "refused":
      throw new HttpProblem("secrets-not-read", result.problem.message);
    default:
      return unreachable(result);
  }
}
