import { createHash, type KeyObject, sign } from "node:crypto";
import type { ClientCertificate } from "../certificates/client-certificate.ts";

/** What IAM Roles Anywhere is asked for; the names are those of its API. */
export interface SessionBody {
  readonly profileArn: string;
  readonly roleArn: string;
  readonly trustAnchorArn: string;
  readonly sessionName?: string;
  readonly durationSeconds?: number;
}

/** A request that is to be signed. */
export interface UnsignedSession {
  readonly url: URL;
  readonly region: string;
  readonly body: SessionBody;
  readonly identity: ClientCertificate;
  readonly at: Date;
}

/** A signed request, ready for `fetch`. */
export interface SignedSession {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const hash = (text: string) => createHash("sha256").update(text).digest("hex");

const algorithms: Readonly<Record<string, string>> = {
  rsa: "AWS4-X509-RSA-SHA256",
  ec: "AWS4-X509-ECDSA-SHA256",
};

function algorithmOf({ asymmetricKeyType }: KeyObject): string {
  const algorithm = algorithms[asymmetricKeyType ?? "none"];
  if (algorithm === undefined)
    throw new Error(`Keys of type ${asymmetricKeyType} cannot sign; RSA and EC can.`);
  return algorithm;
}

/**
 * Signs the request for a session as IAM Roles Anywhere wants it: Signature Version 4 with the private key of a
 * certificate in place of a secret (reference aws.md A1). The certificate's serial number, in decimal, is the name of
 * the key.
 *
 * @example const { url, headers, body } = signSessionRequest({ url, region, body, identity, at: new Date() });
 */
export function signSessionRequest({ url, region, body, identity, at }: UnsignedSession): SignedSession {
  const { certificate, chain, key } = identity;
  const text = JSON.stringify(body);
  const time = at.toISOString().replace(/[-:]|\.\d{3}/g, "");
  const signed: Record<string, string> = {
    "content-type": "application/json",
    host: url.host,
    "x-amz-date": time,
    "x-amz-x509": certificate.raw.toString("base64"),
    ...(chain.length > 0
      ? { "x-amz-x509-chain": chain.map(({ raw }) => raw.toString("base64")).join(",") }
      : {}),
  };
  const names = Object.keys(signed).join(";");
  const lines = Object.entries(signed).map(([name, value]) => `${name}:${value}\n`);
  const canonical = ["POST", url.pathname, "", lines.join(""), names, hash(text)].join("\n");
  const scope = `${time.slice(0, 8)}/${region}/rolesanywhere/aws4_request`;
  const algorithm = algorithmOf(key);
  const toSign = [algorithm, time, scope, hash(canonical)].join("\n");
  const signature = sign("sha256", Buffer.from(toSign), key).toString("hex");
  const credential = `${BigInt(`0x${certificate.serialNumber}`)}/${scope}`;
  const authorization = `${algorithm} Credential=${credential}, SignedHeaders=${names}, Signature=${signature}`;
  const { host: _, ...headers } = signed;
  return { url: url.href, headers: { ...headers, authorization }, body: text };
}
