import type { OpenIdSettings } from "../people/open-id.ts";
import { ServerError } from "./server-error.ts";

/**
 * The house with whose accounts people sign in as well, from `RIVULET_OIDC_ISSUER`, `RIVULET_OIDC_CLIENT_ID`,
 * `RIVULET_OIDC_CLIENT_SECRET` and `RIVULET_OIDC_NAME`; `undefined` where none is named.
 *
 * @throws {ServerError} `wrong-setting`
 */
export function openIdSettings(
  environment: Readonly<Record<string, string | undefined>>,
): OpenIdSettings | undefined {
  const issuer = environment["RIVULET_OIDC_ISSUER"] ?? "";
  const clientId = environment["RIVULET_OIDC_CLIENT_ID"] ?? "";
  const clientSecret = environment["RIVULET_OIDC_CLIENT_SECRET"] ?? "";
  if (issuer === "" && clientId === "" && clientSecret === "") return undefined;
  if (!URL.canParse(issuer) || clientId === "" || clientSecret === "") {
    const message =
      "To sign in with OpenID Connect, RIVULET_OIDC_ISSUER (an address), RIVULET_OIDC_CLIENT_ID and RIVULET_OIDC_CLIENT_SECRET are needed together.";
    throw new ServerError("wrong-setting", message);
  }
  const url = new URL(issuer);
  return { issuer: url, clientId, clientSecret, name: environment["RIVULET_OIDC_NAME"] || url.hostname };
}
