import { previewAddress } from "@rivulet/pages/view";
import * as z from "zod/mini";
import type { Route } from "./http/route.ts";
import { qualifiedName } from "./http/schemas.ts";
import { appRoutes } from "./routes/app-routes.ts";
import { applicationRoutes } from "./routes/application-routes.ts";
import { auditRoutes } from "./routes/audit-routes.ts";
import { catalogRoutes } from "./routes/catalog-routes.ts";
import { configurationRoutes } from "./routes/configuration-routes.ts";
import { constantRoutes } from "./routes/constant-routes.ts";
import { dataRoutes } from "./routes/data-routes.ts";
import { keyRoutes } from "./routes/key-routes.ts";
import { openIdRoutes } from "./routes/open-id-routes.ts";
import { openApiRoutes } from "./routes/openapi-routes.ts";
import { type MissingPart, operationRoutes } from "./routes/operation-routes.ts";
import { pageRoutes } from "./routes/page-routes.ts";
import { peopleRoutes } from "./routes/people-routes.ts";
import { projectRoutes } from "./routes/project-routes.ts";
import { runRoutes } from "./routes/run-routes.ts";
import { signInRoutes } from "./routes/sign-in-routes.ts";
import { siteRoutes } from "./routes/site-routes.ts";
import { tableRoutes } from "./routes/table-routes.ts";
import type { Services } from "./services.ts";
import type { SiteFiles } from "./sites/site-files.ts";

const latestRuns = 10;

const studioSite = {
  name: "studio",
  title: "The studio",
  base: "/studio",
  access: "viewer",
  pages: [{ path: "/" }],
} as const;
const clientSite = {
  name: "application",
  title: "The running application",
  base: "/app",
  access: "visitor",
  pages: [
    { path: "/app" },
    { path: "/app/:page", params: z.object({ page: qualifiedName }) },
    // The studio shows pages with real data here.
    { path: previewAddress, isFramed: true },
  ],
} as const;

/** What the routes need besides the services. */
export interface RouteTableOptions {
  readonly version: string;
  /** The built studio, for the root. */
  readonly studio?: SiteFiles;
  /** The built application, for `/app`. */
  readonly client?: SiteFiles;
}

/** Every route of the server: who may call it, what it reads, what it answers. What is not here does not exist. */
export function routeTable(
  services: Services,
  { version, studio, client }: RouteTableOptions,
): readonly Route[] {
  const { audit, connectors, engine, active, constants, dynamodb, metrics, streams } = services;
  const project = () => services.project.current();
  const table: Route[] = [
    ...runRoutes(services),
    ...projectRoutes({ project: services.project, power: services.app.power, streams }),
    ...configurationRoutes({ project, active, audit, test: services.testConnection }),
    ...tableRoutes({ project, active, tables: services.tables }),
    ...dataRoutes({ project, active, audit, calls: services.tableCalls }),
    ...constantRoutes({ project, constants, audit }),
    ...applicationRoutes(services.app, streams),
    ...appRoutes(services.app),
    ...signInRoutes(services.people),
    ...openIdRoutes(services.people),
    ...peopleRoutes(services.people),
    ...keyRoutes(services.people),
    ...auditRoutes(services.auditTrail),
    ...catalogRoutes({ engine, connectors }),
    ...openApiRoutes({ project, routes: () => table, version }),
    ...operationRoutes({ metrics, missing: () => missingParts(services) }),
    ...(studio ? siteRoutes({ ...studioSite, files: studio }) : []),
    ...(client ? siteRoutes({ ...clientSite, files: client }) : []),
    ...pageRoutes({
      hasStudio: studio !== undefined,
      project,
      configurationOf: ({ loaded }) => active.of(loaded.index),
      latestRuns: () => engine.runs.list({ limit: latestRuns }),
      regions: () => dynamodb.regions(),
      hasAccounts: services.people !== undefined,
      openId: services.people?.openId?.name,
    }),
  ];
  return table;
}

/** Why the server cannot run microflows now. */
async function missingParts({ project, runs, databaseAnswers }: Services): Promise<MissingPart[]> {
  const { loaded, fileProblems } = await project.current();
  const parts: MissingPart[] = [];
  if (runs.isDraining) parts.push({ part: "shutdown", message: "The server is shutting down." });
  if (loaded.index.settings === undefined) {
    const reasons = fileProblems.filter(({ severity }) => severity === "error").map(({ message }) => message);
    parts.push({ part: "project", message: `The project cannot be read. ${reasons.join(" ")}` });
  }
  if (!(await databaseAnswers())) {
    const message =
      "The database does not answer. Ends of runs wait for it, and so do those who asked for them.";
    parts.push({ part: "database", message });
  }
  return parts;
}
