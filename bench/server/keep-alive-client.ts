import { connect, type Socket } from "node:net";

/** What is asked again and again. */
export interface RepeatedRequest {
  readonly address: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

function printRequest({ address, path, headers = {}, body }: RepeatedRequest): string {
  const lines = Object.entries({
    host: new URL(address).host,
    "content-type": "application/json",
    "content-length": String(Buffer.byteLength(body)),
    ...headers,
  }).map(([name, value]) => `${name}: ${value}`);
  return `POST ${path} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n${body}`;
}

/** One connection that asks the same again and again: so little work that the server is what is measured. */
export class KeepAliveClient {
  readonly #socket: Socket;
  readonly #request: string;
  #received = "";
  #answered: ((error?: Error) => void) | undefined;

  private constructor(socket: Socket, request: string) {
    this.#socket = socket;
    this.#request = request;
    socket.setEncoding("latin1");
    socket.on("data", (text: string) => this.#take(text));
    socket.on("close", () => this.#answered?.(new Error("The server closed the connection.")));
  }

  static async connect(request: RepeatedRequest): Promise<KeepAliveClient> {
    const { hostname, port } = new URL(request.address);
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    await new Promise<void>((resolve, reject) => {
      socket.once("connect", resolve);
      socket.once("error", reject);
    });
    return new KeepAliveClient(socket, printRequest(request));
  }

  /** Asks once, and resolves when the whole answer is there. Anything but 200 is an error. */
  call(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#answered = (error) => (error ? reject(error) : resolve());
      this.#socket.write(this.#request);
    });
  }

  close(): void {
    this.#answered = undefined;
    this.#socket.destroy();
  }

  #take(text: string): void {
    this.#received += text;
    const headEnd = this.#received.indexOf("\r\n\r\n");
    if (headEnd < 0) return;
    const head = this.#received.slice(0, headEnd);
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1]);
    if (this.#received.length < headEnd + 4 + length) return;
    const body = this.#received.slice(headEnd + 4);
    this.#received = "";
    const isCompleted = head.startsWith("HTTP/1.1 200") && body.includes('"status":"completed"');
    this.#answered?.(
      isCompleted ? undefined : new Error(`The call was not answered as expected: ${head} ${body}`),
    );
  }
}

/** So many connections. */
export function connectMany(request: RepeatedRequest, count: number): Promise<KeepAliveClient[]> {
  return Promise.all(Array.from({ length: count }, () => KeepAliveClient.connect(request)));
}
