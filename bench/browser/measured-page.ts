import {
  type Browser,
  type BrowserContext,
  type CDPSession,
  chromium,
  type Page,
  type Request,
} from "@playwright/test";
import { findChromium } from "../../scripts/testing/chromium.mjs";
import { closedInAnyCase } from "../harness/left-open.ts";

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts the Chromium in which pages are measured. */
export async function launchBrowser(): Promise<Browser> {
  const found = findChromium();
  if (!found) throw new Error("There is no Chromium to measure in.");
  const browser = await chromium.launch({ executablePath: found.path, args: flags });
  const forget = closedInAnyCase(() => browser.close());
  browser.once("disconnected", () => void forget());
  return browser;
}

/** What a visitor brings along: scripts that run before the page's own. */
export type Preparation = (context: BrowserContext) => Promise<void>;

/** What one request brought. */
interface Sent {
  readonly kind: "files" | "api";
  readonly bytes: number;
}

async function sizeOf(request: Request): Promise<Sent> {
  const kind = new URL(request.url()).pathname.startsWith("/api/") ? "api" : "files";
  const { responseBodySize, responseHeadersSize } = await request.sizes();
  return { kind, bytes: responseBodySize + responseHeadersSize };
}

/** A page of a fresh visitor, and what it has cost so far. */
export class MeasuredPage {
  readonly page: Page;
  readonly session: CDPSession;
  readonly #sizes: Promise<Sent>[] = [];

  private constructor(page: Page, session: CDPSession) {
    this.page = page;
    this.session = session;
    // Not by the session of the page: that knows nothing of what its workers fetch.
    page.on("requestfinished", (request) => this.#sizes.push(sizeOf(request)));
  }

  /** Opens an address as a fresh visitor, and waits until what `shown` selects is drawn. */
  static async open(
    browser: Browser,
    { address, shown, prepare }: { address: string; shown: string; prepare?: Preparation },
  ): Promise<MeasuredPage> {
    const context = await browser.newContext({
      viewport: { width: 1400, height: 900 },
      reducedMotion: "reduce",
    });
    await prepare?.(context);
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Performance.enable", { timeDomain: "threadTicks" });
    await session.send("Network.enable");
    const measured = new MeasuredPage(page, session);
    await page.goto(address);
    await page.locator(shown).first().waitFor();
    await measured.settle();
    return measured;
  }

  /** Bytes that came over the network so far, its workers' too: of the files of the site, and of answers of the API. */
  async received(): Promise<Record<Sent["kind"], number>> {
    const received = { files: 0, api: 0 };
    for (const { kind, bytes } of await Promise.all(this.#sizes)) received[kind] += bytes;
    return received;
  }

  /** Waits for two frames. */
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
