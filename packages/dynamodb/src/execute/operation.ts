import {
  type AwsOperation,
  type PreparedCall,
  prepareCall,
  type SdkCommand,
  serviceEffect,
} from "@rivulet/aws/execute";
import type {
  ActivityExecutor,
  EffectHandler,
  ExecutionContext,
  JsonObject,
  JsonValue,
} from "@rivulet/runtime";
import type { EntityObject } from "@rivulet/values";
import type { requestActivity } from "../definition/index.ts";
import { dynamoDBService } from "./dynamodb-service.ts";
import type { ReadingPlace } from "./items/read-item.ts";
import { requireComplete } from "./items/require-complete.ts";
import { nameTheItem } from "./named-items/name-the-item.ts";
import { withHint } from "./requests/validation-hints.ts";

type Definition = ReturnType<typeof requestActivity>;

/** An operation as the connector takes it: how its activity is executed, and how its effect is done. */
export interface Operation {
  readonly executor: ActivityExecutor;
  readonly effect: EffectHandler;
}

/** A call of an operation that may be made more than once. */
export interface PreparedOperation {
  readonly request: EntityObject;
  readonly place: ReadingPlace;
  /** Settings of the call: how often it may be tried, among others. */
  readonly call: PreparedCall["call"];
  /** Calls the operation with an input. */
  readonly send: (input: JsonObject) => Promise<JsonValue>;
}

/** What is special about an operation that takes several calls. */
export interface OperationSteps {
  /** Loads the command class from the AWS SDK. */
  readonly loadCommand: AwsOperation<SdkCommand>["loadCommand"];
  /** What AWS calls the operation, where that is another name than the activity's. */
  readonly awsName?: string;
  readonly run: (prepared: PreparedOperation) => Promise<EntityObject>;
}

/**
 * Joins the definition of an operation with its execution. What it is given is checked in the order credentials,
 * request, region, attributes, linked objects (seed catalog, `requiredCheckOrder`).
 */
export function operationInSteps(
  { kind, label, fields: [request] }: Definition,
  steps: OperationSteps,
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
    const { call } = prepared;
    requireComplete(prepared.request, label, context);
    const send = async (input: JsonObject) => {
      try {
        return await context.effect(kind, { ...call, input });
      } catch (error) {
        throw await nameTheItem(withHint(error), input, { context, call });
      }
    };
    return steps.run({ request: prepared.request, place: { activity: label, context }, call, send });
  };
  const { loadCommand, awsName = label } = steps;
  return {
    executor: { kind, execute },
    effect: serviceEffect(dynamoDBService, { name: awsName, loadCommand }),
  };
}

/** What is special about an operation that is one call. */
export interface OperationParts<Output> extends Omit<OperationSteps, "run"> {
  /** The command's input, from the request object. */
  readonly input: (request: EntityObject, place: ReadingPlace) => JsonObject;
  /** The response object with all that belongs to it, from the command's output. */
  readonly output: (output: Output, context: ExecutionContext, request: EntityObject) => EntityObject;
}

/**
 * The same for an operation that is one call.
 *
 * @example operation(listTables, { loadCommand, input, output })
 */
export function operation<Output>(
  definition: Definition,
  { input, output, ...parts }: OperationParts<Output>,
): Operation {
  return operationInSteps(definition, {
    ...parts,
    run: async ({ request, place, send }) =>
      output((await send(input(request, place))) as Output, place.context, request),
  });
}
