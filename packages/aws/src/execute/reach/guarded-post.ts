import { type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { FlowError } from "@rivulet/runtime";
import { addressKind } from "./address-kind.ts";
import { addressIn } from "./checked-endpoint.ts";
import { guardedLookup } from "./guarded-lookup.ts";

/** The most that is read of an answer, in bytes: keys are a few hundred. */
const largestAnswer = 1_000_000;

/** What is sent. */
export interface GuardedPost {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly signal: AbortSignal;
}

/** What came back. */
export interface PostAnswer {
  readonly status: number;
  readonly statusText: string;
  readonly headers: IncomingMessage["headers"];
  readonly text: string;
}

/**
 * Posts to an address of a service that is called without the AWS SDK, under the same guard: the addresses behind the name
 * are looked at for the connection that is made, which goes to one of them, and no redirect is followed.
 */
export function guardedPost({ url, headers, body, signal }: GuardedPost): Promise<PostAnswer> {
  const address = addressIn(url);
  // Nobody looks an address up.
  if (address !== undefined && addressKind(address) === "forbidden") {
    const message = `${url.origin} is never called: the address belongs to the network of a cloud or to no single machine.`;
    return Promise.reject(
      new FlowError({ code: "endpoint-refused", message, details: { endpoint: url.href } }),
    );
  }
  const request = url.protocol === "http:" ? requestHttp : requestHttps;
  return new Promise((resolve, reject) => {
    const options = { method: "POST", headers, signal, lookup: guardedLookup, agent: false } as const;
    const sent = request(url, options, (response) => void answerOf(response).then(resolve, reject));
    sent.on("error", reject);
    sent.end(body);
  });
}

async function answerOf(response: IncomingMessage): Promise<PostAnswer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response) {
    size += (chunk as Buffer).length;
    if (size > largestAnswer) throw new Error(`The answer has more than ${largestAnswer} bytes.`);
    chunks.push(chunk as Buffer);
  }
  const { statusCode: status = 0, statusMessage: statusText = "", headers } = response;
  return { status, statusText, headers, text: Buffer.concat(chunks).toString() };
}
