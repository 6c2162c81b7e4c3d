import { defineActivity } from "@rivulet/activities";
import { credentialsParameter, listParameter, objectParameter } from "../fields.ts";

/** Signs a request of one's own. */
export const getSigV4Headers = defineActivity({
  kind: "AWSAuthentication.GetSigV4Headers",
  label: "Get SigV4 headers",
  group: "awsAuthentication",
  icon: "signature",
  summary: "Signs a request to any AWS service, and gives its address and headers.",
  documentation:
    "Signature Version 4, for services that have no connector. The SigV4Builder says service, method, region, path and body; the address is `<SubDomain>.<URIPrefix>.<ServiceName>.<Region>.amazonaws.com`, parts that are empty left out, or EndpointURL where it is given. Headers and query parameters of the two lists are signed as well and have to be sent as they are. With temporary credentials the header X-Amz-Security-Token is signed too: send it with the value of Token. A signature is valid for five minutes.",
  synonyms: ["sign", "signature", "rest", "authorization", "aws"],
  fields: [
    credentialsParameter,
    objectParameter("SigV4Builder", "SigV4Builder", "The request that is signed."),
    listParameter("SigV4HeaderParameterList", "SigV4Parameter", "Further headers. Empty for none."),
    listParameter("SigV4QueryParameterList", "SigV4Parameter", "Query parameters. Empty for none."),
    {
      name: "output",
      kind: "newVariable",
      label: "Object name",
      documentation: "Name of the SigV4Headers object.",
      isRequired: true,
      type: { from: "fixed", type: { kind: "object", entity: "AWSAuthentication.SigV4Headers" } },
      suggestion: { one: "SigV4Headers", many: "SigV4Headers" },
      scope: "after",
    },
  ],
  subtitle: "${output} = signed {SigV4Builder}",
  raises: [
    "missing-credentials",
    "missing-request",
    "missing-region",
    "invalid-region",
    "invalid-endpoint",
    "missing-attribute",
  ],
  explorerFolders: ["Operations"],
});
