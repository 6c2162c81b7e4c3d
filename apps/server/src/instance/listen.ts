import type { AddressInfo } from "node:net";
import type { FastifyInstance } from "fastify";
import { type BindAddress, urlHost } from "./bind-address.ts";
import { ServerError } from "./server-error.ts";

/**
 * Starts to listen; returns the address, with the port that was really taken.
 *
 * @throws {ServerError} `port-taken`
 */
export async function listen(application: FastifyInstance, { host, port }: BindAddress): Promise<string> {
  try {
    await application.listen({ host, port });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    const message = `Port ${port} of ${host} is taken by another program. Choose another one: --port, or the environment variable PORT.`;
    throw new ServerError("port-taken", message);
  }
  const { port: taken } = application.server.address() as AddressInfo;
  return `http://${urlHost(host)}:${taken}`;
}
