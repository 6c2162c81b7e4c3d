import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { family, NotStarted } from "./server-process.test-support.ts";
import { ShakenSaves } from "./shaken-saves.test-support.ts";
import type { ShakenServer } from "./shaken-server.test-support.ts";

/** Something that goes wrong while clients call microflows. */
export interface Fault {
  readonly name: string;
  readonly happen: (server: ShakenServer, after: number) => Promise<void>;
}

/** Kills at a random moment; these are the rounds. */
export const kills: readonly Fault[] = [
  {
    name: "server killed",
    async happen(server, after) {
      await server.load(delay(after).then(() => server.kill()));
      await server.restart();
      await server.untilReady();
    },
  },
  {
    name: "PostgreSQL killed",
    async happen(server, after) {
      const pid = await server.childNamed("postgres");
      await server.load(delay(after).then(() => process.kill(pid, "SIGKILL")));
      await server.untilReady();
    },
  },
  {
    name: "DynamoDB killed",
    async happen(server, after) {
      await server.untilReady("Tables.List");
      const pid = await server.childNamed("dynoxide");
      await server.load(delay(after).then(() => process.kill(pid, "SIGKILL")));
      await server.untilReady("Tables.List");
    },
  },
  {
    name: "one of two servers on a folder killed",
    async happen(server, after) {
      const saves = new ShakenSaves(server);
      const first = server.process;
      const second = await server.startSecond();
      const over = new AbortController();
      const saving = [first, second].map((at) => saves.saveAt(at, over.signal));
      const which = Math.floor(after) % 2 === 0 ? "first" : "second";
      await server.load(delay(after).then(() => server.killOneOfTwo(which)));
      await server.untilReady();
      // Nothing of the killed one is in the way of the other.
      await server.load(delay(200));
      over.abort();
      await Promise.all(saving);
      if ((await saves.judge()) === 0) throw new Error("Nothing was saved.");
    },
  },
];

const controlFile = (server: ShakenServer) => join(server.folder, ".rivulet/postgres/data/global/pg_control");

function signalAll(pids: readonly number[], signal: NodeJS.Signals): void {
  for (const pid of pids) process.kill(pid, signal);
}

/** What happens once in a job. */
export const others: readonly Fault[] = [
  {
    name: "PostgreSQL silent for ten seconds",
    async happen(server) {
      const pids = family(await server.childNamed("postgres"));
      const silence = async () => {
        await delay(200);
        signalAll(pids, "SIGSTOP");
        await delay(10_000);
        signalAll(pids, "SIGCONT");
        await delay(500);
      };
      await server.load(silence());
      await server.untilReady();
    },
  },
  {
    name: "a second server on the folder that comes and goes",
    async happen(server) {
      const visit = async () => {
        const second = await server.startSecond();
        await delay(500);
        await server.stopSecond(second);
      };
      await server.load(visit());
      await server.untilReady();
    },
  },
  {
    name: "a client that leaves in mid-run",
    async happen(server) {
      const leave = AbortSignal.timeout(100);
      await server.ask("microflows/Sales.Forever/runs", {}, leave).catch(() => undefined);
      const { body } = await server.ask("runs?microflow=Sales.Forever&status=running");
      const [run] = body["runs"] as readonly { readonly runId: string }[];
      if (!run) throw new Error("The run of the client that left is gone.");
      const cancelled = await server.ask(`runs/${run.runId}/cancel`, {});
      if (cancelled.status >= 300)
        throw new Error(`It cannot be cancelled: ${JSON.stringify(cancelled.body)}`);
      await server.untilReady();
    },
  },
  {
    name: "a clock that jumps",
    async happen(server) {
      const jumps = async () => {
        for (let jump = 0; jump < 6; jump += 1) {
          await delay(150);
          server.process.child.kill("SIGUSR2");
        }
      };
      await server.load(jumps());
      await server.untilReady();
    },
  },
  {
    name: "a corrupt data folder",
    async happen(server) {
      await server.stop();
      const control = controlFile(server);
      copyFileSync(control, `${control}.kept`);
      const damaged = Buffer.alloc(8192, 7);
      writeFileSync(control, damaged);
      const refusal = await server.restart().then(
        () => "started",
        (error: unknown) => error,
      );
      if (!(refusal instanceof NotStarted) || !refusal.message.includes("DATABASE_URL=none")) {
        throw new Error(`It was not refused in words: ${String(refusal)}`);
      }
      if (!readFileSync(control).equals(damaged)) throw new Error("The damaged file was overwritten.");
      copyFileSync(`${control}.kept`, control);
      await server.restart();
      await server.untilReady();
    },
  },
];
