import { isIPv4, isIPv6 } from "node:net";
import { loopbackNames } from "../http/guards/host-guard.ts";
import { ServerError } from "./server-error.ts";

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
}

/**
 * Decides where to listen. Nobody can sign in yet, so only this machine itself may reach the server
 * (reference peers.md section 6, row 13).
 *
 * @throws {ServerError} `public-bind-refused`, `wrong-port`
 */
export function bindAddress({ environment, ...wanted }: WantedAddress): BindAddress {
  const host = wanted.host ?? (environment["HOST"] || defaultHost);
  const port = wanted.port ?? portOf(environment["PORT"] || String(defaultPort));
  if (isLoopback(host)) return { host, port, hostNames: [...new Set([...loopbackNames, urlHost(host)])] };
  const message = `Rivulet does not listen on ${host}: everybody who reaches it could run and change everything, because nobody can sign in yet. Leave the host out (127.0.0.1) and reach the server through a tunnel, for example ssh -L 8080:127.0.0.1:8080.`;
  throw new ServerError("public-bind-refused", message);
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new ServerError("wrong-port", `PORT is "${text}", which is no port: use a number from 0 to 65535.`);
}
