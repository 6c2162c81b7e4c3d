import { type Browser, type CDPSession, chromium, type Page } from "@playwright/test";
import { findChromium } from "../../scripts/testing/chromium.mjs";
import { countRenders } from "./count-renders.ts";
import { activityId, microflowId } from "./large-microflow.ts";
import { type StudioServer, startStudioServer } from "./studio-server.ts";

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The tab that a new visitor of the benchmark finds open. */
const remembered = JSON.stringify({
  version: 2,
  state: {
    tabs: [{ kind: "microflow", id: microflowId }],
    activeTab: `microflow:${microflowId}`,
  },
});

/** A studio in a browser of its own, with the microflow of the benchmark in front. */
export class StudioBrowser {
  readonly #server: StudioServer;
  readonly #browser: Browser;

  private constructor(server: StudioServer, browser: Browser) {
    this.#server = server;
    this.#browser = browser;
  }

  static async open(activities: number): Promise<StudioBrowser> {
    const found = findChromium();
    if (!found) throw new Error("There is no Chromium to measure in.");
    const server = await startStudioServer(activities);
    return new StudioBrowser(server, await chromium.launch({ executablePath: found.path, args: flags }));
  }

  /** A fresh visitor with the microflow drawn. */
  async visit(): Promise<StudioPage> {
    const context = await this.#browser.newContext({
      viewport: { width: 1400, height: 900 },
      reducedMotion: "reduce",
    });
    await context.addInitScript((state) => localStorage.setItem("rivulet.workspace", state), remembered);
    await context.addInitScript(countRenders);
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Performance.enable", { timeDomain: "threadTicks" });
    await session.send("Network.enable");
    const studio = new StudioPage(page, session);
    await studio.open(this.#server.address);
    return studio;
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.#server.close();
  }
}

/** One page of a studio, and what it has cost so far. */
export class StudioPage {
  readonly page: Page;
  readonly session: CDPSession;
  #received = 0;

  constructor(page: Page, session: CDPSession) {
    this.page = page;
    this.session = session;
    const files = new Set<string>();
    session.on("Network.requestWillBeSent", ({ requestId, request }) => {
      if (!new URL(request.url).pathname.startsWith("/api/")) files.add(requestId);
    });
    session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      if (files.has(requestId)) this.#received += encodedDataLength;
    });
  }

  /** Bytes of the studio's own files as they came over the network. */
  get received(): number {
    return this.#received;
  }

  async open(address: string): Promise<void> {
    await this.page.goto(address);
    await this.page.getByTestId(`node-${activityId(0)}`).waitFor();
    await this.settle();
  }

  /** Waits for two frames and until nothing more is asked for. */
  async settle(): Promise<void> {
    // As text: this file runs in Node, whose types know no frames.
    await this.page.evaluate(
      "new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))",
    );
  }

  /** CPU milliseconds of the page's main thread since it was opened. */
  async cpu(): Promise<number> {
    return (await this.metric("TaskDuration")) * 1000;
  }

  /** MB that are in use after the garbage is collected. */
  async heap(): Promise<number> {
    await this.session.send("HeapProfiler.collectGarbage");
    return (await this.metric("JSHeapUsedSize")) / 1024 / 1024;
  }

  async metric(name: string): Promise<number> {
    const { metrics } = await this.session.send("Performance.getMetrics");
    return metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}
