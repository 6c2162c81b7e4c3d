import { createHash, verify, X509Certificate } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A request that the endpoint received, judged. */
export interface ReceivedSession {
  readonly isSigned: boolean;
  readonly algorithm: string;
  readonly credential: string;
  readonly certificates: readonly string[];
  readonly body: Readonly<Record<string, unknown>>;
}

/** What the endpoint answers instead of a session. */
export interface Refusal {
  readonly status: number;
  readonly type: string;
  readonly message: string;
}

/** An endpoint of IAM Roles Anywhere: gives sessions to whoever signs as the service wants it, to nobody else. */
export interface RolesAnywhereEndpoint {
  readonly url: string;
  readonly received: ReceivedSession[];
  /** Answers that come first, one for each request. */
  readonly refusals: Refusal[];
  /** How long keys are valid, in milliseconds. */
  validity: number;
  stop(): Promise<void>;
}

const hash = (text: string) => createHash("sha256").update(text).digest("hex");
const digestOf: Readonly<Record<string, string>> = {
  "AWS4-X509-RSA-SHA256": "rsa",
  "AWS4-X509-ECDSA-SHA256": "ec",
};

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

const certificateIn = (base64: string) => new X509Certificate(Buffer.from(base64, "base64"));

/** Checks a signature from what arrived alone, as the service would. */
function judge(request: IncomingMessage, text: string): ReceivedSession {
  const header = (name: string) => String(request.headers[name] ?? "");
  const match = /^(\S+) Credential=(\S+), SignedHeaders=(\S+), Signature=([0-9a-f]+)$/.exec(
    header("authorization"),
  );
  const [, algorithm = "", credential = "", names = "", signature = ""] = match ?? [];
  const [serial, ...scope] = credential.split("/");
  const signed = names.split(";").map((name) => `${name}:${header(name)}\n`);
  const canonical = ["POST", request.url, "", signed.join(""), names, hash(text)].join("\n");
  const time = header("x-amz-date");
  const content = [algorithm, time, scope.join("/"), hash(canonical)].join("\n");
  const certificate = certificateIn(header("x-amz-x509"));
  const chain = header("x-amz-x509-chain")
    .split(",")
    .filter((each) => each !== "");
  const isSigned =
    request.method === "POST" &&
    request.url === "/sessions" &&
    certificate.publicKey.asymmetricKeyType === digestOf[algorithm] &&
    BigInt(`0x${certificate.serialNumber}`).toString() === serial &&
    Math.abs(Date.now() - dateOf(time)) < 5 * 60_000 &&
    scope.join("/") === `${time.slice(0, 8)}/eu-central-1/rolesanywhere/aws4_request` &&
    ["content-type", "host", "x-amz-date", "x-amz-x509"].every((name) => names.split(";").includes(name)) &&
    (chain.length === 0 || names.split(";").includes("x-amz-x509-chain")) &&
    verify("sha256", Buffer.from(content), certificate.publicKey, Buffer.from(signature, "hex"));
  const certificates = [certificate, ...chain.map(certificateIn)].map(({ subject }) => subject);
  return { isSigned, algorithm, credential, certificates, body: JSON.parse(text) };
}

function dateOf(time: string): number {
  return Date.parse(time.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"));
}

/** Starts the endpoint on a free port of this machine. */
export async function startRolesAnywhere(): Promise<RolesAnywhereEndpoint> {
  const received: ReceivedSession[] = [];
  const refusals: Refusal[] = [];
  const wrong: Refusal = {
    status: 403,
    type: "AccessDeniedException",
    message: "Unable to validate the signature",
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const judged = judge(request, await textOf(request));
    received.push(judged);
    const refusal = refusals.shift() ?? (judged.isSigned ? undefined : wrong);
    response.writeHead(refusal?.status ?? 201, {
      "content-type": "application/json",
      ...(refusal ? { "x-amzn-errortype": `${refusal.type}:http://internal.amazon.com/` } : {}),
      "x-amzn-requestid": "request-1",
    });
    const session = sessionOf(received.length, endpoint.validity);
    response.end(JSON.stringify(refusal ? { message: refusal.message } : session));
  };

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  const endpoint: RolesAnywhereEndpoint = {
    url: `http://127.0.0.1:${port}`,
    received,
    refusals,
    validity: 60 * 60_000,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
      }),
  };
  return endpoint;
}

function sessionOf(number: number, validity: number): object {
  const credentials = {
    accessKeyId: `ASIA${number}`,
    secretAccessKey: "temporary secret",
    sessionToken: "temporary token",
    expiration: new Date(Date.now() + validity).toISOString(),
  };
  return { credentialSet: [{ credentials }], subjectArn: "arn:subject" };
}
