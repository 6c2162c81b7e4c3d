import { createServer } from "node:net";
import { closeServer, listenOnLoopback } from "./loopback-server.ts";

/**
 * A TCP port of 127.0.0.1 that was free a moment ago. Another process may take it before the caller does, so the
 * caller must be ready to ask again.
 *
 * @param wanted this one, if it is free
 */
export async function freePort(wanted = 0): Promise<number> {
  return (await portIfFree(wanted)) ?? (await portIfFree(0)) ?? 0;
}

async function portIfFree(wanted: number): Promise<number | undefined> {
  const server = createServer();
  try {
    const port = await listenOnLoopback(server, wanted);
    await closeServer(server);
    return port;
  } catch (error) {
    if (wanted === 0) throw error;
    return undefined;
  }
}
