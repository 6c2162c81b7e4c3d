import { createPrivateKey, type KeyObject, X509Certificate } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { type CertificateFile, certificateFault, passwordsVariable } from "./certificate-file.ts";

/** A certificate with its private key, and the certificates that vouch for it. */
export interface ClientCertificate {
  readonly key: KeyObject;
  readonly certificate: X509Certificate;
  /** Intermediate certificates, in the order of the file. */
  readonly chain: readonly X509Certificate[];
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
    throw certificateFault(
      `The client certificate ${basename(file)} cannot be read: ${reason}. It has to hold a certificate and its private key as PEM or PKCS12, and its password has to stand in ${passwordsVariable}.`,
      error,
    );
  }
}
