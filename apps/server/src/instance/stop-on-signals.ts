import { once } from "node:events";
import type { RivuletServer } from "../create-server.ts";

/**
 * Stops the server when the process is told to end (SIGTERM, SIGINT); resolves when it has stopped. A second signal
 * ends the process at once.
 *
 * @example
 * await server.start();
 * await stopOnSignals(server);
 */
export async function stopOnSignals(server: RivuletServer): Promise<void> {
  const heard = new AbortController();
  const { signal } = heard;
  await Promise.race([once(process, "SIGTERM", { signal }), once(process, "SIGINT", { signal })]);
  heard.abort();
  await server.stop();
}
