import type { RunSettings } from "@rivulet/runtime";
import { textIn } from "../blank.ts";
import { checkedEndpoint } from "../reach/checked-endpoint.ts";

/**
 * The address of a service that is not DynamoDB, as all tools of AWS take it from the environment: that of the service
 * (`AWS_ENDPOINT_URL_STS`), else `AWS_ENDPOINT_URL`, else `null` for the address of AWS.
 *
 * @throws {FlowError} `invalid-endpoint`, `endpoint-refused`
 */
export function serviceEndpoint(
  service: "STS" | "ROLESANYWHERE",
  { awsEnvironment }: RunSettings,
): string | null {
  for (const variable of [`AWS_ENDPOINT_URL_${service}`, "AWS_ENDPOINT_URL"]) {
    const url = textIn(awsEnvironment[variable]);
    if (url !== undefined)
      return checkedEndpoint(url, { name: variable, givenBy: "operator", environment: awsEnvironment });
  }
  return null;
}
