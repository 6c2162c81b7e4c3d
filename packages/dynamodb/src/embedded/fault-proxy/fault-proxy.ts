import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import { closeServer, listenOnLoopback } from "@rivulet/supervision";
import { awsErrorAnswer } from "./aws-errors.ts";
import { type DynamoDBRequest, readRequest } from "./dynamodb-request.ts";
import type { Fault, FaultRule } from "./fault-rule.ts";
import { jsonAnswer, withContent } from "./json-answer.ts";
import { RuleBook } from "./rule-book.ts";
import { splitBatch } from "./split-batch.ts";
import { type Answer, connectTarget, readAll, type Target, withoutConnectionHeaders } from "./target.ts";

export interface FaultProxyOptions {
  /** The DynamoDB behind it, for example an embedded region's endpoint. */
  readonly target: string | URL;
  readonly rules?: readonly FaultRule[];
}

/** A request that the proxy has seen, and what it did to it. */
export interface RecordedRequest extends DynamoDBRequest {
  readonly delayMilliseconds: number;
  readonly fault: Fault | undefined;
}

/** A DynamoDB that fails when it is told to, for tests: no local DynamoDB throttles, refuses or breaks off. */
export interface FaultProxy extends AsyncDisposable {
  /** Give it to the client instead of the target's. */
  readonly endpoint: string;
  /** All requests since the start or `forgetRequests`, in the order of their arrival. */
  readonly requests: readonly RecordedRequest[];
  forgetRequests(): void;
  /** From now on these rules hold, and count from the beginning. Requests under way keep what they met. */
  setRules(rules: readonly FaultRule[]): void;
  /** Closes all connections and refuses new ones, like a DynamoDB that is not there. */
  refuseConnections(): Promise<void>;
  /** Accepts connections again, at the same address. */
  acceptConnections(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts an HTTP proxy on 127.0.0.1 in front of a DynamoDB. Without rules it hands everything on as it came.
 *
 * ```ts
 * await using proxy = await startFaultProxy({
 *   target: await dynamodb.endpointFor("eu-central-1"),
 *   rules: [{ operation: "ListTables", calls: 1, effect: { kind: "error", code: "ExpiredTokenException" } }],
 * });
 * const client = new DynamoDBClient({ endpoint: proxy.endpoint, region, credentials });
 * ```
 */
export async function startFaultProxy({ target, rules = [] }: FaultProxyOptions): Promise<FaultProxy> {
  const behind = connectTarget(target);
  const requests: RecordedRequest[] = [];
  let book = new RuleBook(rules);
  const server = createServer((request, response) => {
    const record = (seen: DynamoDBRequest): RecordedRequest => {
      const recorded = { ...seen, ...book.judge(seen) };
      requests.push(recorded);
      return recorded;
    };
    // Whatever goes wrong looks to the client as if the connection broke.
    handle({ request, response, target: behind, record }).catch(() => response.destroy());
  });
  // Longer than any client waits with an idle connection: it must not meet a closing one by chance.
  server.keepAliveTimeout = 600_000;
  const port = await listenOnLoopback(server, 0);

  const stop = async () => {
    behind.close();
    await closeServer(server);
  };
  return {
    endpoint: `http://127.0.0.1:${port}`,
    requests,
    forgetRequests: () => void requests.splice(0),
    setRules: (next) => void (book = new RuleBook(next)),
    refuseConnections: () => closeServer(server),
    async acceptConnections() {
      if (!server.listening) await listenOnLoopback(server, port);
    },
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly target: Target;
  readonly record: (seen: DynamoDBRequest) => RecordedRequest;
}

async function handle({ request, response, target, record }: Exchange): Promise<void> {
  const gone = new AbortController();
  response.once("close", () => gone.abort());
  const body = await readAll(request);
  const seen = record(readRequest(request.headers, body.toString()));
  if (seen.delayMilliseconds > 0) await delay(seen.delayMilliseconds, undefined, { signal: gone.signal });

  const { method = "POST", url: path = "/", headers } = request;
  const ask = (content: Buffer) => target.ask({ method, path, headers, body: content, signal: gone.signal });
  await answerWith(seen, { response, body, ask });
}

interface Reply {
  readonly response: ServerResponse;
  readonly body: Buffer;
  readonly ask: (body: Buffer) => Promise<Answer>;
}

async function answerWith(request: RecordedRequest, { response, body, ask }: Reply): Promise<void> {
  const { fault } = request;
  switch (fault?.kind) {
    case undefined:
      return send(response, await ask(body));
    case "error": {
      const { status, body: content } = awsErrorAnswer(fault, request);
      return send(response, jsonAnswer(status, content));
    }
    case "unprocessed": {
      const split = splitBatch(request, fault.processed);
      if (split === undefined) return send(response, await ask(body));
      if (split.processed === undefined) return send(response, jsonAnswer(200, split.withUnprocessed({})));
      const answer = await ask(Buffer.from(JSON.stringify(split.processed)));
      return send(response, answer.status === 200 ? withContent(answer, split.withUnprocessed) : answer);
    }
    case "cut":
      return cut(fault.at, { response, body, ask });
  }
}

async function cut(
  at: (Fault & { readonly kind: "cut" })["at"],
  { response, body, ask }: Reply,
): Promise<void> {
  if (at !== "before-request") {
    const answer = await ask(body);
    if (at === "in-answer") await sendHalf(response, answer);
  }
  response.destroy();
}

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, { ...withoutConnectionHeaders(headers), "content-length": body.length });
  response.end(body);
}

/** Announces the whole answer and sends half of it. */
async function sendHalf(response: ServerResponse, { status, headers, body }: Answer): Promise<void> {
  response.writeHead(status, { ...withoutConnectionHeaders(headers), "content-length": body.length });
  await new Promise<void>((resolve) => {
    response.write(body.subarray(0, Math.floor(body.length / 2)), () => resolve());
  });
}
