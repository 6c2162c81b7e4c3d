import { type RawAnswer, rawRequest, sendRaw } from "../http/raw-request.test-support.ts";

/** A request that is written by hand, as an attacker would. */
export interface RawCall {
  readonly method: string;
  readonly path: string;
  readonly headers?: readonly string[];
  readonly body?: string;
}

/** Sends a request with the right Host and, where there is a body, as JSON unless a content type is given. */
export function call(address: string, { method, path, headers = [], body }: RawCall): Promise<RawAnswer> {
  const own = [`Host: ${new URL(address).host}`, ...headers];
  if (body !== undefined) {
    if (!headers.some((header) => /^content-type:/i.test(header))) own.push("Content-Type: application/json");
    own.push(`Content-Length: ${Buffer.byteLength(body)}`);
  }
  return sendRaw(address, rawRequest(`${method} ${path}`, own, body));
}
