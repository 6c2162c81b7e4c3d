import { isIPv4 } from "node:net";
import { FlowError } from "@rivulet/runtime";
import { addressKind } from "./address-kind.ts";
import { allowedEndpointsVariable, isAllowedHost, isLoopbackName } from "./allowed-hosts.ts";

/** Where an address comes from. */
export interface EndpointOrigin {
  /** For the message: `EndpointUrl of the request`. */
  readonly name: string;
  /** The operator says where calls go with options and environment variables; a project may come from anybody. */
  readonly givenBy: "operator" | "project";
  /** `RIVULET_ALLOWED_ENDPOINTS` is looked at. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

function refused(url: string, reason: string): FlowError {
  return new FlowError({ code: "endpoint-refused", message: reason, details: { endpoint: url } });
}

/** The numeric address in a URL, which has every spelling of one in its usual form; `undefined` for a name. */
export function addressIn({ hostname }: URL): string | undefined {
  if (hostname.startsWith("[")) return hostname.slice(1, -1);
  return isIPv4(hostname) ? hostname : undefined;
}

function assertReachable(url: URL, { name, givenBy, environment }: EndpointOrigin): void {
  const address = addressIn(url);
  const kind = address === undefined ? undefined : addressKind(address);
  if (kind === "forbidden") {
    const reason = `${url.origin} is never called: the address belongs to the network of a cloud or to no single machine. Give ${name} another one.`;
    throw refused(url.href, reason);
  }
  if (givenBy === "operator" || kind === "loopback" || isLoopbackName(url.hostname)) return;
  if (isAllowedHost(url, environment[allowedEndpointsVariable])) return;
  const reason = `${url.origin} is not called, because ${name} comes with the project and may lead anywhere: only AWS and this machine itself are. Whoever runs this can allow it: ${allowedEndpointsVariable}=${url.host}`;
  throw refused(url.href, reason);
}

/**
 * An address that was given, once it is known to be one that may be called. Where it is a name, the addresses behind it are
 * looked at when a connection is made ({@link guardedLookup}).
 *
 * @throws {FlowError} `invalid-endpoint`, `endpoint-refused`
 */
export function checkedEndpoint(text: string, origin: EndpointOrigin): string {
  const url = webAddress(text, origin.name);
  assertReachable(url, origin);
  return text;
}

/**
 * The same for one that is only written down and not called.
 *
 * @throws {FlowError} `invalid-endpoint`
 */
export function webAddress(text: string, origin: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol) && url.username === "" && url.password === "") return url;
  throw new FlowError({
    code: "invalid-endpoint",
    message: `${JSON.stringify(text)} is not an address that can be called. Give ${origin} as http://host:port or https://host.`,
    details: { endpoint: text },
  });
}
