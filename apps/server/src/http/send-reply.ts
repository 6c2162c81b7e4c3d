import { Readable } from "node:stream";
import { constants, createBrotliCompress } from "node:zlib";
import { unreachable } from "@rivulet/values";
import type { FastifyReply, FastifyRequest } from "fastify";
import { printEvents } from "./event-stream.ts";
import { problemMediaType } from "./http-problem.ts";
import { problemOfError } from "./problem-of-error.ts";
import type { Reply } from "./reply.ts";
import { securityHeaders } from "./security-headers.ts";

/** Sends what a handler answered. */
export function sendReply(answer: Reply, reply: FastifyReply): FastifyReply {
  switch (answer.kind) {
    case "json":
      return sendJson(answer, reply);
    case "text":
      return reply
        .code(answer.status)
        .headers(answer.headers ?? {})
        .type(answer.mediaType)
        .send(answer.text);
    case "file":
      return sendFile(answer, reply);
    case "nothing":
      return reply.code(204).send();
    case "events":
      return reply
        .code(200)
        .type("text/event-stream")
        .send(Readable.from(printEvents(answer.events)));
    default:
      return unreachable(answer);
  }
}

/** A tenth of the size in some milliseconds, which the thread of requests does not spend. */
const compression = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

function acceptsBrotli({ request }: FastifyReply): boolean {
  return /\bbr\b/.test(request.headers["accept-encoding"] ?? "");
}

function sendJson(answer: Extract<Reply, { kind: "json" }>, reply: FastifyReply): FastifyReply {
  const text = JSON.stringify(answer.body);
  reply
    .code(answer.status)
    .headers(answer.headers ?? {})
    .type("application/json; charset=utf-8");
  if (!answer.isCompressible) return reply.send(text);
  reply.header("vary", "accept-encoding");
  if (!acceptsBrotli(reply)) return reply.send(text);
  const compressor = createBrotliCompress(compression);
  compressor.end(text);
  return reply.header("content-encoding", "br").send(compressor);
}

function sendFile(file: Extract<Reply, { kind: "file" }>, reply: FastifyReply): FastifyReply {
  const compressed = acceptsBrotli(reply) ? file.brotli : undefined;
  reply
    .code(200)
    .headers({ ...file.headers, vary: "accept-encoding" })
    .type(file.mediaType);
  if (compressed) reply.header("content-encoding", "br");
  return reply.send(Buffer.from(compressed ?? file.bytes));
}

/** Answers a failure with its problem document, and logs what nobody expected. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const problem = problemOfError(error);
  if (problem.code === "internal-error") request.log.error({ err: error }, "a request failed");
  if (problem.code === "database-away") request.log.warn({ err: error }, "the database does not answer");
  reply
    .code(problem.status)
    .headers({ ...securityHeaders, "x-request-id": request.id, ...problem.headers })
    .type(problemMediaType)
    .send(JSON.stringify(problem.toDocument(request.id)));
}
