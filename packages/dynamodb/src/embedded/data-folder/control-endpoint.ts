import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { closeServer, listenOnLoopback } from "@rivulet/supervision";
import type { EmbeddedDynamoDB } from "../embedded-dynamodb.ts";

export interface ControlEndpoint {
  readonly address: string;
  close(): Promise<void>;
}

/** The part of the embedded DynamoDB that other processes may ask for. */
export type Controlled = Pick<EmbeddedDynamoDB, "implementation" | "endpointFor" | "regions">;

/**
 * The door for other processes of the same user: `GET /` names the implementation and the running regions, `POST
 * /regions/<region>` answers with a region's endpoint and starts it when it must. It listens on 127.0.0.1 and answers
 * only to who knows the token of the lock file, so no web page and no other user gets in.
 */
export async function openControlEndpoint(token: string, controlled: Controlled): Promise<ControlEndpoint> {
  const respond = async (request: IncomingMessage, response: ServerResponse) => {
    const { status, body } = await answer(request, token, controlled);
    response.writeHead(status, { "content-type": "application/json", connection: "close" });
    response.end(JSON.stringify(body));
  };
  const server = createServer((request, response) => {
    request.resume();
    void respond(request, response);
  });
  const port = await listenOnLoopback(server, 0);
  return { address: `http://127.0.0.1:${port}`, close: () => closeServer(server) };
}

interface Answer {
  readonly status: 200 | 401 | 404 | 422;
  readonly body: object;
}

async function answer(request: IncomingMessage, token: string, controlled: Controlled): Promise<Answer> {
  if (request.headers.authorization !== `Bearer ${token}`) return { status: 401, body: {} };
  const region = /^\/regions\/([^/]+)$/.exec(request.url ?? "")?.[1];
  try {
    if (request.method === "GET" && request.url === "/") {
      const { implementation } = controlled;
      return { status: 200, body: { implementation, regions: await controlled.regions() } };
    }
    if (request.method === "POST" && region !== undefined) {
      return { status: 200, body: { endpoint: await controlled.endpointFor(region) } };
    }
    return { status: 404, body: {} };
  } catch (error) {
    return { status: 422, body: { message: (error as Error).message } };
  }
}
