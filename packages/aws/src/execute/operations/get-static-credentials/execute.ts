import { implement } from "@rivulet/runtime";
import { writeAttribute } from "@rivulet/values";
import { getStaticCredentials } from "../../../definition/index.ts";
import { staticKeys } from "./static-keys.ts";

/** Makes the Credentials object of a run, a TemporaryCredentials object where the keys have a session token. */
export const executeGetStaticCredentials = implement(getStaticCredentials, (_, { settings, create }) => {
  const { accessKeyId, secretAccessKey, sessionToken } = staticKeys(settings);
  const isTemporary = sessionToken !== undefined;
  const credentials = create(`AWSAuthentication.${isTemporary ? "TemporaryCredentials" : "Credentials"}`);
  writeAttribute(credentials, "AccessKey", accessKeyId);
  writeAttribute(credentials, "SecretAccessKey", secretAccessKey);
  if (isTemporary) writeAttribute(credentials, "Token", sessionToken);
  return credentials;
});
