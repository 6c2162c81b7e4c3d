import type { Browser, BrowserContext } from "@playwright/test";
import { launchBrowser, MeasuredPage } from "../browser/measured-page.ts";
import { type ProjectServer, startProjectServer } from "../browser/project-server.ts";
import { countRenders } from "./count-renders.ts";
import { activityId, largeProject, microflowId } from "./large-microflow.ts";

/** The tab that a new visitor of the benchmark finds open. */
const remembered = JSON.stringify({
  version: 2,
  state: {
    tabs: [{ kind: "microflow", id: microflowId }],
    activeTab: `microflow:${microflowId}`,
  },
});

async function prepare(context: BrowserContext): Promise<void> {
  await context.addInitScript((state) => localStorage.setItem("rivulet.workspace", state), remembered);
  await context.addInitScript(countRenders);
}

/** Elements come a few a frame: until three frames brought none. As text, because this file runs in Node. */
const untilNothingIsAdded = `new Promise((resolve) => {
  let count = 0;
  let still = 0;
  const look = () => {
    const now = document.querySelectorAll(".react-flow__node").length;
    still = now === count ? still + 1 : 0;
    count = now;
    if (still === 3) resolve();
    else requestAnimationFrame(look);
  };
  look();
})`;

/** A studio in a browser of its own, with the microflow of the benchmark in front. */
export class StudioBrowser {
  readonly #server: ProjectServer;
  readonly #browser: Browser;

  private constructor(server: ProjectServer, browser: Browser) {
    this.#server = server;
    this.#browser = browser;
  }

  static async open(activities: number): Promise<StudioBrowser> {
    const server = await startProjectServer(largeProject(activities));
    return new StudioBrowser(server, await launchBrowser());
  }

  /** A fresh visitor with all of the microflow drawn that the screen shows. */
  async visit(): Promise<MeasuredPage> {
    const { address } = this.#server;
    const studio = await MeasuredPage.open(this.#browser, {
      address,
      shown: `[data-testid="node-${activityId(0)}"]`,
      prepare,
    });
    await studio.page.evaluate(untilNothingIsAdded);
    return studio;
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.#server.close();
  }
}
