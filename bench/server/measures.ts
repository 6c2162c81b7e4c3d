import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { startEmbeddedPostgres } from "@rivulet/persistence";
import { closedInAnyCase } from "../harness/left-open.ts";
import type { FigureMeasure, FigureSource, Measure } from "../harness/measure.ts";
import { median } from "../harness/statistics.ts";
import { connectMany, type KeepAliveClient } from "./keep-alive-client.ts";
import { durationsAtPace, quantile, timeOfCalls } from "./load.ts";
import {
  addKey,
  noOpPath,
  openFolder,
  type ServingProcess,
  serve,
  startRivulet,
  writeNoOpProject,
} from "./served-project.ts";

/** Clients that ask at the same time where many do. */
const manyClients = 50;
const manyCalls = 1_000;
/** Calls of one client in a sample. */
const oneByOne = 100;
const key = randomUUID();

type Read = (clients: readonly KeepAliveClient[]) => Promise<number>;

/** Clients of a server with a PostgreSQL of its own, which they share with nobody. */
async function withClients(
  count: number,
  start: (url: string, folder: string) => Promise<ServingProcess>,
  prepare: (clients: readonly KeepAliveClient[]) => Promise<Read>,
): Promise<FigureSource> {
  const folder = openFolder("server");
  const postgres = await startEmbeddedPostgres({ folder: join(folder.path, "postgres") });
  const stopPostgres = closedInAnyCase(() => postgres.stop());
  const server = await start(postgres.url, folder.path);
  const headers = { authorization: `Bearer ${key}` };
  const clients = await connectMany({ address: server.address, path: noOpPath, headers, body: "{}" }, count);
  const read = await prepare(clients);
  return {
    take: () => read(clients),
    close: async () => {
      for (const client of clients) client.close();
      await server.end();
      await stopPostgres();
      await folder.remove();
    },
  };
}

async function rivulet(url: string, folder: string): Promise<ServingProcess> {
  const project = join(folder, "project");
  await writeNoOpProject(project);
  return startRivulet(project, { DATABASE_URL: url });
}

async function rivuletWithAccounts(url: string, folder: string): Promise<ServingProcess> {
  const project = join(folder, "project");
  await writeNoOpProject(project);
  await addKey(project, { url, token: key });
  return startRivulet(project, { DATABASE_URL: url, RIVULET_ACCOUNTS: "on" });
}

const bareRoute = (url: string): Promise<ServingProcess> =>
  serve([join(import.meta.dirname, "bare-route.ts")], { DATABASE_URL: url, BENCH_KEY: key });

const oneClient: (clients: readonly KeepAliveClient[]) => Promise<Read> = async () => async (clients) =>
  (await timeOfCalls(clients, oneByOne)) / oneByOne;

const runWithHistory: FigureMeasure = {
  kind: "figure",
  name: "run-with-history",
  about:
    "HTTP call of a no-op microflow with history against a bare route that asks who calls and inserts one row",
  unit: "ms",
  limit: 1.5,
  aim: 1.2,
  ours: () => withClients(1, rivulet, oneClient),
  theirs: () => withClients(1, bareRoute, oneClient),
};

const runWithKey: FigureMeasure = {
  kind: "figure",
  name: "run-with-key",
  about:
    "such a call on a server with accounts, by an API key, against the same on a server without accounts",
  unit: "ms",
  limit: 1.2,
  aim: 1.05,
  ours: () => withClients(1, rivuletWithAccounts, oneClient),
  theirs: () => withClients(1, rivulet, oneClient),
};

const runThousand: FigureMeasure = {
  kind: "figure",
  name: "run-1000",
  about: "1,000 HTTP calls of a no-op microflow with history, by 50 clients",
  unit: "ms",
  limit: 500,
  aim: 250,
  ours: () => withClients(manyClients, rivulet, async () => (clients) => timeOfCalls(clients, manyCalls)),
};

/** How many calls a second are half of what it can do. */
async function halfOfTheLoad(clients: readonly KeepAliveClient[]): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 7; round += 1) times.push(await timeOfCalls(clients, manyCalls));
  return (manyCalls * 1_000) / median(times) / 2;
}

const slowestAtHalf: FigureMeasure = {
  kind: "figure",
  name: "run-p99",
  about: "the 99th percentile of such calls at half of the load that the server can bear",
  unit: "ms",
  limit: 50,
  aim: 20,
  ours: () =>
    withClients(manyClients, rivulet, async (all) => {
      const perSecond = await halfOfTheLoad(all);
      return async (clients) =>
        quantile(await durationsAtPace(clients, { calls: manyCalls, perSecond }), 0.99);
    }),
};

/** Longer than anybody waits: then something is wrong, and what it says is shown. */
const longestStart = 120_000;

async function untilReady(address: string): Promise<void> {
  const deadline = performance.now() + longestStart;
  for (;;) {
    const answer = await fetch(`${address}/readyz`, { signal: AbortSignal.timeout(longestStart) });
    const text = await answer.text();
    if (answer.ok) return;
    if (performance.now() > deadline) throw new Error(`The server does not become ready: ${text}`);
    await delay(10);
  }
}

/** `rivulet start` on a new project, with a database of its own that goes with the folder. */
async function startFromNothing(name: string) {
  const folder = openFolder(name);
  const project = join(folder.path, "project");
  await writeNoOpProject(project);
  const start = performance.now();
  const server = await startRivulet(project, {
    DATABASE_URL: "",
    RIVULET_DATA: join(folder.path, "data"),
  });
  const end = async () => {
    await server.end();
    await folder.remove();
  };
  await untilReady(server.address);
  const seconds = (performance.now() - start) / 1_000;
  return { server, seconds, end };
}

const firstStart: FigureMeasure = {
  kind: "figure",
  name: "first-start",
  about: "from nothing but the project to a server that is ready, its database made and started",
  unit: "s",
  limit: 6,
  aim: 3,
  ours: () =>
    Promise.resolve({
      take: async () => {
        const { seconds, end } = await startFromNothing("start");
        await end();
        return seconds;
      },
      close: () => Promise.resolve(),
    }),
};

/** How long a server rests before its memory is looked at. */
const rest = 5_000;
const betweenLooks = 500;

const idleMemory: FigureMeasure = {
  kind: "figure",
  name: "idle-memory",
  about: "resident memory of the server's process while nobody asks anything",
  unit: "MB",
  limit: 150,
  aim: 100,
  ours: async () => {
    const { server, end } = await startFromNothing("idle");
    await delay(rest);
    return {
      take: async () => {
        await delay(betweenLooks);
        const text = execFileSync("ps", ["-o", "rss=", "-p", String(server.pid)], { encoding: "utf8" });
        return Number(text) / 1_024;
      },
      close: end,
    };
  },
};

/** The server: what a run over HTTP costs with its history, and what it needs by itself. */
export const serverMeasures: readonly Measure[] = [
  runWithHistory,
  runWithKey,
  runThousand,
  slowestAtHalf,
  firstStart,
  idleMemory,
];
