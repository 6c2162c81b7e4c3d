import { createServer } from "node:net";
import { closeServer, listenOnLoopback } from "./loopback-server.ts";

/**
 * A TCP port of 127.0.0.1 that was free a moment ago. Another process may take it before the caller does, so the
 * caller must be ready to ask again.
 */
export async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listenOnLoopback(server, 0);
  await closeServer(server);
  return port;
}
