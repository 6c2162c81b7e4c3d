import type { Problem } from "@rivulet/model";
import type { DatabasePatience } from "@rivulet/persistence";
import type { LogOptions } from "./http/log.ts";
import { type RunningServer, startServer } from "./instance/start-server.ts";
import { stopServer } from "./instance/stop-server.ts";
import type { OpenProject } from "./project/open-project.ts";
import type { RunServiceLimits } from "./runs/run-service.ts";

/** What a server is made of. */
export interface ServerOptions {
  /** The project folder. */
  readonly folder: string;
  /** `HOST`, else 127.0.0.1, when left out. Addresses of other machines only with accounts and `RIVULET_URL`. */
  readonly host?: string;
  /** `PORT`, else 8080, when left out; 0 takes a free one. */
  readonly port?: number;
  /** Environment variables; nothing else of the process is looked at. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  readonly log?: LogOptions;
  /** Whether people sign in; `RIVULET_ACCOUNTS` when left out. That needs a database. */
  readonly accounts?: boolean;
  /**
   * Whether to start a PostgreSQL of our own for the history of runs, where `DATABASE_URL` names none; without one the
   * history is in memory.
   */
  readonly startsDatabase?: boolean;
  /** How long requests wait for a database that is away. */
  readonly databasePatience?: DatabasePatience;
  /** Is told in a sentence what takes its time before the server listens. */
  readonly tell?: (line: string) => void;
  /** The folder with the built studio. Without one, the root is a page that tells how the server is. */
  readonly studio?: string;
  /** The folder with the built application, for `/app`. */
  readonly client?: string;
  readonly limits?: Partial<RunServiceLimits>;
  /** How long {@link RivuletServer.stop} waits for runs to end before it cancels them, in milliseconds. */
  readonly grace?: number;
}

/** A server on a project folder. It starts once and stops once. */
export interface RivuletServer {
  /** `http://127.0.0.1:8080`; `undefined` while it does not listen. */
  readonly address: string | undefined;
  /**
   * The link with which the first administrator makes an account, on a server with accounts that has no administrator
   * yet. It can be used once, within an hour.
   */
  readonly firstAdministratorLink: string | undefined;
  /** What is wrong with the files of the project, as they were last read; none before the server listens. */
  readonly fileProblems: readonly Problem[];
  /**
   * Starts to serve; returns the address.
   *
   * @throws {ServerError} with what to do about it
   */
  start(): Promise<string>;
  /** Lets no new run in, waits for those under way, then ends everything that it has started. */
  stop(): Promise<void>;
}

/** Long enough for what waits on a service, short enough for whoever stops the server. */
const defaultGrace = 10_000;

/**
 * A server on a project folder: run API, authoring API, OpenAPI, and pages for people (interfaces.md, HTTP).
 *
 * @example
 * const server = createServer({ folder: "./shop", environment: process.env });
 * console.log(await server.start());
 * await server.stop();
 */
export function createServer(options: ServerOptions): RivuletServer {
  let running: Promise<RunningServer> | undefined;
  let stopping: Promise<void> | undefined;
  let address: string | undefined;
  let project: OpenProject | undefined;
  let firstAdministratorLink: string | undefined;
  return {
    get address() {
      return address;
    },
    get firstAdministratorLink() {
      return firstAdministratorLink;
    },
    get fileProblems() {
      return project?.latest.fileProblems ?? [];
    },
    async start() {
      running ??= startServer(options);
      const { services, ...started } = await running;
      ({ address, firstAdministratorLink } = started);
      ({ project } = services);
      return address;
    },
    stop() {
      stopping ??= (async () => {
        const server = await running?.catch(() => undefined);
        if (server) await stopServer(server, options.grace ?? defaultGrace);
        address = undefined;
      })();
      return stopping;
    },
  };
}
