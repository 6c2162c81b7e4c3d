import { setTimeout as delay } from "node:timers/promises";
import type { FastifyInstance } from "fastify";

/** A client that does not take its answer is cut off after so long, in milliseconds. */
const patience = 3_000;
const pause = 20;

/** Lets nobody in any more, and ends when the last answer has been sent. */
export async function closeApplication(application: FastifyInstance): Promise<void> {
  const { server } = application;
  const closing = application.close().then(() => "closed" as const);
  const giveUp = Date.now() + patience;
  for (;;) {
    // Connections that were busy when closing began stay open for another request unless they are closed here.
    server.closeIdleConnections();
    if ((await Promise.race([closing, delay(pause, "waiting" as const)])) === "closed") return;
    if (Date.now() > giveUp) server.closeAllConnections();
  }
}
