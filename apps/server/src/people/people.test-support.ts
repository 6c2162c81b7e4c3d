import { chmod, mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { JsonObject, JsonValue } from "@rivulet/model";
import { namedTestDatabase, type ProjectSketch } from "@rivulet/testkit";
import { createServer, type ServerOptions } from "../create-server.ts";
import { temporaryProject } from "../sample-project.test-support.ts";
import type { Answer } from "../test-server.test-support.ts";

/** A password that everybody in the tests has. */
export const testPassword = "Tea-at-4-with-Mary";

/** The beginning of an answer. */
interface Head {
  readonly status: number;
  readonly code: string | undefined;
  readonly location: string | undefined;
}

/** A caller of a server: a browser that keeps its cookie, or a program with its key. */
export class Client {
  readonly #address: string;
  readonly #key: string | undefined;
  #cookie = "";
  /** What the browser keeps after somebody has signed in there. */
  #browser = "";

  constructor(address: string, key?: string) {
    this.#address = address;
    this.#key = key;
  }

  /** The header that last made the browser keep a cookie. */
  get cookie(): string {
    return this.#cookie;
  }

  set cookie(header: string) {
    this.#cookie = header;
  }

  async send(method: string, path: string, body?: JsonValue): Promise<Answer> {
    const response = await fetch(this.#address + path, {
      method,
      redirect: "manual",
      headers: {
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...this.#who(),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const [cookie, browser] = response.headers.getSetCookie();
    if (cookie !== undefined) this.#cookie = cookie;
    if (browser !== undefined) this.#browser = browser;
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.includes("json") === true;
    const { status, headers } = response;
    return { status, headers, body: isJson ? (JSON.parse(text) as JsonObject) : {} };
  }

  /** How a request is answered, of which nobody reads the rest: it may be a stream. */
  async head(method: string, path: string): Promise<Head> {
    const response = await fetch(this.#address + path, { method, redirect: "manual", headers: this.#who() });
    const isProblem = response.headers.get("content-type")?.startsWith("application/problem+json") === true;
    const { code } =
      isProblem && method !== "HEAD" ? ((await response.json()) as { code: string }) : { code: undefined };
    await response.body?.cancel().catch(() => undefined);
    const [cookie] = response.headers.getSetCookie();
    if (cookie !== undefined) this.#cookie = cookie;
    return { status: response.status, code, location: response.headers.get("location") ?? undefined };
  }

  #who(): Record<string, string> {
    const cookies = [this.#cookie, this.#browser].filter((each) => each !== "");
    return {
      ...(cookies.length === 0 ? {} : { cookie: cookies.map((each) => each.split(";")[0]).join("; ") }),
      ...(this.#key === undefined ? {} : { authorization: `Bearer ${this.#key}` }),
    };
  }

  get(path: string): Promise<Answer> {
    return this.send("GET", path);
  }

  /** The status of an answer, with the code of its problem. */
  async outcome(method: string, path: string, body?: JsonValue): Promise<string> {
    const answer = await this.send(method, path, body);
    return [answer.status, answer.body["code"]].filter((part) => part !== undefined).join(" ");
  }

  signIn(email: string, password = testPassword): Promise<Answer> {
    return this.send("POST", "/api/v1/session", { email, password });
  }
}

/** What administrators decide about a person of the tests. */
export interface TestPerson {
  readonly name: string;
  readonly authoring?: string;
  readonly userRoles?: readonly string[];
}

/** A server with accounts and a real database of its own. */
export interface PeopleServer extends AsyncDisposable {
  readonly address: string;
  readonly folder: string;
  readonly firstLink: string | undefined;
  /** Somebody who has not signed in, or a program with a key. */
  client(key?: string): Client;
  /** The first administrator, made with the one-time link, or signed in. */
  administrator(): Promise<Client>;
  /** A person who was made by the administrator and has signed in. */
  person(person: TestPerson): Promise<Client & { readonly id: string }>;
}

/** The token in a one-time link. */
export function tokenOf(link: JsonValue | undefined): string {
  return String(link).split("#link=")[1] ?? "";
}

/** The address of somebody of this name. */
export const emailOf = (name: string) => `${name.toLowerCase().replaceAll(" ", ".")}@example.org`;

/** Starts a server with accounts; it, its database and its folder go at the end of the block. */
export async function startPeopleServer(
  sketch: ProjectSketch,
  options: Partial<ServerOptions> = {},
): Promise<PeopleServer> {
  const project = await temporaryProject(sketch);
  const { folder } = project;
  // So that the account of PostgreSQL may enter, and nothing is left elsewhere.
  await chmod(folder, 0o755);
  await mkdir(join(folder, ".rivulet"), { recursive: true });
  await chmod(join(folder, ".rivulet"), 0o755);
  const database = await namedTestDatabase();
  const server = createServer({
    folder,
    port: 0,
    log: { level: "silent" },
    accounts: true,
    startsDatabase: true,
    ...options,
    environment: { ...(database && { DATABASE_URL: database.url }), ...options.environment },
  });
  const address = await server.start();
  const firstLink = server.firstAdministratorLink;
  const client = (key?: string) => new Client(address, key);
  let administrator: Promise<Client> | undefined;
  const makeAdministrator = async () => {
    const ada = client();
    const form = { name: "Ada Administrator", email: "ada@example.org", password: testPassword };
    const made = await ada.send("POST", "/api/v1/one-time-links/use", { ...form, token: tokenOf(firstLink) });
    if (made.status !== 200) throw new Error(JSON.stringify(made.body));
    return ada;
  };
  return {
    address,
    folder,
    firstLink,
    client,
    administrator: () => (administrator ??= makeAdministrator()),
    async person({ name, authoring = "none", userRoles = [] }) {
      administrator ??= makeAdministrator();
      const facts = { name, email: emailOf(name), authoring, userRoles: [...userRoles] };
      const added = await (await administrator).send("POST", "/api/v1/people", facts);
      const person = client();
      const token = tokenOf(added.body["link"]);
      const used = await person.send("POST", "/api/v1/one-time-links/use", { token, password: testPassword });
      if (used.status !== 200) throw new Error(JSON.stringify([added.body, used.body]));
      return Object.assign(person, { id: String(added.body["id"]) });
    },
    async [Symbol.asyncDispose]() {
      await server.stop();
      await database?.[Symbol.asyncDispose]();
      await project[Symbol.asyncDispose]();
    },
  };
}
