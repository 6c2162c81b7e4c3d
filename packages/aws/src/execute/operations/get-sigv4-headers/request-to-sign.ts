import { FlowError, type RunSettings } from "@rivulet/runtime";
import { type EntityObject, type ObjectList, readAttribute } from "@rivulet/values";
import { textIn } from "../../blank.ts";
import { regionOfCall } from "../../call/region-of-call.ts";
import { webAddress } from "../../reach/checked-endpoint.ts";
import type { RequestToSign } from "../../signing/sign-request.ts";

function missing(attribute: string, entity: string): FlowError {
  return new FlowError({
    code: "missing-attribute",
    message: `${attribute} of the ${entity} object given to Get SigV4 headers is empty. Set it with Change object.`,
    details: { entity, attribute },
  });
}

/** Names and values of SigV4Parameter objects; one without a name has nothing to say. */
export function parametersIn(list: ObjectList | null): Record<string, string> {
  const parameters: Record<string, string> = {};
  for (const parameter of list?.items ?? []) {
    const key = textIn(readAttribute(parameter, "Key"));
    if (key === undefined) throw missing("Key", "AWSAuthentication.SigV4Parameter");
    parameters[key] = textIn(readAttribute(parameter, "Value")) ?? "";
  }
  return parameters;
}

/** The request that a SigV4Builder describes, without keys, headers and query. */
export function requestToSign(
  builder: EntityObject,
  settings: RunSettings,
): Pick<RequestToSign, "service" | "region" | "method" | "url" | "body"> {
  const read = (attribute: string) => textIn(readAttribute(builder, attribute));
  const required = (attribute: string) => {
    const text = read(attribute);
    if (text === undefined) throw missing(attribute, builder.shape.name);
    return text;
  };
  const service = required("ServiceName");
  const method = required("HTTPMethod");
  const region = regionOfCall(read("Region") ?? null, settings);
  const own = read("EndpointURL");
  const host = [read("SubDomain"), read("URIPrefix"), service, region, "amazonaws.com"];
  const address = host.filter((part) => part !== undefined).join(".");
  const base = own === undefined ? `https://${address}` : webAddress(own, "EndpointURL of the SigV4Builder");
  const path = read("Path") ?? "/";
  return { service, region, method, url: new URL(path, base), body: read("RequestBody") ?? "" };
}
