import { implement } from "@rivulet/runtime";
import { getCredentials } from "../../../definition/index.ts";
import { staticCredentials } from "../get-static-credentials/execute.ts";
import { temporaryCredentials } from "../get-temporary-credentials/execute.ts";

/** Makes static or temporary credentials, as a switch says. */
export const executeGetCredentials = implement(
  getCredentials,
  ({ UseStaticCredentials, ENUM_Region: region }, context) =>
    UseStaticCredentials === true ? staticCredentials(context) : temporaryCredentials(region, context),
);
