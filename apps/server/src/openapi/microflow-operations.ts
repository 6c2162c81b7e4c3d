import type { JsonObject } from "@rivulet/model";
import type { DataType } from "@rivulet/values";
import { componentReference, type JsonSchema } from "./json-schema.ts";
import type { MicroflowParameter, MicroflowSignature } from "./microflow-signature.ts";
import { problemResponses } from "./problem-responses.ts";
import { typeText } from "./type-text.ts";
import { dataTypeSchema } from "./value-schemas.ts";

/** Path of the operation that runs a microflow. */
export function runPath(name: string): string {
  return `/api/v1/microflows/${name}/runs`;
}

/** The schema of a type under the name that people know it by. */
function titledSchema(type: DataType): JsonSchema {
  return { title: typeText(type), ...dataTypeSchema(type) };
}

function parameterSchema({ type, documentation }: MicroflowParameter): JsonSchema {
  const schema = titledSchema(type);
  return documentation === "" ? schema : { ...schema, description: documentation };
}

function bodySchema({ parameters }: MicroflowSignature): JsonSchema {
  const required = parameters.filter(({ isRequired }) => isRequired).map(({ name }) => name);
  const properties = Object.fromEntries(
    parameters.map((parameter) => [parameter.name, parameterSchema(parameter)]),
  );
  return {
    type: "object",
    properties: {
      parameters: { type: "object", properties, required, additionalProperties: false },
      wait: {
        type: "boolean",
        default: true,
        description: "Whether to wait for the end, 30 seconds at most.",
      },
      configuration: {
        type: "string",
        description: "Name of a configuration; the active one when left out.",
      },
      userRole: {
        type: "string",
        description:
          "Only this user role counts: one of the caller's own, or any of the project for whoever may change it.",
      },
      demoUser: {
        type: "string",
        description:
          "Runs it in the place of this demo user of the project. Only for whoever may change the project.",
      },
    },
    required: required.length > 0 ? ["parameters"] : [],
    additionalProperties: false,
  };
}

function endedSchema({ returnType }: MicroflowSignature): JsonSchema {
  const completed = { status: { const: "completed" }, result: titledSchema(returnType) };
  const failed = { status: { enum: ["failed", "cancelled"] }, error: componentReference("RunError") };
  const alternative = (properties: JsonObject): JsonSchema => ({
    properties,
    required: Object.keys(properties),
  });
  return {
    allOf: [componentReference("Run")],
    oneOf: [alternative(completed), alternative(failed)],
  };
}

const expandParameter = {
  name: "expand",
  in: "query",
  description: "How many levels of associated objects are written out.",
  schema: { type: "integer", minimum: 0, maximum: 20, default: 0 },
};

/** The operation that runs one microflow, with the schemas of its own parameters and result. */
export function microflowOperation(signature: MicroflowSignature): JsonObject {
  const { name, documentation } = signature;
  const jsonContent = (schema: JsonSchema) => ({ "application/json": { schema } });
  return {
    operationId: `run_${name.replace(".", "_")}`,
    summary: `Run ${name}`,
    ...(documentation === "" ? {} : { description: documentation }),
    tags: [name.slice(0, name.indexOf("."))],
    parameters: [expandParameter],
    requestBody: {
      required: signature.parameters.some(({ isRequired }) => isRequired),
      content: jsonContent(bodySchema(signature)),
    },
    responses: {
      200: { description: "The run has ended.", content: jsonContent(endedSchema(signature)) },
      202: { description: "The run goes on.", content: jsonContent(componentReference("Run")) },
      ...problemResponses([
        "wrong-request",
        "wrong-parameters",
        "sign-in-needed",
        "not-allowed",
        "unknown-microflow",
        "project-has-problems",
        "too-many-runs",
        "run-not-written",
        "shutting-down",
      ]),
    },
  };
}
