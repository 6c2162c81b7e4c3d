import { basename } from "node:path";
import { FlowError, type RunSettings } from "@rivulet/runtime";

/** Where a certificate is; the password is that of its private key. */
export interface CertificateFile {
  readonly file: string;
  readonly password: string;
}

const files = "RIVULET_CLIENT_CERTIFICATES";
/** Passwords of the private keys, separated by commas in the order of the files. */
export const passwordsVariable = "RIVULET_CLIENT_CERTIFICATE_PASSWORDS";

/** Why a client certificate cannot be used. */
export function certificateFault(message: string, cause?: unknown): FlowError {
  return new FlowError({ code: "client-certificate", message, cause });
}

/**
 * The file of a client certificate: the environment lists the files (`RIVULET_CLIENT_CERTIFICATES`, separated by
 * commas) and their passwords, and the constant ClientCertificateID names one by its position from 1 or by its name.
 *
 * @throws {FlowError} `client-certificate`
 */
export function certificateFile(id: string, { awsEnvironment }: RunSettings): CertificateFile {
  const listed = (awsEnvironment[files] ?? "").split(",").map((file) => file.trim());
  const named = listed.filter((file) => file !== "");
  if (named.length === 0)
    throw certificateFault(
      `No client certificate is known. List the files in the environment variable ${files}.`,
    );
  const position = /^\d+$/.test(id) ? Number(id) - 1 : named.findIndex((file) => basename(file) === id);
  const file = named[position];
  if (file === undefined) {
    const known = named.map((each, at) => `${at + 1} (${basename(each)})`).join(", ");
    throw certificateFault(
      `AWSAuthentication.ClientCertificateID is ${id}, and ${files} has ${known}. Choose one of them.`,
    );
  }
  return { file, password: (awsEnvironment[passwordsVariable] ?? "").split(",")[position]?.trim() ?? "" };
}
