import { FlowError, type RunSettings } from "@rivulet/runtime";
import { unreachable } from "@rivulet/values";

/**
 * An address that was given, once it is known to be one.
 *
 * @param origin where it was given, for the message
 * @throws {FlowError} `invalid-endpoint`
 */
export function checkedEndpoint(url: string, origin: string): string {
  const { protocol } = URL.canParse(url) ? new URL(url) : { protocol: "" };
  if (protocol === "http:" || protocol === "https:") return url;
  throw new FlowError({
    code: "invalid-endpoint",
    message: `${JSON.stringify(url)} is not an address that can be called. Give ${origin} as http://host:port or https://host.`,
    details: { endpoint: url },
  });
}

function embeddedUnavailable(region: string, cause: unknown): FlowError {
  if (cause instanceof FlowError) return cause;
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new FlowError({
    code: "embedded-unavailable",
    message: `The embedded DynamoDB of ${region} cannot be used: ${reason}`,
    isRetryable: true,
    details: { region },
    cause,
  });
}

/** Where a call goes: an address, or `null` for that of AWS; a promise while the embedded DynamoDB is being asked. */
export type CallEndpoint = string | null | Promise<string>;

/**
 * The address of a call (interfaces.md, "Where a setting comes from"): the request's own EndpointUrl before that of
 * the settings.
 *
 * @throws {FlowError} `invalid-endpoint`, `embedded-unavailable`
 */
export function endpointOfCall(own: string | undefined, region: string, settings: RunSettings): CallEndpoint {
  if (own !== undefined) return checkedEndpoint(own, "EndpointUrl of the request");
  const { endpoint } = settings;
  switch (endpoint.kind) {
    case "aws":
      return null;
    case "explicit":
      return checkedEndpoint(endpoint.url, "the endpoint");
    case "embedded":
      return endpoint.endpointFor(region).catch((error: unknown) => {
        throw embeddedUnavailable(region, error);
      });
    default:
      return unreachable(endpoint);
  }
}
