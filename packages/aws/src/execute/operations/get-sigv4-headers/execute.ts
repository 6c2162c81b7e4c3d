import { FlowError, implement } from "@rivulet/runtime";
import { writeAttribute } from "@rivulet/values";
import { getSigV4Headers } from "../../../definition/index.ts";
import { readCredentials } from "../../credentials/read-credentials.ts";
import { renewIfExpiring } from "../../credentials/renewable-credentials.ts";
import { parametersIn, requestToSign } from "./request-to-sign.ts";

const module = "AWSAuthentication";

function missingBuilder(): FlowError {
  return new FlowError({
    code: "missing-request",
    message: "The SigV4Builder of Get SigV4 headers is empty. Make one with Create object before it.",
  });
}

/** Signs the request of a SigV4Builder. The signer is loaded when it is first needed. */
export const executeGetSigV4Headers = implement(getSigV4Headers, async (inputs, context) => {
  const { Credentials, SigV4Builder, SigV4HeaderParameterList, SigV4QueryParameterList } = inputs;
  await renewIfExpiring(Credentials, context);
  const keys = readCredentials(Credentials, getSigV4Headers.label);
  if (SigV4Builder === null) throw missingBuilder();
  const request = requestToSign(SigV4Builder, context.settings);
  const query = { ...Object.fromEntries(request.url.searchParams), ...parametersIn(SigV4QueryParameterList) };
  const { signRequest } = await import("../../signing/sign-request.ts");
  const headers = parametersIn(SigV4HeaderParameterList);
  const signed = await signRequest({ ...request, keys, headers, query, at: new Date() });
  const { url } = request;
  url.search = new URLSearchParams(query).toString().replaceAll("+", "%20");
  const result = context.create(`${module}.SigV4Headers`);
  writeAttribute(result, "EndpointUrl", url.href);
  writeAttribute(result, "Header_Authorization", signed["authorization"] ?? null);
  writeAttribute(result, "Header_Host", url.host);
  writeAttribute(result, "Header_X_Amz_Date", signed["x-amz-date"] ?? null);
  writeAttribute(result, "Header_X_Amz_Content_Sha256", signed["x-amz-content-sha256"] ?? null);
  return result;
});
