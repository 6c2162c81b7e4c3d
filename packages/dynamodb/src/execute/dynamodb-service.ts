import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { type AwsService, ClientCache, clientOptions, type ServiceCommand } from "@rivulet/aws/execute";

/** Loads the AWS SDK at its first use only: a flow without DynamoDB never pays for it. */
async function makeClient(target: Parameters<typeof clientOptions>[0]): Promise<DynamoDBClient> {
  const { DynamoDBClient } = await import("@aws-sdk/client-dynamodb");
  return new DynamoDBClient(clientOptions(target));
}

/** Amazon DynamoDB. Its clients live as long as the process. */
export const dynamoDBService: AwsService<ServiceCommand> = {
  actionPrefix: "dynamodb",
  logNode: "AmazonDynamoDBConnector",
  clients: new ClientCache(makeClient),
};
