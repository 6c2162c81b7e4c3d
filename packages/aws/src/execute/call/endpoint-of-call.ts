import { type EndpointSetting, FlowError, type RunSettings } from "@rivulet/runtime";
import { unreachable } from "@rivulet/values";
import { checkedEndpoint } from "../reach/checked-endpoint.ts";

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

/** The addresses of settings that were looked at: settings never change, and are those of many runs. */
const checked = new WeakMap<RunSettings, string>();

function endpointOfSettings(
  settings: RunSettings,
  { url, givenBy = "operator" }: Extract<EndpointSetting, { kind: "explicit" }>,
): string {
  const known = checked.get(settings);
  if (known !== undefined) return known;
  const environment = settings.awsEnvironment;
  const address = checkedEndpoint(url, { name: "the endpoint", givenBy, environment });
  checked.set(settings, address);
  return address;
}

/** Where a call goes: an address, or `null` for that of AWS; a promise while the embedded DynamoDB is being asked. */
export type CallEndpoint = string | null | Promise<string>;

/**
 * The address of a call (interfaces.md, "Where a setting comes from"): the request's own EndpointUrl before that of
 * the settings.
 *
 * @throws {FlowError} `invalid-endpoint`, `endpoint-refused`, `embedded-unavailable`
 */
export function endpointOfCall(own: string | undefined, region: string, settings: RunSettings): CallEndpoint {
  const { endpoint, awsEnvironment: environment } = settings;
  if (own !== undefined) {
    const name = "EndpointUrl of the request";
    return checkedEndpoint(own, { name, givenBy: "project", environment });
  }
  switch (endpoint.kind) {
    case "aws":
      return null;
    case "explicit":
      return endpointOfSettings(settings, endpoint);
    case "embedded":
      return endpoint.endpointFor(region).catch((error: unknown) => {
        throw embeddedUnavailable(region, error);
      });
    default:
      return unreachable(endpoint);
  }
}
