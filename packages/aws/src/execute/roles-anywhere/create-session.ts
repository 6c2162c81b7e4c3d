import { setTimeout as pause } from "node:timers/promises";
import { type EffectContext, type EffectHandler, FlowError, type JsonObject } from "@rivulet/runtime";
import type { CertificateFile } from "../certificates/certificate-file.ts";
import { readCertificate } from "../certificates/client-certificate.ts";
import type { AwsKeys } from "../credentials/aws-keys.ts";
import { KeptKeys, type TemporaryKeys } from "../credentials/kept-keys.ts";
import { awsError } from "../errors/aws-errors.ts";
import { guardedPost, type PostAnswer } from "../reach/guarded-post.ts";
import { type SessionBody, signSessionRequest } from "./sign-session-request.ts";

/** A request for temporary keys, as the request of an effect. */
export type SessionRequest = {
  readonly region: string;
  /** `null` for the address of AWS. */
  readonly endpoint: string | null;
  /** Handle of the certificate's file in the run's vault. */
  readonly certificate: string;
  readonly body: SessionBody & JsonObject;
};

/** Its answer: a handle of the keys in the run's vault. */
export type SessionResponse = {
  readonly credentials: string;
  /** Milliseconds since 1970. */
  readonly expiration: number;
};

const mostAttempts = 3;
const attemptTimeout = 20_000;

/** An answer that is no session, in the form in which failures of the AWS SDK come. */
function refusalOf({ status, statusText, headers, text }: PostAnswer, attempts: number): Error {
  const answer = asObject(text);
  const type = headers["x-amzn-errortype"] ?? answer["__type"] ?? `Http${status}`;
  const message = answer["message"] ?? answer["Message"] ?? (text.trim() === "" ? statusText : text);
  return Object.assign(new Error(String(message).slice(0, 2_000)), {
    name: String(type).replace(/:.*$/, "").replace(/^.*#/, ""),
    $metadata: {
      httpStatusCode: status,
      requestId: headers["x-amzn-requestid"],
      attempts,
    },
  });
}

function asObject(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}

const mayPass = (status: number) => status === 429 || status >= 500;

interface Answer {
  readonly credentialSet?: readonly {
    readonly credentials?: {
      readonly accessKeyId?: string;
      readonly secretAccessKey?: string;
      readonly sessionToken?: string;
      readonly expiration?: string;
    };
  }[];
}

function keysIn(answer: unknown): TemporaryKeys {
  const { credentialSet } = answer as Answer;
  const { accessKeyId, secretAccessKey, sessionToken, expiration } = credentialSet?.[0]?.credentials ?? {};
  const expires = Date.parse(expiration ?? "");
  if (!accessKeyId || !secretAccessKey || !sessionToken || Number.isNaN(expires))
    throw new TypeError("The answer has no complete set of credentials");
  return { keys: { accessKeyId, secretAccessKey, sessionToken }, expiration: expires };
}

async function askFor(
  request: SessionRequest,
  { signal, secrets, log }: EffectContext,
): Promise<TemporaryKeys> {
  const { region, endpoint, body } = request;
  const file = secrets.open(request.certificate) as Readonly<Record<string, string>> & CertificateFile;
  const identity = await readCertificate(file);
  const url = new URL("/sessions", endpoint ?? `https://rolesanywhere.${region}.amazonaws.com`);
  for (let attempt = 1; ; attempt += 1) {
    const signed = signSessionRequest({ url, region, body, identity, at: new Date() });
    const { headers, body: text } = signed;
    const answer = await guardedPost({
      url,
      headers,
      body: text,
      signal: AbortSignal.any([signal, AbortSignal.timeout(attemptTimeout)]),
    });
    if (answer.status >= 200 && answer.status < 300) return keysIn(asObject(answer.text));
    const refusal = refusalOf(answer, attempt);
    if (attempt >= mostAttempts || !mayPass(answer.status)) throw refusal;
    log({
      level: "warning",
      node: "AWSAuthentication",
      message: `CreateSession: attempt ${attempt + 1} after ${refusal.name}: ${refusal.message}`,
      at: Date.now(),
    });
    await pause(100 * 2 ** attempt * (0.5 + Math.random() / 2), undefined, { signal });
  }
}

const sessions = new KeptKeys();

/**
 * Asks IAM Roles Anywhere for temporary keys, or hands out those of an equal request that are still good. The effect of
 * Get temporary credentials: request a {@link SessionRequest}, response a {@link SessionResponse}.
 */
export const createSession: EffectHandler = async (json, context) => {
  const request = json as SessionRequest;
  const { region, endpoint, body } = request;
  const source = JSON.stringify([region, endpoint, body, context.secrets.open(request.certificate)]);
  try {
    const { keys, expiration } = await sessions.get(source, () => askFor(request, context));
    return {
      credentials: context.secrets.keep({ ...(keys satisfies AwsKeys) }),
      expiration,
    } satisfies SessionResponse;
  } catch (error) {
    if (error instanceof FlowError) throw error;
    if (context.signal.aborted && context.signal.reason instanceof FlowError) throw context.signal.reason;
    throw awsError(error, {
      operation: "CreateSession",
      action: "rolesanywhere:CreateSession",
      region,
      endpoint,
    });
  }
};
