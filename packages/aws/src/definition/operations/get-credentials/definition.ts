import { defineActivity } from "@rivulet/activities";
import { credentialsOutput, regionParameter } from "../fields.ts";
import { getStaticCredentials } from "../get-static-credentials/definition.ts";
import { getTemporaryCredentials } from "../get-temporary-credentials/definition.ts";

/** Hands out static or temporary keys, as a switch says. */
export const getCredentials = defineActivity({
  kind: "AWSAuthentication.GetCredentials",
  label: "Get credentials",
  group: "awsAuthentication",
  icon: "key-round",
  summary: "Makes static or temporary credentials, as UseStaticCredentials says.",
  documentation:
    "With UseStaticCredentials true it does what Get static credentials does, else what Get temporary credentials does. For flows that are shared between both.",
  synonyms: ["credentials", "aws"],
  fields: [
    {
      name: "UseStaticCredentials",
      kind: "expression",
      label: "UseStaticCredentials",
      documentation: "Whether static keys are wanted; empty counts as false.",
      isRequired: true,
      expected: [{ from: "fixed", type: { kind: "boolean" } }],
      presentation: "parameter",
    },
    regionParameter("ENUM_Region"),
    credentialsOutput,
  ],
  subtitle: "${output} = credentials",
  raises: [...new Set<string>([...getStaticCredentials.raises, ...getTemporaryCredentials.raises])],
  isInToolbox: false,
});
