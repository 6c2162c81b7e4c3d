import { type AwsOperation, prepareCall, type SdkCommand, serviceEffect, textIn } from "@rivulet/aws/execute";
import type {
  ActivityExecutor,
  EffectHandler,
  ExecutionContext,
  JsonObject,
  JsonValue,
} from "@rivulet/runtime";
import { type EntityObject, readAttribute } from "@rivulet/values";
import type { requestActivity } from "../definition/index.ts";
import { dynamoDBService } from "./dynamodb-service.ts";

/** What is special about the execution of one operation. */
export interface OperationParts<Output> {
  /** Loads the command class from the AWS SDK. */
  readonly loadCommand: AwsOperation<SdkCommand>["loadCommand"];
  /** The command's input, from the request object. */
  readonly input: (request: EntityObject, context: ExecutionContext) => JsonObject;
  /** The response object with all that belongs to it, from the command's output. */
  readonly output: (output: Output, context: ExecutionContext, request: EntityObject) => EntityObject;
}

/** An operation as the connector takes it: how its activity is executed, and how its effect is done. */
export interface Operation {
  readonly executor: ActivityExecutor;
  readonly effect: EffectHandler;
}

/**
 * Joins the definition of an operation with its execution: checks, call and answer are the same for all of them.
 *
 * @example operation(listTables, { loadCommand, input, output })
 */
export function operation<Output>(
  { kind, label, fields: [request] }: ReturnType<typeof requestActivity>,
  parts: OperationParts<Output>,
): Operation {
  const execute = async (inputs: Readonly<Record<string, unknown>>, context: ExecutionContext) => {
    const prepared = await prepareCall(
      {
        label,
        request: inputs[request.name] as EntityObject | null,
        region: inputs["Region"] as string | null,
        credentials: inputs["Credentials"] as EntityObject | null,
      },
      context,
    );
    const input = parts.input(prepared.request, context);
    const output = await context.effect(kind, { ...prepared.call, input });
    return parts.output(output as Output, context, prepared.request);
  };
  const effect = serviceEffect(dynamoDBService, { name: label, loadCommand: parts.loadCommand });
  return { executor: { kind, execute }, effect };
}

/**
 * The attributes of a request under their own names; blank texts and empty numbers are left out
 * (seed catalog, `optionalStrings`).
 *
 * @example sentAttributes(request, ["ExclusiveStartTableName", "Limit"]) // { Limit: 10 }
 */
export function sentAttributes(request: EntityObject, names: readonly string[]): JsonObject {
  const sent: Record<string, JsonValue> = {};
  for (const name of names) {
    const value = readAttribute(request, name);
    if (typeof value === "number" || typeof value === "boolean") sent[name] = value;
    const text = textIn(value);
    if (text !== undefined) sent[name] = text;
  }
  return sent;
}
