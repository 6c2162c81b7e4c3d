import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { closedInAnyCase } from "./left-open.ts";
import type { SubjectReply, SubjectRequest } from "./subject-protocol.ts";

const program = fileURLToPath(new URL("subject-main.ts", import.meta.url));

/** A child process that holds prepared subjects; everything it is asked runs there and nothing else does. */
export class SubjectProcess {
  readonly #child: ChildProcess;
  /** Ends the process and waits until it is gone. */
  readonly close: () => Promise<void>;

  /** `nodeOptions` are options of Node for the process. */
  constructor(nodeOptions: readonly string[] = []) {
    // Without the source condition: what is measured is the built code that users run.
    const execArgv = ["--expose-gc", ...nodeOptions];
    this.#child = fork(program, { execArgv, stdio: ["ignore", "ignore", "inherit", "ipc"] });
    this.close = closedInAnyCase(() => this.#end());
  }

  /** Asks and waits for the figure. Throws with the subject's own stack when it fails, or when the process ends. */
  ask(request: SubjectRequest): Promise<number> {
    const child = this.#child;
    return new Promise((resolve, reject) => {
      const onMessage = (reply: SubjectReply): void => {
        child.off("exit", onExit);
        if ("failure" in reply) reject(new Error(reply.failure));
        else resolve(reply.value);
      };
      const onExit = (): void => {
        child.off("message", onMessage);
        reject(new Error(`the subject process ended while it was asked for "${request.ask}"`));
      };
      child.once("message", onMessage);
      child.once("exit", onExit);
      child.send(request);
    });
  }

  async #end(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    this.#child.kill("SIGKILL");
    await once(this.#child, "exit");
  }
}
