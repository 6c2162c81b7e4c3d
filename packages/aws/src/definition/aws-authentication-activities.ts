import type { ActivityDefinition } from "@rivulet/activities";
import { getCredentials } from "./operations/get-credentials/definition.ts";
import { getSigV4Headers } from "./operations/get-sigv4-headers/definition.ts";
import { getStaticCredentials } from "./operations/get-static-credentials/definition.ts";
import { getTemporaryCredentials } from "./operations/get-temporary-credentials/definition.ts";
import { validateCredentials } from "./operations/validate-credentials/definition.ts";

/** The activities of AWSAuthentication, in the order of the toolbox. */
export const awsAuthenticationActivities: readonly ActivityDefinition[] = [
  getStaticCredentials,
  getTemporaryCredentials,
  getCredentials,
  validateCredentials,
  getSigV4Headers,
];
