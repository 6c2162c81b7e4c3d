import { type ChildProcess, spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";

/** Where a server remembers: in a PostgreSQL of its own, or in memory, which is enough for most tests. */
export type Database = "none" | "embedded";

const addressPattern = /http:\/\/127\.0\.0\.1:\d+$/;
const linkPattern = /http:\/\/127\.0\.0\.1:\d+\/sign-in#link=[\w-]+/;

/** Waits for a line with this in it; fails with what was printed when the server ends before. */
function printed(server: ChildProcess, pattern: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    const seen: string[] = [];
    for (const stream of [server.stdout, server.stderr]) {
      if (!stream) continue;
      createInterface({ input: stream }).on("line", (line) => {
        seen.push(line);
        const [found] = pattern.exec(line) ?? [];
        if (found !== undefined) resolve(found);
      });
    }
    server.once("exit", (code) => reject(new Error(`The server ended with ${code}:\n${seen.join("\n")}`)));
  });
}

/** How a server is started. */
export interface ServerStart {
  readonly database: Database;
  /** Whether people sign in. */
  readonly accounts: boolean;
}

async function end(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((resolve) => server.once("exit", resolve));
  server.kill(signal);
  await ended;
}

/** The real server as a process of its own, which a test can stop, freeze and crash. */
export class RunningServer {
  readonly #launch: (port: string) => ChildProcess;
  readonly address: string;
  /** The link for the first administrator; of a server without accounts it never comes. */
  readonly firstLink: Promise<string>;
  #process: ChildProcess;

  private constructor(
    launch: (port: string) => ChildProcess,
    process: ChildProcess,
    said: Pick<RunningServer, "address" | "firstLink">,
  ) {
    this.#launch = launch;
    this.#process = process;
    this.address = said.address;
    this.firstLink = said.firstLink;
  }

  /** Starts `rivulet start` on a project folder, at any free port. */
  static async start(
    command: string,
    folder: string,
    { database, accounts }: ServerStart,
  ): Promise<RunningServer> {
    const words = [command, "start", folder, ...(accounts ? ["--accounts"] : [])];
    const launch = (port: string) =>
      spawn(process.execPath, [...words, "--port", port], {
        cwd: folder,
        stdio: ["ignore", "pipe", "pipe"],
        env: {
          ...process.env,
          // The database is beside the project, so that it goes with it.
          ...(database === "embedded"
            ? { DATABASE_URL: "", RIVULET_DATA: join(dirname(folder), "data") }
            : { DATABASE_URL: "none" }),
        },
      });
    const server = launch("0");
    const firstLink = printed(server, linkPattern);
    // Who does not wait for it is not told that it never came.
    firstLink.catch(() => {});
    return new RunningServer(launch, server, { address: await printed(server, addressPattern), firstLink });
  }

  /** Ends it in good order. */
  async stop(): Promise<void> {
    this.#process.kill("SIGCONT");
    await end(this.#process, "SIGTERM");
  }

  /** Ends it as a power cut does, whatever it is doing. */
  async crash(): Promise<void> {
    await end(this.#process, "SIGKILL");
  }

  /** From now on it takes requests but answers none. */
  freeze(): void {
    this.#process.kill("SIGSTOP");
  }

  /** After {@link crash}: starts it again at the same address. */
  async restart(): Promise<void> {
    this.#process = this.#launch(new URL(this.address).port);
    await printed(this.#process, addressPattern);
  }
}
