import { createHash, createHmac } from "node:crypto";

/** A request as it arrived. */
export interface ArrivedRequest {
  readonly method: string;
  /** Path and query, as they stand in the request line. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

const hash = (text: string) => createHash("sha256").update(text).digest("hex");
const mac = (key: string | Buffer, text: string) => createHmac("sha256", key).update(text).digest();
const escaped = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/**
 * Whether a request is signed with a secret by Signature Version 4, judged from what arrived alone; written from the
 * description of the algorithm, apart from whatever signed it.
 */
export function isSignedWith(secret: string, { method, target, headers, body }: ArrivedRequest): boolean {
  const [path = "", query = ""] = target.split("?");
  const match = /^AWS4-HMAC-SHA256 Credential=[^/]+\/(\S+), SignedHeaders=(\S+), Signature=(\w+)$/.exec(
    headers["authorization"] ?? "",
  );
  const [, scope = "", names = "", signature = ""] = match ?? [];
  const [date = "", region = "", service = ""] = scope.split("/");
  const pairs = [...new URLSearchParams(query)].map(([name, value]) => `${escaped(name)}=${escaped(value)}`);
  const signed = names.split(";").map((name) => `${name}:${(headers[name] ?? "").trim()}\n`);
  const segments = path.split("/").map((segment) => (service === "s3" ? segment : escaped(segment)));
  const canonical = [
    method,
    segments.join("/"),
    pairs.sort().join("&"),
    signed.join(""),
    names,
    hash(body),
  ].join("\n");
  const content = ["AWS4-HMAC-SHA256", headers["x-amz-date"], scope, hash(canonical)].join("\n");
  const key = [date, region, service, "aws4_request"].reduce<string | Buffer>(mac, `AWS4${secret}`);
  return names.split(";").includes("host") && mac(key, content).toString("hex") === signature;
}
