import type { Browser } from "@playwright/test";
import { launchBrowser, MeasuredPage } from "../browser/measured-page.ts";
import { startProjectServer } from "../browser/project-server.ts";
import type { FigureSource } from "../harness/measure.ts";
import { appProject, rowCount } from "./app-project.ts";
import { servePlainList } from "./plain-list.ts";

/** The last row: when it is drawn, all are. */
const lastRow = `.rows > .row:nth-child(${rowCount})`;

/** What the page's main thread does until a fresh visitor sees the list. */
async function firstPaint(browser: Browser, address: string): Promise<number> {
  const page = await MeasuredPage.open(browser, { address, shown: lastRow });
  const cpu = await page.cpu();
  await page.close();
  return cpu;
}

async function eachVisit(served: { readonly address: string; close(): Promise<void> }, path: string) {
  const browser = await launchBrowser();
  return {
    take: () => firstPaint(browser, served.address + path),
    close: async () => {
      await browser.close();
      await served.close();
    },
  };
}

/** The list view of the running application. */
export async function listView(): Promise<FigureSource> {
  return eachVisit(await startProjectServer(appProject()), "/app/Bench.List");
}

/** The same list by hand. */
export async function plainList(): Promise<FigureSource> {
  return eachVisit(await servePlainList(), "/");
}
