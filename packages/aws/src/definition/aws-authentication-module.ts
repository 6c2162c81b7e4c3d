import { declareConnectorModule } from "@rivulet/model";
import { clientConfig } from "./domain-model/client-config.ts";
import { constants } from "./domain-model/constants.ts";
import { credentials } from "./domain-model/credentials.ts";
import { regions } from "./domain-model/regions.ts";
import { settings } from "./domain-model/settings.ts";
import { signing } from "./domain-model/signing.ts";

/**
 * The module AWSAuthentication: keys, regions and client settings, which the modules of AWS services build on
 * (reference aws.md A1).
 */
export const awsAuthenticationModule = declareConnectorModule({
  name: "AWSAuthentication",
  version: "1.0.0",
  documentation:
    "Signs in to Amazon Web Services. Put the keys into the constants AccessKey and SecretAccessKey of a configuration, and begin microflows that call AWS with Get static credentials.",
  folders: [
    "Operations",
    "ConnectionDetails",
    "ConnectionDetails/StaticCredentials",
    "ConnectionDetails/TemporaryCredentials",
  ],
  parts: [credentials, clientConfig, signing, settings, regions, constants],
});
