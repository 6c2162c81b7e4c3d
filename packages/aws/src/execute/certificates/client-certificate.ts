import { createPrivateKey, type KeyObject, X509Certificate } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { FlowError, type RunSettings } from "@rivulet/runtime";

/** A certificate with its private key, and the certificates that vouch for it. */
export interface ClientCertificate {
  readonly key: KeyObject;
  readonly certificate: X509Certificate;
  /** Intermediate certificates, in the order of the file. */
  readonly chain: readonly X509Certificate[];
}

/** Where a certificate is; the password is that of its private key. */
export interface CertificateFile {
  readonly file: string;
  readonly password: string;
}

const files = "RIVULET_CLIENT_CERTIFICATES";
const passwords = "RIVULET_CLIENT_CERTIFICATE_PASSWORDS";

function fault(message: string, cause?: unknown): FlowError {
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
    throw fault(`No client certificate is known. List the files in the environment variable ${files}.`);
  const position = /^\d+$/.test(id) ? Number(id) - 1 : named.findIndex((file) => basename(file) === id);
  const file = named[position];
  if (file === undefined) {
    const known = named.map((each, at) => `${at + 1} (${basename(each)})`).join(", ");
    throw fault(
      `AWSAuthentication.ClientCertificateID is ${id}, and ${files} has ${known}. Choose one of them.`,
    );
  }
  return { file, password: (awsEnvironment[passwords] ?? "").split(",")[position]?.trim() ?? "" };
}

const certificateBlock = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;

function fromPem(text: string, password: string): ClientCertificate {
  const [first, ...others] = text.match(certificateBlock) ?? [];
  if (first === undefined) throw new Error("there is no certificate in it");
  return {
    certificate: new X509Certificate(first),
    chain: others.map((block) => new X509Certificate(block)),
    key: createPrivateKey({ key: text, passphrase: password }),
  };
}

/**
 * Reads a client certificate: PEM with the certificate first and its private key, or PKCS12.
 *
 * @throws {FlowError} `client-certificate`
 */
export async function readCertificate({ file, password }: CertificateFile): Promise<ClientCertificate> {
  try {
    const content = await readFile(file);
    const text = content.toString("latin1");
    if (text.includes("-----BEGIN")) return fromPem(text, password);
    const { readPkcs12 } = await import("./pkcs12.ts");
    return fromPem(readPkcs12(content, password), "");
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw fault(
      `The client certificate ${basename(file)} cannot be read: ${reason}. It has to hold a certificate and its private key as PEM or PKCS12, and its password has to stand in ${passwords}.`,
      error,
    );
  }
}
