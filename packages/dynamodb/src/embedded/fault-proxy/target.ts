import { Agent, type IncomingHttpHeaders, type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps, Agent as SecureAgent } from "node:https";

/** A complete answer of a DynamoDB. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

interface Question {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly signal: AbortSignal;
}

/** The DynamoDB behind the proxy. Connections to it are kept open until it is closed. */
export interface Target {
  /** Rejects when it cannot be reached or breaks off. */
  ask(question: Question): Promise<Answer>;
  close(): void;
}

export function connectTarget(endpoint: string | URL): Target {
  const url = new URL(endpoint);
  const isSecure = url.protocol === "https:";
  const agent = isSecure ? new SecureAgent({ keepAlive: true }) : new Agent({ keepAlive: true });
  const request = isSecure ? requestHttps : requestHttp;
  return {
    close: () => agent.destroy(),
    ask: ({ method, path, headers, body, signal }) =>
      new Promise((resolve, reject) => {
        const own = { ...withoutConnectionHeaders(headers), "content-length": String(body.length) };
        const asked = request(new URL(path, url), { method, headers: own, agent, signal });
        asked.on("error", reject);
        asked.on("response", (response) => {
          readAll(response).then((read) => {
            return resolve({ status: response.statusCode ?? 502, headers: response.headers, body: read });
          }, reject);
        });
        asked.end(body);
      }),
  };
}

/** Reads a message to its end. Rejects when it breaks off. */
export async function readAll(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const connectionHeaders = new Set([
  "connection",
  "keep-alive",
  "transfer-encoding",
  "content-length",
  "expect",
]);

/** What one connection says about itself is not handed on to the next one. */
export function withoutConnectionHeaders(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !connectionHeaders.has(name)));
}
