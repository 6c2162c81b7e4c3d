import { defineActivity, type NamedOutcome } from "@rivulet/activities";
import { callErrors } from "@rivulet/aws/definition";
import { awsAuthentication } from "../domain-model/foreign-names.ts";
import { keyedObjects, namingAttributes } from "./known-keys.ts";
import { throttled } from "./outcomes.ts";

/** What is special about one operation; everything else is the same for all. */
interface RequestActivity<Operation extends string, Request extends string, Response extends string> {
  /** Name of the activity: `ListTables`. */
  readonly operation: Operation;
  /** Name of the request entity; it also names the field. */
  readonly request: Request;
  /** Name of the response entity; it also names the variable. */
  readonly response: Response;
  readonly icon: string;
  readonly summary: string;
  readonly documentation: string;
  readonly synonyms: readonly string[];
  /** Outcomes beside throttling, which can happen to all. */
  readonly outcomes?: readonly NamedOutcome[];
}

const module = "AmazonDynamoDBConnector";

/** Codes of the errors that an operation can end with: what it was given, the way to AWS, and the answer of AWS. */
const raises = [
  "missing-credentials",
  "missing-request",
  "missing-region",
  "invalid-region",
  "invalid-endpoint",
  "endpoint-refused",
  "missing-attribute",
  "missing-object",
  "wrong-object",
  "duplicate-attribute",
  "duplicate-key",
  "empty-set",
  "nested-too-deep",
  "number-not-taken",
  "wrong-operands",
  "wrong-stand-in",
  "embedded-unavailable",
  ...callErrors,
];

/**
 * An operation of DynamoDB in the shape that all of them have: Request + Region + Credentials -> Response.
 *
 * @example requestActivity({ operation: "ListTables", request: "ListTablesRequest", response: "ListTablesResponse", ... })
 */
export function requestActivity<Operation extends string, Request extends string, Response extends string>(
  declared: RequestActivity<Operation, Request, Response>,
) {
  const { operation, request, response, icon, summary, documentation, synonyms, outcomes = [] } = declared;
  return defineActivity({
    kind: `${module}.${operation}`,
    label: operation,
    group: "amazonDynamoDB",
    icon,
    summary,
    documentation,
    synonyms: [operation, "dynamodb", "aws", ...synonyms],
    fields: [
      {
        name: request,
        kind: "expression",
        label: request,
        documentation: "What to ask for. Fill it with Create object.",
        isRequired: true,
        expected: [
          {
            from: "fixed",
            type: { kind: "object", entity: `${module}.${request}` },
          },
        ],
        presentation: "parameter",
      },
      {
        name: "Region",
        kind: "expression",
        label: "Region (ENUM_Region)",
        documentation:
          "Where the tables are. A value that is empty at run time falls back on the region of the configuration.",
        isRequired: true,
        expected: [{ from: "fixed", type: { kind: "enumeration", enumeration: awsAuthentication.region } }],
        presentation: "parameter",
      },
      {
        name: "Credentials",
        kind: "expression",
        label: "Credentials",
        documentation: "The keys to sign with, for example those of Get static credentials.",
        isRequired: true,
        expected: [{ from: "fixed", type: { kind: "object", entity: awsAuthentication.credentials } }],
        presentation: "parameter",
      },
      {
        name: "output",
        kind: "newVariable",
        label: "Response name",
        documentation: "Name of the response object.",
        isRequired: true,
        type: { from: "fixed", type: { kind: "object", entity: `${module}.${response}` } },
        suggestion: { one: response, many: response },
        scope: "after",
      },
    ],
    subtitle: `\${output} = ${operation} in {Region}`,
    namedOutcomes: [...outcomes, throttled],
    keyedObjects,
    namingAttributes,
    raises,
    explorerFolders: ["Operations"],
  });
}
