import { defineRoute, type Route } from "../http/route.ts";
import { callableMicroflows } from "../openapi/microflow-signature.ts";
import { readAssets } from "../pages/assets.ts";
import { docsPage } from "../pages/docs-page.ts";
import { type ServerStatus, statusPage } from "../pages/status-page.ts";
import type { OpenedProject } from "../project/opened-project.ts";

/** What the pages show. */
export interface PageServices {
  /** Where the status page is: the root, unless the studio is there. */
  readonly statusPath: string;
  readonly project: () => Promise<OpenedProject>;
  readonly configurationOf: (project: OpenedProject) => ServerStatus["configuration"];
  readonly latestRuns: () => ServerStatus["runs"];
  readonly regions: () => Promise<ServerStatus["regions"]>;
}

const nameOf = ({ loaded }: OpenedProject) => loaded.index.settings?.name ?? "Rivulet";

/** The pages for people, and their files. */
export function pageRoutes({
  statusPath,
  project,
  configurationOf,
  latestRuns,
  regions,
}: PageServices): readonly Route[] {
  const row = { method: "GET", access: "everyone", isInternal: true } as const;
  const pageRow = { ...row, isPage: true, responses: { 200: { description: "A page." } } } as const;
  const status = defineRoute(
    { ...pageRow, path: statusPath, operation: "statusPage", summary: "What the server does." },
    async () => {
      const opened = await project();
      return statusPage({
        project: nameOf(opened),
        documentation: opened.loaded.index.settings?.documentation ?? "Served by Rivulet",
        configuration: configurationOf(opened),
        microflows: callableMicroflows(opened.loaded.index),
        problems: opened.problems,
        runs: latestRuns(),
        regions: await regions(),
      });
    },
  );
  const docs = defineRoute(
    { ...pageRow, path: "/api/docs", operation: "docsPage", summary: "Try a microflow." },
    async () => docsPage(nameOf(await project())),
  );
  const files = readAssets().map(({ path, mediaType, text }) =>
    defineRoute(
      {
        ...row,
        path,
        operation: "asset",
        summary: "A file of the pages.",
        responses: { 200: { description: "It." } },
      },
      () => ({ kind: "text", status: 200, mediaType, text }),
    ),
  );
  return [status, docs, ...files];
}
