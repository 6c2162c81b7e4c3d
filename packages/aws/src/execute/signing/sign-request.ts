import { createHash, createHmac, type Hash, type Hmac } from "node:crypto";
import { SignatureV4 } from "@smithy/signature-v4";
import type { AwsKeys } from "../credentials/aws-keys.ts";

/** A request that is to be signed. */
export interface RequestToSign {
  readonly service: string;
  readonly region: string;
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: string;
  readonly keys: AwsKeys;
  readonly at: Date;
}

/** SHA-256 in the form in which the signer takes it; Node's own is faster than any in JavaScript. */
class Sha256 {
  readonly #hash: Hash | Hmac;

  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#hash = secret === undefined ? createHash("sha256") : createHmac("sha256", bytes(secret));
  }

  update(data: string | ArrayBuffer | ArrayBufferView): void {
    this.#hash.update(bytes(data));
  }

  async digest(): Promise<Uint8Array> {
    return new Uint8Array(this.#hash.digest());
  }
}

function bytes(data: string | ArrayBuffer | ArrayBufferView): Buffer {
  if (typeof data === "string") return Buffer.from(data);
  return ArrayBuffer.isView(data)
    ? Buffer.from(data.buffer, data.byteOffset, data.byteLength)
    : Buffer.from(data);
}

/** The headers of a request with its signature among them (Signature Version 4), by lower-case name. */
export async function signRequest(request: RequestToSign): Promise<Readonly<Record<string, string>>> {
  const { service, region, method, url, headers, query, body, keys, at } = request;
  const signer = new SignatureV4({
    service,
    region,
    credentials: keys,
    sha256: Sha256,
    // S3 takes paths as they are, all others want them escaped once more.
    uriEscapePath: service !== "s3",
  });
  const signed = await signer.sign(
    {
      method,
      protocol: url.protocol,
      hostname: url.hostname,
      path: url.pathname,
      query: { ...query },
      headers: { ...headers, host: url.host },
      body,
    },
    { signingDate: at },
  );
  return signed.headers;
}
