import type * as credentialProviders from "@aws-sdk/credential-providers";
import type { ConnectionCredentials } from "@rivulet/runtime";
import type { TemporaryKeys } from "../credentials/kept-keys.ts";

/** Where a provider is called from. */
export interface ProviderRequest {
  readonly credentials: ConnectionCredentials & { readonly kind: ProviderKind };
  readonly region: string;
}

type Providers = typeof credentialProviders;
type Provider = ReturnType<Providers["fromEnv"]>;
type ProviderMaker = (providers: Providers, request: ProviderRequest) => Provider;

const profileOf = ({ credentials: { profile } }: ProviderRequest) => (profile ? { profile } : {});

/** Kinds that have a provider of the AWS SDK; temporary keys are what somebody wrote down. */
type ProviderKind = Exclude<ConnectionCredentials["kind"], "temporaryKeys">;

/** The AWS SDK's own provider for each kind; they read the environment and the shared files as all tools of AWS do. */
const makers: Readonly<Record<ProviderKind, ProviderMaker>> = {
  defaultChain: ({ fromNodeProviderChain }, request) => fromNodeProviderChain(profileOf(request)),
  profile: ({ fromIni }, request) => fromIni(profileOf(request)),
  sso: ({ fromSSO }, request) => fromSSO(profileOf(request)),
  process: ({ fromProcess }, request) => fromProcess(profileOf(request)),
  assumeRole: ({ fromTemporaryCredentials, fromNodeProviderChain }, request) => {
    const { credentials, region } = request;
    const { roleArn = "", externalId, sessionName = "rivulet", durationSeconds } = credentials;
    return fromTemporaryCredentials({
      masterCredentials: fromNodeProviderChain(profileOf(request)),
      clientConfig: { region },
      params: {
        RoleArn: roleArn,
        RoleSessionName: sessionName,
        ...(externalId ? { ExternalId: externalId } : {}),
        ...(durationSeconds === undefined ? {} : { DurationSeconds: durationSeconds }),
      },
    });
  },
  webIdentity: ({ fromTokenFile }, { credentials: { roleArn, sessionName }, region }) =>
    fromTokenFile({
      clientConfig: { region },
      ...(roleArn ? { roleArn } : {}),
      ...(sessionName ? { roleSessionName: sessionName } : {}),
    }),
  container: ({ fromContainerMetadata }) => fromContainerMetadata(),
  instance: ({ fromInstanceMetadata }) => fromInstanceMetadata(),
};

/** Gets keys from a provider, which is loaded when a run first needs it. Keys without an end are asked for every hour. */
export async function keysFromProvider(request: ProviderRequest): Promise<TemporaryKeys> {
  const providers = await import("@aws-sdk/credential-providers");
  const found = await makers[request.credentials.kind](providers, request)();
  const { accessKeyId, secretAccessKey, sessionToken, expiration } = found;
  return {
    keys: { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) },
    expiration: expiration?.getTime() ?? Date.now() + 60 * 60_000,
  };
}
