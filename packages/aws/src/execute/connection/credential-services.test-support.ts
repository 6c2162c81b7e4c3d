import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** A request that one of the services got. */
export interface AskedForKeys {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What one of the services answers; `undefined` for a request that it does not know. */
type Answer = (asked: AskedForKeys) => string | undefined;

const expires = () => new Date(Date.now() + 60 * 60_000);

/** The Security Token Service, which speaks XML. */
function tokenService({ body }: AskedForKeys): string | undefined {
  const action = new URLSearchParams(body).get("Action");
  const key = { AssumeRole: "ASIAROLE", AssumeRoleWithWebIdentity: "ASIAWEB" }[action ?? ""];
  if (key === undefined) return undefined;
  return `<${action}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><${action}Result><Credentials><AccessKeyId>${key}</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>${expires().toISOString()}</Expiration></Credentials></${action}Result></${action}Response>`;
}

function singleSignOn({ target }: AskedForKeys): string | undefined {
  if (!target.startsWith("/federation/credentials")) return undefined;
  const roleCredentials = { accessKeyId: "ASIASSO", secretAccessKey: "s", sessionToken: "t" };
  return JSON.stringify({ roleCredentials: { ...roleCredentials, expiration: expires().getTime() } });
}

const keysOfMachine = (AccessKeyId: string) =>
  JSON.stringify({
    Code: "Success",
    AccessKeyId,
    SecretAccessKey: "s",
    Token: "t",
    Expiration: expires().toISOString(),
  });

const container: Answer = ({ target }) => (target === "/box" ? keysOfMachine("ASIABOX") : undefined);

/** The metadata of an instance: first a token for asking, then the name of its role, then the keys of that role. */
function instance({ method, target }: AskedForKeys): string | undefined {
  const roles = "/latest/meta-data/iam/security-credentials/";
  if (method === "PUT" && target === "/latest/api/token") return "metadata-token";
  if (target === roles) return "box-role";
  return target === `${roles}box-role` ? keysOfMachine("ASIAINST") : undefined;
}

const answers: readonly Answer[] = [tokenService, singleSignOn, container, instance];

/** The services of AWS that hand out keys, all at one address of this machine; what they were asked is kept. */
export class CredentialServices {
  readonly asked: AskedForKeys[] = [];
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => {
      let body = "";
      request.on("data", (chunk: Buffer) => (body += chunk.toString()));
      request.on("end", () => {
        const { method = "", url: target = "", headers } = request;
        const asked = { method, target, headers, body };
        this.asked.push(asked);
        const text = answers.map((answer) => answer(asked)).find((each) => each !== undefined);
        const type = text?.startsWith("<") ? "text/xml" : "application/json";
        response.writeHead(text === undefined ? 404 : 200, { "content-type": type });
        response.end(text ?? "{}");
      });
    });
  }

  /** @returns the address */
  async start(): Promise<string> {
    await new Promise<void>((resolve) => {
      this.#server.listen(0, "127.0.0.1", resolve);
    });
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
