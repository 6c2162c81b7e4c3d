import { defineActivity } from "@rivulet/activities";
import { credentialsParameter, regionParameter } from "../fields.ts";

/** Asks AWS whether keys are good. */
export const validateCredentials = defineActivity({
  kind: "AWSAuthentication.ValidateCredentials",
  label: "Validate credentials",
  group: "awsAuthentication",
  icon: "badge-check",
  summary: "Asks AWS who the keys belong to, and says whether it takes them.",
  documentation:
    "Calls GetCallerIdentity of the Security Token Service, which every valid key may do and which costs nothing. The result is false when AWS refuses the keys or cannot be reached; the log then has the exact error. In an embedded configuration there is nobody to ask, and the result is true.",
  synonyms: ["check", "test", "sts", "caller identity", "aws"],
  fields: [
    credentialsParameter,
    regionParameter("ENUM_Region"),
    {
      name: "output",
      kind: "newVariable",
      label: "Result name",
      documentation: "Name of the Boolean variable.",
      isRequired: true,
      type: { from: "fixed", type: { kind: "boolean" } },
      suggestion: { one: "IsValid", many: "IsValid" },
      scope: "after",
    },
  ],
  subtitle: "${output} = are {Credentials} valid",
  raises: ["missing-credentials", "missing-region", "invalid-region", "invalid-endpoint", "endpoint-refused"],
  explorerFolders: ["Operations"],
});
