import { createPrivateKey } from "node:crypto";
import forge from "node-forge";

function keyPem(bag: forge.pkcs12.Bag): string {
  // Of RSA keys the library makes an object; of others it hands out the PKCS8 structure.
  const info = bag.key ? forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(bag.key)) : bag.asn1;
  const der = Buffer.from(forge.asn1.toDer(info).getBytes(), "binary");
  return createPrivateKey({ key: der, format: "der", type: "pkcs8" })
    .export({ format: "pem", type: "pkcs8" })
    .toString();
}

/** A certificate as PEM. The library knows RSA certificates only, so the structure itself is written. */
function certificatePem(bag: forge.pkcs12.Bag): string {
  const structure = bag.cert ? forge.pki.certificateToAsn1(bag.cert) : bag.asn1;
  const base64 = Buffer.from(forge.asn1.toDer(structure).getBytes(), "binary").toString("base64");
  return `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n`;
}

const identityOf = ({ attributes }: forge.pkcs12.Bag): string | undefined =>
  (attributes as { localKeyId?: string[] } | undefined)?.localKeyId?.[0];

/**
 * The content of a PKCS12 file as PEM: the certificate of the private key first, those that vouch for it behind it, then
 * the key. Throws when the password is wrong.
 */
export function readPkcs12(content: Buffer, password: string): string {
  const store = forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(content.toString("binary")), false, password);
  const bags = store.safeContents.flatMap(({ safeBags }) => safeBags);
  const { certBag, keyBag, pkcs8ShroudedKeyBag } = forge.pki.oids;
  const key = bags.find(({ type }) => type === pkcs8ShroudedKeyBag || type === keyBag);
  if (!key) throw new Error("there is no private key in it");
  const certificates = bags.filter(({ type }) => type === certBag);
  const own = certificates.find((bag) => identityOf(bag) === identityOf(key)) ?? certificates[0];
  const others = certificates.filter((bag) => bag !== own);
  return [...(own ? [own, ...others].map(certificatePem) : []), keyPem(key)].join("");
}
