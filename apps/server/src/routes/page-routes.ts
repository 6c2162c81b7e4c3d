import { redirection } from "../http/reply.ts";
import { defineRoute, type Route } from "../http/route.ts";
import { callableMicroflows } from "../openapi/microflow-signature.ts";
import { type Asset, readAssets } from "../pages/assets.ts";
import { docsPage } from "../pages/docs-page.ts";
import type { TopBar } from "../pages/page.ts";
import { signInPage } from "../pages/sign-in-page.ts";
import { type ServerStatus, statusPage } from "../pages/status-page.ts";
import type { OpenedProject } from "../project/opened-project.ts";

/** What the pages show. */
export interface PageServices {
  /** With the studio at the root; without it the status page is there as well. */
  readonly hasStudio: boolean;
  readonly project: () => Promise<OpenedProject>;
  readonly configurationOf: (project: OpenedProject) => ServerStatus["configuration"];
  readonly latestRuns: () => ServerStatus["runs"];
  readonly regions: () => Promise<ServerStatus["regions"]>;
  /** Whether people sign in. */
  readonly hasAccounts: boolean;
  /** Name of another house with whose accounts people sign in here as well. */
  readonly openId: string | undefined;
}

const row = { method: "GET", access: "everyone", isInternal: true } as const;
const pageRow = { ...row, isPage: true, responses: { 200: { description: "A page." } } } as const;

/** The pages for people, and their files. */
export function pageRoutes(services: PageServices): readonly Route[] {
  const statusPaths = services.hasStudio ? ["/status"] : ["/status", "/"];
  return [
    signInRoute(services),
    ...statusPaths.map((path) => statusRoute(path, services)),
    docsRoute(services),
    ...readAssets().map(assetRoute),
  ];
}

function topBarOf({ loaded }: OpenedProject, { hasStudio }: PageServices): TopBar {
  return { project: loaded.index.settings?.name ?? "Rivulet", hasStudio };
}

function statusRoute(path: string, services: PageServices): Route {
  return defineRoute(
    { ...pageRow, access: "viewer", path, operation: "statusPage", summary: "What the server does." },
    async () => {
      const opened = await services.project();
      const { index } = opened.loaded;
      return statusPage({
        ...topBarOf(opened, services),
        documentation: index.settings?.documentation ?? "Served by Rivulet",
        configuration: services.configurationOf(opened),
        microflows: callableMicroflows(index),
        problems: opened.problems,
        runs: services.latestRuns(),
        regions: await services.regions(),
      });
    },
  );
}

function signInRoute({ hasAccounts, openId, project }: PageServices): Route {
  return defineRoute(
    {
      ...pageRow,
      isSameForAll: true,
      path: "/sign-in",
      operation: "signInPage",
      summary: "Where people sign in.",
    },
    async () => {
      if (!hasAccounts) return redirection("/");
      return signInPage({ project: (await project()).loaded.index.settings?.name ?? "Rivulet", openId });
    },
  );
}

function docsRoute(services: PageServices): Route {
  return defineRoute(
    { ...pageRow, access: "runner", path: "/api/docs", operation: "docsPage", summary: "Try a microflow." },
    async () => docsPage(topBarOf(await services.project(), services)),
  );
}

function assetRoute({ path, mediaType, text }: Asset): Route {
  const responses = { 200: { description: "It." } };
  return defineRoute(
    { ...row, isSameForAll: true, path, operation: "asset", summary: "A file of the pages.", responses },
    () => ({ kind: "text", status: 200, mediaType, text }),
  );
}
