import type { JsonObject, JsonValue } from "@rivulet/model";
import type { ProjectSketch } from "@rivulet/testkit";
import { createServer, type ServerOptions } from "./create-server.ts";
import { shop, temporaryProject } from "./sample-project.test-support.ts";

/** An answer with its body read. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: JsonObject;
}

/** A real server on a real port with a project of its own. */
export interface TestServer extends AsyncDisposable {
  readonly address: string;
  readonly folder: string;
  get(path: string): Promise<Answer>;
  send(method: "POST" | "PUT" | "PATCH", path: string, body?: JsonValue): Promise<Answer>;
  /** Runs a microflow of the module Sales. */
  run(microflow: string, body?: JsonObject, query?: string): Promise<Answer>;
}

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text();
  const { status, headers } = response;
  return { status, headers, body: text === "" ? {} : (JSON.parse(text) as JsonObject) };
}

/** Starts a server on the sample project; it and its folder go at the end of the block. */
export async function startTestServer(
  options: Partial<ServerOptions> = {},
  sketch: ProjectSketch = shop,
): Promise<TestServer> {
  const project = await temporaryProject(sketch);
  const { folder } = project;
  const server = createServer({ folder, port: 0, environment: {}, log: { level: "silent" }, ...options });
  const address = await server.start();
  const get = async (path: string) => answerOf(await fetch(address + path));
  const send: TestServer["send"] = async (method, path, body) => {
    const content = { headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
    return answerOf(await fetch(address + path, { method, ...(body === undefined ? {} : content) }));
  };
  return {
    address,
    folder,
    get,
    send,
    run: (microflow, body = {}, query = "") =>
      send("POST", `/api/v1/microflows/Sales.${microflow}/runs${query}`, body),
    async [Symbol.asyncDispose]() {
      await server.stop();
      await project[Symbol.asyncDispose]();
    },
  };
}

/** The events of a stream until it ends. */
export async function readEvents(
  response: Response,
): Promise<{ event: string; id?: string; data: JsonObject }[]> {
  const blocks = (await response.text())
    .split("\n\n")
    .filter((block) => block.startsWith("id:") || block.startsWith("event:"));
  return blocks.map((block) => {
    const fields = new Map(
      block.split("\n").map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 2)]),
    );
    const id = fields.get("id");
    const data = JSON.parse(fields.get("data") ?? "null") as JsonObject;
    return { event: fields.get("event") ?? "", ...(id === undefined ? {} : { id }), data };
  });
}
