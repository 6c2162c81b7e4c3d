import { once } from "node:events";
import type { Server } from "node:net";

/**
 * Listens on 127.0.0.1 and answers with the port; 0 asks for any free one. The server does not keep the process alive.
 */
export async function listenOnLoopback(server: Server, port: number): Promise<number> {
  server.listen(port, "127.0.0.1").unref();
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("A TCP server has no port.");
  return address.port;
}

/** Stops listening and, for an HTTP server, breaks off what is under way. */
export async function closeServer(server: Server & { closeAllConnections?(): void }): Promise<void> {
  if (!server.listening) return;
  const closed = once(server, "close");
  server.close();
  server.closeAllConnections?.();
  await closed;
}
