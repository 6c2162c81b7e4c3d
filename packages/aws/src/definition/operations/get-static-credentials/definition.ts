import { defineActivity } from "@rivulet/activities";

/** Hands out the keys of the active configuration. */
export const getStaticCredentials = defineActivity({
  kind: "AWSAuthentication.GetStaticCredentials",
  label: "Get static credentials",
  group: "awsAuthentication",
  icon: "key-round",
  summary: "Makes a Credentials object from the keys of the active configuration.",
  documentation:
    "It takes no parameters. The keys are the constants `AWSAuthentication.AccessKey` and `AWSAuthentication.SecretAccessKey` of the configuration that runs, with `AWSAuthentication.SessionToken` where it is not empty; where both are empty, what the connection of the configuration says (a profile, a role, the default chain ...), else the environment's `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` and `AWS_SESSION_TOKEN`. With a session token the result is a TemporaryCredentials object. An embedded configuration fills in dummy keys, which the embedded DynamoDB takes; real keys never reach it.",
  synonyms: ["credentials", "keys", "sign in", "log in", "authenticate", "aws"],
  fields: [
    {
      name: "output",
      kind: "newVariable",
      label: "Object name",
      documentation: "Name of the Credentials object.",
      isRequired: true,
      type: { from: "fixed", type: { kind: "object", entity: "AWSAuthentication.Credentials" } },
      suggestion: { one: "Credentials", many: "Credentials" },
      scope: "after",
    },
  ],
  subtitle: "${output} = static credentials",
  raises: ["missing-credentials", "missing-region", "connection-credentials"],
  explorerFolders: ["Operations", "ConnectionDetails"],
});
