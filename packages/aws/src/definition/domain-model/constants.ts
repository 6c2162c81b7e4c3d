import type { ModulePart } from "@rivulet/model";

const staticCredentials = "ConnectionDetails/StaticCredentials";
const temporaryCredentials = "ConnectionDetails/TemporaryCredentials";

/** What a configuration says about signing in. Values of secret constants are never part of a project. */
export const constants: ModulePart = {
  constants: [
    {
      name: "AccessKey",
      type: "String",
      documentation:
        "Id of the access key that Get static credentials hands out. Left empty together with SecretAccessKey, the environment's AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are used.",
      folder: staticCredentials,
    },
    {
      name: "SecretAccessKey",
      type: "String",
      documentation:
        "The secret of that access key. It is kept outside the project: in the environment variable RIVULET_CONSTANT_AWSAuthentication_SecretAccessKey or with the secrets of this machine.",
      folder: staticCredentials,
      isSecret: true,
    },
    {
      name: "SessionToken",
      type: "String",
      documentation:
        "The session token that belongs to temporary keys, as the access portal of AWS or `aws sts` shows the three together. Left empty for keys that do not expire. Kept outside the project, like SecretAccessKey. An addition of Rivulet.",
      folder: staticCredentials,
      isSecret: true,
    },
    {
      name: "ClientCertificateID",
      type: "String",
      documentation: "Which client certificate proves who asks for temporary keys.",
      folder: temporaryCredentials,
    },
    {
      name: "ProfileARN",
      type: "String",
      documentation: "Amazon Resource Name of the profile in IAM Roles Anywhere.",
      folder: temporaryCredentials,
    },
    {
      name: "RoleARN",
      type: "String",
      documentation: "Amazon Resource Name of the role whose rights the temporary keys have.",
      folder: temporaryCredentials,
    },
    {
      name: "SessionName",
      type: "String",
      documentation: "Name of the session, as it appears in the logs of AWS. May be empty.",
      folder: temporaryCredentials,
    },
    {
      name: "TrustAnchorARN",
      type: "String",
      documentation: "Amazon Resource Name of the trust anchor that vouches for the client certificate.",
      folder: temporaryCredentials,
    },
    {
      name: "Duration",
      type: "Integer",
      documentation: "How long temporary keys are valid, in seconds; 0 for as long as the profile says.",
      folder: temporaryCredentials,
      defaultValue: 0,
    },
  ],
};
