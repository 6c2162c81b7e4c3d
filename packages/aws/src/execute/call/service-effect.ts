import {
  type EffectContext,
  type EffectHandler,
  FlowError,
  type JsonObject,
  type LogEntry,
} from "@rivulet/runtime";
import type { ClientCache } from "../client/client-cache.ts";
import type { CallWatcher, WatchedClient } from "../client/watched-client.ts";
import type { AwsKeys } from "../credentials/aws-keys.ts";
import { awsError } from "../errors/aws-errors.ts";
import { readAwsFailure } from "../errors/aws-failure.ts";
import type { AwsCall } from "./aws-call.ts";

/** A service of AWS and how its clients are made. */
export interface AwsService<Command> {
  /** As IAM policies write it: `dynamodb`. */
  readonly actionPrefix: string;
  /** Node of its lines in the log: the name of the module. */
  readonly logNode: string;
  readonly clients: ClientCache<WatchedClient<Command>>;
}

/** An operation of a service. */
export interface AwsOperation<Command> {
  /** `ListTables` */
  readonly name: string;
  /** Loads the class of the command from the AWS SDK. */
  readonly loadCommand: () => Promise<new (input: never) => Command>;
}

/** The run's signal, joined by the time limit of the call where its request has one. */
function signalOf(signal: AbortSignal, timeLimit: number | undefined): AbortSignal {
  return timeLimit === undefined ? signal : AbortSignal.any([signal, AbortSignal.timeout(timeLimit)]);
}

function cancelled({ reason }: AbortSignal): FlowError {
  if (reason instanceof FlowError) return reason;
  return new FlowError({ code: "cancelled", message: "The run was cancelled.", cause: reason });
}

/**
 * The effect that does an operation of an AWS service: request an {@link AwsCall}, response the output of the AWS
 * SDK without its metadata.
 *
 * @example { "AmazonDynamoDBConnector.ListTables": serviceEffect(dynamoDB, { name: "ListTables", loadCommand }) }
 */
export function serviceEffect<Command>(
  { actionPrefix, logNode, clients }: AwsService<Command>,
  { name, loadCommand }: AwsOperation<Command>,
): EffectHandler {
  let loaded: ReturnType<typeof loadCommand> | undefined;

  const send = async (call: AwsCall, { signal, secrets, log }: EffectContext): Promise<JsonObject> => {
    const { region, endpoint, client: settings, input } = call;
    const keys = secrets.open(call.credentials) as Readonly<Record<string, string>> & AwsKeys;
    const watcher: CallWatcher = {
      signal: signalOf(signal, settings.callTimeout),
      onRetry: (attempt, failure) => log(retryLine(`${name}: attempt ${attempt}`, failure, logNode)),
    };
    const Command = await (loaded ??= loadCommand());
    const { $metadata: _, ...output } = await clients.use(
      { region, endpoint, keys, client: settings },
      (client) => client.send(new Command({ ...input } as never), watcher),
    );
    return output;
  };

  return async (request, context) => {
    const call = request as AwsCall;
    try {
      return await send(call, context);
    } catch (error) {
      if (context.signal.aborted) throw cancelled(context.signal);
      if (error instanceof FlowError) throw error;
      const { region, endpoint, client } = call;
      const action = `${actionPrefix}:${name}`;
      throw awsError(error, { operation: name, action, region, endpoint, timeLimit: client.callTimeout });
    }
  };
}

function retryLine(attempt: string, failure: unknown, node: string): LogEntry {
  const { codes, message } = readAwsFailure(failure);
  const reason = `${codes[0] ?? "unknown"}: ${message}`;
  return { level: "warning", node, message: `${attempt} after ${reason}`, at: Date.now() };
}
