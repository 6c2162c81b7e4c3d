import { implement } from "@rivulet/runtime";
import { getStaticCredentials } from "../../../definition/index.ts";
import { credentialsObject } from "../../credentials/renewable-credentials.ts";
import { staticKeys } from "./static-keys.ts";

/** Makes the Credentials object of a run, a TemporaryCredentials object where the keys have a session token. */
export const executeGetStaticCredentials = implement(getStaticCredentials, (_, context) =>
  credentialsObject({ keys: staticKeys(context.settings) }, context),
);
