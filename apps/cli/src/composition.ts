import { awsAuthentication } from "@rivulet/aws/execute";
import { amazonDynamoDB } from "@rivulet/dynamodb/execute";
import { type Connector, createEngine, type Engine } from "@rivulet/runtime";

/** The connectors that come with Rivulet. */
export const connectors: readonly Connector[] = [awsAuthentication, amazonDynamoDB];

/** The engine of a command: it runs one microflow at most, and nothing is remembered after it. */
export function commandEngine(): Engine {
  return createEngine({ connectors, historySize: 1, newRunId: () => "run" });
}
