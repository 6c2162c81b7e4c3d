import {
  type AwsService,
  ClientCache,
  type ClientTarget,
  clientOptions,
  type SdkCommand,
  type WatchedClient,
  watchCalls,
} from "@rivulet/aws/execute";
import { plainJsonProtocol } from "./plain-json-codec.ts";

const ignore = () => undefined;

/**
 * Nothing of the AWS SDK's own log is kept: what people need is in the run's. Without `info` the SDK does not even put
 * the line together, for which it would walk through every item of every call.
 */
const noLog = { trace: ignore, debug: ignore, info: undefined, warn: ignore, error: ignore };

/**
 * Loads the AWS SDK at its first use only: a flow without DynamoDB never pays for it. Addresses that depend on the
 * account are left out, so that all calls of a client go to one address and may share what the SDK keeps for it.
 * Inputs and outputs are DynamoDB's own JSON.
 */
async function makeClient(target: ClientTarget): Promise<WatchedClient<SdkCommand>> {
  const { DynamoDBClient, errorTypeRegistries } = await import("@aws-sdk/client-dynamodb");
  const client = new DynamoDBClient({
    ...clientOptions(target),
    accountIdEndpointMode: "disabled",
    logger: noLog as never,
    protocolSettings: plainJsonProtocol(errorTypeRegistries),
  });
  return watchCalls(client);
}

/** Amazon DynamoDB. Its clients live as long as the process. */
export const dynamoDBService: AwsService<SdkCommand> = {
  actionPrefix: "dynamodb",
  logNode: "AmazonDynamoDBConnector",
  clients: new ClientCache(makeClient),
};
