import { HttpProblem } from "../http-problem.ts";
import { type Guard, type RequestHead, singleHeader } from "./request-head.ts";

const hostPattern = /^(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(?::(\d{1,5}))?$/i;

/** Names by which a machine calls itself. */
export const loopbackNames: readonly string[] = ["localhost", "127.0.0.1", "[::1]"];

/** The name in a Host header, without the port, in lower case; `undefined` when it is not one. */
function hostName(host: string): string | undefined {
  return hostPattern.exec(host)?.[1]?.toLowerCase();
}

/**
 * Refuses requests for other hosts, so that a name which an attacker points at 127.0.0.1 reaches nothing
 * (DNS rebinding; reference peers.md section 6, row 10). The port is not compared: a forwarded port differs.
 *
 * @param names as in a URL: `localhost`, `[::1]`
 */
export function hostGuard(names: readonly string[]): Guard {
  const allowed = new Set(names.map((name) => name.toLowerCase()));
  return (head) => {
    const fault = hostFault(head, allowed);
    return fault === undefined ? undefined : new HttpProblem("host-refused", fault);
  };
}

function hostFault(head: RequestHead, allowed: ReadonlySet<string>): string | undefined {
  if (!head.target.startsWith("/")) return "The request target has to be a path that begins with a slash.";
  const host = singleHeader(head, "host");
  if (host === undefined) return "The request needs exactly one Host header.";
  const name = hostName(host);
  if (name !== undefined && allowed.has(name)) return undefined;
  return `This server does not answer for the host in the request. Use ${[...allowed].join(", ")}.`;
}
