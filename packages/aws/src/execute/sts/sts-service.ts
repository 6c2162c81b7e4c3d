import { type AwsService, serviceEffect } from "../call/service-effect.ts";
import { ClientCache } from "../client/client-cache.ts";
import { type ClientTarget, clientOptions } from "../client/client-options.ts";
import { type SdkCommand, type WatchedClient, watchCalls } from "../client/watched-client.ts";

async function makeClient(target: ClientTarget): Promise<WatchedClient<SdkCommand>> {
  const { STSClient } = await import("@aws-sdk/client-sts");
  return watchCalls(new STSClient(clientOptions(target)));
}

/** The Security Token Service; loaded when something first asks it. */
const securityTokenService: AwsService<SdkCommand> = {
  actionPrefix: "sts",
  logNode: "AWSAuthentication",
  clients: new ClientCache(makeClient),
};

/** The effect that asks who some keys belong to. */
export const getCallerIdentity = serviceEffect(securityTokenService, {
  name: "GetCallerIdentity",
  loadCommand: async () => (await import("@aws-sdk/client-sts")).GetCallerIdentityCommand,
});
