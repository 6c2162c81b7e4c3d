import { implement } from "@rivulet/runtime";
import { getCredentials } from "../../../definition/index.ts";
import { credentialsObject } from "../../credentials/renewable-credentials.ts";
import { staticKeys } from "../get-static-credentials/static-keys.ts";
import { temporaryCredentials } from "../get-temporary-credentials/execute.ts";

/** Makes static or temporary credentials, as a switch says. */
export const executeGetCredentials = implement(
  getCredentials,
  ({ UseStaticCredentials, ENUM_Region: region }, context) =>
    UseStaticCredentials === true
      ? credentialsObject({ keys: staticKeys(context.settings) }, context)
      : temporaryCredentials(region, context),
);
