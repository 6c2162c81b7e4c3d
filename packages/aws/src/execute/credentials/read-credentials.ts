import { FlowError } from "@rivulet/runtime";
import { type EntityObject, readAttribute } from "@rivulet/values";
import { textIn } from "../blank.ts";
import type { AwsKeys } from "./aws-keys.ts";

function missing(message: string): FlowError {
  const remedy = "Begin the microflow with Get static credentials and use its result.";
  return new FlowError({ code: "missing-credentials", message: `${message} ${remedy}`, details: null });
}

/**
 * The keys in a Credentials object, or in one of its specializations: made by an activity or by hand.
 *
 * @param label name of the activity that needs them, for the message
 * @throws {FlowError} `missing-credentials`
 */
export function readCredentials(credentials: EntityObject | null, label: string): AwsKeys {
  if (credentials === null) throw missing(`Credentials of ${label} is empty.`);
  const { shape } = credentials;
  const accessKeyId = textIn(readAttribute(credentials, "AccessKey"));
  const secretAccessKey = textIn(readAttribute(credentials, "SecretAccessKey"));
  if (accessKeyId === undefined || secretAccessKey === undefined) {
    const attribute = accessKeyId === undefined ? "AccessKey" : "SecretAccessKey";
    throw missing(`${attribute} of the ${shape.name} object given to ${label} is empty.`);
  }
  const token = shape.attributesByName.has("Token") ? textIn(readAttribute(credentials, "Token")) : undefined;
  return token === undefined
    ? { accessKeyId, secretAccessKey }
    : { accessKeyId, secretAccessKey, sessionToken: token };
}
