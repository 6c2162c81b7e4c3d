import { type ExecutionContext, implement } from "@rivulet/runtime";
import type { EntityObject } from "@rivulet/values";
import { getStaticCredentials } from "../../../definition/index.ts";
import { connectionKeys } from "../../connection/connection-keys.ts";
import { credentialsObject, type HandedOutKeys } from "../../credentials/renewable-credentials.ts";
import { hasNoStaticKeys, staticKeys } from "./static-keys.ts";

const renew = async (context: ExecutionContext): Promise<HandedOutKeys> =>
  (await connectionKeys(context)) ?? { keys: staticKeys(context.settings) };

/** The static keys of a run; where there are none, those of the connection that its configuration describes. */
export function staticCredentials(context: ExecutionContext): EntityObject | Promise<EntityObject> {
  const { settings } = context;
  if (!settings.credentials || !hasNoStaticKeys(settings))
    return credentialsObject({ keys: staticKeys(settings) }, context);
  return renew(context).then((keys) => credentialsObject(keys, context, renew));
}

/** Makes the Credentials object of a run, a TemporaryCredentials object where the keys have a session token. */
export const executeGetStaticCredentials = implement(getStaticCredentials, (_, context) =>
  staticCredentials(context),
);
