import { randomBytes } from "node:crypto";
import { crc32 } from "node:zlib";
import type { Answer } from "./target.ts";

/** An answer in AWS JSON 1.0 with the headers that DynamoDB sends. */
export function jsonAnswer(status: number, content: Readonly<Record<string, unknown>>): Answer {
  const body = Buffer.from(JSON.stringify(content));
  const headers = { "content-type": "application/x-amz-json-1.0", "x-amzn-requestid": requestId() };
  return { status, headers: { ...headers, ...checksum(body) }, body };
}

/** The same answer with another content, and the checksum to go with it. */
export function withContent(
  answer: Answer,
  change: (content: Readonly<Record<string, unknown>>) => object,
): Answer {
  const content = JSON.parse(answer.body.toString()) as Readonly<Record<string, unknown>>;
  const body = Buffer.from(JSON.stringify(change(content)));
  return { ...answer, headers: { ...answer.headers, ...checksum(body) }, body };
}

function checksum(body: Buffer): Readonly<Record<string, string>> {
  return { "x-amz-crc32": String(crc32(body)) };
}

/** Fifty-two capital letters and digits, as DynamoDB's. */
function requestId(): string {
  return randomBytes(26).toString("hex").toUpperCase();
}
