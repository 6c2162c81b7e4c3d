import { ProjectFolder } from "@rivulet/model/folder";
import { pino } from "pino";
import type { Route } from "../http/route.ts";
import { AuditInServerLog } from "../people/audit-log.ts";
import { type RouteTableOptions, routeTable } from "../route-table.ts";
import { defaultRunServiceLimits } from "../runs/run-service.ts";
import { shop, temporaryProject } from "../sample-project.test-support.ts";
import { openServices } from "../services.ts";

/** Every route of the server, as the table has it: what is added there is tested without being named here. */
export async function readRoutes(
  sites: Pick<RouteTableOptions, "studio" | "client"> = {},
): Promise<readonly Route[]> {
  await using project = await temporaryProject(shop);
  const services = openServices({
    folder: new ProjectFolder(project.folder),
    localFolder: project.folder,
    environment: {},
    limits: defaultRunServiceLimits,
    runStore: undefined,
    historyLimits: { days: 1, runs: 1, megabytes: 1 },
    people: undefined,
    audit: new AuditInServerLog(pino({ level: "silent" })),
    auditTrail: undefined,
    traces: undefined,
    log: pino({ level: "silent" }),
  });
  services.project.close();
  await services.cleaner.close();
  return routeTable(services, { version: "test", ...sites });
}

/** A path that leads to a route, with the same text in place of each parameter. */
export function pathOf({ path }: Route, value = "Sales.Greet"): string {
  return path.replaceAll(/:\w+/g, value);
}
