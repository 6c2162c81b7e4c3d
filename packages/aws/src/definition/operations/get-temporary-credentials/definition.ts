import { defineActivity } from "@rivulet/activities";
import { callErrors, credentialsOutput, regionParameter } from "../fields.ts";

/** Trades a client certificate for keys that are valid for a limited time. */
export const getTemporaryCredentials = defineActivity({
  kind: "AWSAuthentication.GetTemporaryCredentials",
  label: "Get temporary credentials",
  group: "awsAuthentication",
  icon: "key-square",
  summary: "Makes a TemporaryCredentials object by IAM Roles Anywhere, with a client certificate.",
  documentation:
    "Asks IAM Roles Anywhere for a session (CreateSession), signed with the private key of a client certificate (RSA or EC). The constants `AWSAuthentication.ClientCertificateID`, `ProfileARN`, `RoleARN` and `TrustAnchorARN` say which; `SessionName` and `Duration` may be empty. The certificates are files of this machine: `RIVULET_CLIENT_CERTIFICATES` lists them (PEM with certificate and key, or PKCS12), `RIVULET_CLIENT_CERTIFICATE_PASSWORDS` their passwords in the same order; ClientCertificateID is the position in that list, from 1, or the name of the file. Keys are kept until five minutes before they expire, and calls that use the object later get new ones by themselves. An embedded configuration fills in dummy keys.",
  synonyms: ["credentials", "roles anywhere", "certificate", "session", "token", "sign in", "aws"],
  fields: [regionParameter("Region"), credentialsOutput],
  subtitle: "${output} = temporary credentials in {Region}",
  raises: [
    "missing-constants",
    "client-certificate",
    "missing-region",
    "invalid-region",
    "invalid-endpoint",
    "endpoint-refused",
    ...callErrors,
  ],
  explorerFolders: ["Operations", "ConnectionDetails"],
});
