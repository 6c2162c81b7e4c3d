import { connect } from "node:net";

/** An answer to bytes written by hand. */
export interface RawAnswer {
  readonly status: number;
  readonly head: string;
  readonly body: string;
}

/** Sends bytes as they are, for what `fetch` refuses to send: forged Host headers, broken requests. */
export async function sendRaw(address: string, request: string): Promise<RawAnswer> {
  const { hostname, port } = new URL(address);
  const socket = connect(Number(port), hostname);
  const chunks: Buffer[] = [];
  socket.on("data", (chunk) => chunks.push(chunk));
  // The server may end the connection while we still write; what it answered before counts.
  socket.on("error", () => {});
  socket.write(request);
  await new Promise<void>((resolve) => void socket.once("close", () => resolve()));
  const text = Buffer.concat(chunks).toString();
  const [head = "", ...body] = text.split("\r\n\r\n");
  return { status: Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0), head, body: body.join("\r\n\r\n") };
}

/** A request as text, with `Connection: close`. */
export function rawRequest(line: string, headers: readonly string[], body = ""): string {
  return [`${line} HTTP/1.1`, "Connection: close", ...headers, "", body].join("\r\n");
}
