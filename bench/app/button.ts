import { setTimeout } from "node:timers/promises";
import { launchBrowser, MeasuredPage } from "../browser/measured-page.ts";
import { startProjectServer } from "../browser/project-server.ts";
import type { FigureSource } from "../harness/measure.ts";
import { appProject } from "./app-project.ts";

/** Round trips in one sample. */
const roundTrips = 20;

/** Milliseconds of one round trip, of several one after the other. As text, because this file runs in Node. */
const timed = (roundTrip: string) => `(async () => {
  const roundTrip = ${roundTrip};
  const start = performance.now();
  for (let done = 0; done < ${roundTrips}; done += 1) await roundTrip();
  return (performance.now() - start) / ${roundTrips};
})()`;

/** A click, until the button is no longer busy: the page then shows what came back. */
const click = `() => new Promise((resolve) => {
  const button = document.querySelector("[data-testid=widget-button]");
  const observer = new MutationObserver(() => {
    if (button.ariaBusy === "true") return;
    observer.disconnect();
    resolve();
  });
  observer.observe(button, { attributes: true, attributeFilter: ["aria-busy"] });
  button.click();
})`;

/** The run API from the same page. */
const run = `async () => {
  const response = await fetch("/api/v1/microflows/Bench.Nothing/runs", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ parameters: {}, wait: true }),
  });
  if (!response.ok) throw new Error("The microflow did not run: " + response.status);
  await response.json();
}`;

/** A page that never answers shall not hold up the other measures. */
async function tooLong(): Promise<never> {
  await setTimeout(60_000, undefined, { ref: false });
  throw new Error("The page did not answer within a minute.");
}

/** Does the same thing again and again on the page with the button, in a browser and with a server of its own. */
async function inPage(roundTrip: string): Promise<FigureSource> {
  const server = await startProjectServer(appProject());
  const browser = await launchBrowser();
  const address = `${server.address}/app/Bench.Button`;
  const { page } = await MeasuredPage.open(browser, { address, shown: "[data-testid=widget-button]" });
  return {
    take: () => Promise.race([page.evaluate<number>(timed(roundTrip)), tooLong()]),
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

/** A button whose microflow does nothing. */
export const clickedButton = (): Promise<FigureSource> => inPage(click);

/** The run API with the same microflow. */
export const bareRun = (): Promise<FigureSource> => inPage(run);
