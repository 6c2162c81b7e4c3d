import type { ExecutionContext } from "@rivulet/runtime";
import { type EntityObject, readAttribute, writeAttribute } from "@rivulet/values";
import type { AwsKeys } from "./aws-keys.ts";
import { isExpiring } from "./kept-keys.ts";

/** Keys as a microflow is to see them. */
export interface HandedOutKeys {
  readonly keys: AwsKeys;
  /** Milliseconds since 1970; left out where they do not expire, or nobody knows when. */
  readonly expiration?: number | undefined;
}

/** Gets keys of the same kind anew. */
export type Renew = (context: ExecutionContext) => Promise<HandedOutKeys>;

/** How the objects that activities made get new keys. */
const renewals = new WeakMap<EntityObject, Renew>();

function write(credentials: EntityObject, { keys, expiration }: HandedOutKeys): void {
  writeAttribute(credentials, "AccessKey", keys.accessKeyId);
  writeAttribute(credentials, "SecretAccessKey", keys.secretAccessKey);
  if (keys.sessionToken === undefined) return;
  writeAttribute(credentials, "Token", keys.sessionToken);
  writeAttribute(credentials, "Expiration", expiration ?? null);
}

/** A Credentials object, of TemporaryCredentials where the keys have a token. With `renew` it never grows old. */
export function credentialsObject(
  handedOut: HandedOutKeys,
  { create }: ExecutionContext,
  renew?: Renew,
): EntityObject {
  const isTemporary = handedOut.keys.sessionToken !== undefined;
  const credentials = create(`AWSAuthentication.${isTemporary ? "TemporaryCredentials" : "Credentials"}`);
  write(credentials, handedOut);
  if (renew) renewals.set(credentials, renew);
  return credentials;
}

/**
 * Gives an object that an activity made new keys when its own are about to expire: a run may take longer than they are
 * valid. `undefined` when there is nothing to do, so that most calls do not wait for it.
 */
export function renewIfExpiring(
  credentials: EntityObject | null,
  context: ExecutionContext,
): Promise<void> | undefined {
  const renew = credentials && renewals.get(credentials);
  if (!renew) return undefined;
  const expiration = readAttribute(credentials, "Expiration");
  if (typeof expiration !== "number" || !isExpiring(expiration)) return undefined;
  return renew(context).then((handedOut) => write(credentials, handedOut));
}
