import { isIPv4, isIPv6 } from "node:net";
import { loopbackNames } from "../http/guards/host-guard.ts";
import { ServerError } from "./server-error.ts";
import type { ServerMode } from "./server-mode.ts";

/** Where the server listens, and what callers may call it. */
export interface BindAddress {
  readonly host: string;
  readonly port: number;
  /** Names for the Host header, as in a URL. */
  readonly hostNames: readonly string[];
}

const defaultHost = "127.0.0.1";
const defaultPort = 8080;

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || (isIPv4(host) && host.startsWith("127."));
}

/** The name of a host as it stands in a URL. @example urlHost("::1") // "[::1]" */
export function urlHost(host: string): string {
  return isIPv6(host) ? `[${host}]` : host;
}

/** Where somebody wants the server to listen: said with the call, else by `HOST` and `PORT`. */
export interface WantedAddress {
  readonly host: string | undefined;
  readonly port: number | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly mode: ServerMode;
}

/**
 * Decides where to listen. Only a server on which people sign in may be reached from other machines, and only by the
 * name that it was told (reference peers.md section 6, rows 10 and 13).
 *
 * @throws {ServerError} `public-bind-refused`, `wrong-port`
 */
export function bindAddress({ environment, mode, ...wanted }: WantedAddress): BindAddress {
  const host = wanted.host ?? (environment["HOST"] || defaultHost);
  const port = wanted.port ?? portOf(environment["PORT"] || String(defaultPort));
  const { hasAccounts, publicUrl } = mode;
  const publicName = hasAccounts && publicUrl ? [publicUrl.hostname] : [];
  const hostNames = [...new Set([...loopbackNames, ...publicName])];
  if (isLoopback(host)) return { host, port, hostNames: [...new Set([...hostNames, urlHost(host)])] };
  if (!hasAccounts) {
    const message = `Rivulet does not listen on ${host}: everybody who reaches it could run and change everything. Let people sign in (--accounts, or RIVULET_ACCOUNTS=on), or leave the host out (127.0.0.1) and reach the server through a tunnel, for example ssh -L 8080:127.0.0.1:8080.`;
    throw new ServerError("public-bind-refused", message);
  }
  if (!publicUrl) {
    const message = `Rivulet does not listen on ${host} before it knows how people reach it: set RIVULET_URL to the address in their browsers, for example https://rivulet.example.org. Requests for other names are refused, and links are made from it.`;
    throw new ServerError("public-bind-refused", message);
  }
  return { host, port, hostNames };
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new ServerError("wrong-port", `PORT is "${text}", which is no port: use a number from 0 to 65535.`);
}
