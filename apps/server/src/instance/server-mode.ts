import type { OpenIdSettings } from "../people/open-id.ts";
import { openIdSettings } from "./open-id-settings.ts";
import { ServerError } from "./server-error.ts";

/** Whether people sign in, and how they reach the server. */
export interface ServerMode {
  readonly hasAccounts: boolean;
  /** The address in the browsers of people, where it is not the one on which the server listens. */
  readonly publicUrl: URL | undefined;
  /** The house with whose accounts people sign in as well. */
  readonly openId: OpenIdSettings | undefined;
}

/** Where the mode of a server is said: with the call, else by `RIVULET_ACCOUNTS`; and by `RIVULET_URL`. */
export interface WantedMode {
  readonly accounts: boolean | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/**
 * Decides whether a server has accounts.
 *
 * @throws {ServerError} `wrong-setting`
 * @example serverMode({ accounts: true, environment: { RIVULET_URL: "https://rivulet.example.org" } })
 */
export function serverMode({ accounts, environment }: WantedMode): ServerMode {
  return {
    hasAccounts: accounts ?? isOn(environment["RIVULET_ACCOUNTS"] ?? ""),
    publicUrl: urlOf(environment["RIVULET_URL"] ?? ""),
    openId: openIdSettings(environment),
  };
}

function isOn(written: string): boolean {
  if (written === "on") return true;
  if (written === "" || written === "off") return false;
  const message = `RIVULET_ACCOUNTS is "${written}": write on, or off.`;
  throw new ServerError("wrong-setting", message);
}

function urlOf(written: string): URL | undefined {
  if (written === "") return undefined;
  const url = URL.canParse(written) ? new URL(written) : undefined;
  const isPlain = url && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`;
  if (isPlain) return url;
  throw new ServerError(
    "wrong-setting",
    `RIVULET_URL is "${written}": write the address with which people reach this server, without a path, for example https://rivulet.example.org.`,
  );
}
