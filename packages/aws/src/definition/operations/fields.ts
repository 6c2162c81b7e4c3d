import type { ExpressionField, NewVariableField } from "@rivulet/activities";

const module = "AWSAuthentication";

/** A row of the table of parameters. */
const row = { kind: "expression", isRequired: true, presentation: "parameter" } as const;

/** The parameter for an object of the module. */
export function objectParameter<const Name extends string>(
  name: Name,
  entity: string,
  documentation: string,
) {
  const type = { kind: "object", entity: `${module}.${entity}` } as const;
  return { ...row, name, label: name, documentation, expected: [{ from: "fixed", type }] } as const;
}

/** The parameter for a list of objects of the module. */
export function listParameter<const Name extends string>(name: Name, entity: string, documentation: string) {
  const type = { kind: "list", entity: `${module}.${entity}` } as const;
  return { ...row, name, label: name, documentation, expected: [{ from: "fixed", type }] } as const;
}

/** The parameter for keys: an object of Credentials or of a specialization. */
export const credentialsParameter = objectParameter(
  "Credentials",
  "Credentials",
  "The keys, for example those of Get static credentials or Get temporary credentials.",
);

/** The parameter for a region. */
export function regionParameter<const Name extends string>(name: Name) {
  return {
    name,
    kind: "expression",
    label: "Region (ENUM_Region)",
    documentation:
      "The region that is called. A value that is empty at run time falls back on the region of the configuration.",
    isRequired: true,
    expected: [{ from: "fixed", type: { kind: "enumeration", enumeration: `${module}.ENUM_Region` } }],
    presentation: "parameter",
  } as const satisfies ExpressionField;
}

/** The variable for the keys that an activity hands out. */
export const credentialsOutput = {
  name: "output",
  kind: "newVariable",
  label: "Object name",
  documentation: "Name of the Credentials object.",
  isRequired: true,
  type: { from: "fixed", type: { kind: "object", entity: `${module}.Credentials` } },
  suggestion: { one: "Credentials", many: "Credentials" },
  scope: "after",
} as const satisfies NewVariableField;

/** Codes of the errors that a call of AWS can end with; a test of the errors holds them complete. */
export const callErrors = [
  "aws-endpoint-refused",
  "aws-unknown-host",
  "aws-connection-lost",
  "aws-timeout",
  "aws-expired-token",
  "aws-credentials-refused",
  "aws-access-denied",
  "aws-limit-exceeded",
  "aws-throttled",
  "aws-not-found",
  "aws-unsupported",
  "aws-condition-failed",
  "aws-conflict",
  "aws-validation",
  "aws-server-error",
  "aws-unexpected-answer",
  "aws-call-failed",
];
