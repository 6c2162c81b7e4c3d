import type { ActivityDefinition } from "@rivulet/activities";
import { getStaticCredentials } from "./operations/get-static-credentials/definition.ts";

/** The activities of AWSAuthentication, in the order of the toolbox. */
export const awsAuthenticationActivities: readonly ActivityDefinition[] = [getStaticCredentials];
