import {
  type Configuration,
  chosenConfiguration,
  errorAt,
  type Problem,
  type ProjectIndex,
} from "@rivulet/model";
import { FlowError } from "../ports/flow-error.ts";
import type { EndpointSetting, RunSettings } from "../ports/run-settings.ts";
import { ConstantResolver } from "./constant-resolver.ts";
import type { SettingsSources } from "./settings-sources.ts";

/** Settings, or the reasons why there are none. */
export type SettingsResult = { readonly settings: RunSettings } | { readonly problems: readonly Problem[] };

/** The configuration of a project that has none. */
const noConfiguration: Configuration = { name: "none", kind: "aws", constants: {} };

function findConfiguration(
  index: ProjectIndex,
  { flags, activeConfiguration }: SettingsSources,
): Configuration | Problem {
  const configurations = index.settings?.configurations ?? [];
  const named = flags?.configuration;
  const wanted = named ?? activeConfiguration;
  if (wanted === undefined) return configurations[0] ?? noConfiguration;
  const names = configurations.map(({ name }) => name).join(", ") || "none";
  const found =
    named === undefined
      ? chosenConfiguration(configurations, wanted)
      : configurations.find(({ name }) => name === named);
  return (
    found ??
    errorAt(
      { file: "rivulet.json", record: "project", field: "configurations" },
      "unknown-configuration",
      `The project has no configuration ${wanted}. Its configurations: ${names}.`,
    )
  );
}

/** The first text that is not blank: an empty variable or field is as good as none. */
function firstGiven(...texts: readonly (string | undefined)[]): string | undefined {
  return texts.find((text) => text !== undefined && text.trim() !== "")?.trim();
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

const embeddedIsMissing = async (): Promise<string> => {
  throw new FlowError({
    code: "embedded-unavailable",
    message:
      "The active configuration uses the embedded DynamoDB, and this program has none. Choose another configuration, give an endpoint, or start the server.",
  });
};

/** An explicit address switches the embedded DynamoDB off; a configuration for AWS never falls back to it. */
function endpointOf(configuration: Configuration, sources: SettingsSources): EndpointSetting | Problem {
  const { flags, environment, embedded } = sources;
  const ofOperator = firstGiven(flags?.endpoint, environment?.["RIVULET_DYNAMODB_ENDPOINT"]);
  const url = ofOperator ?? firstGiven(configuration.endpoint);
  if (url === undefined) {
    if (configuration.kind === "aws") return { kind: "aws" };
    return { kind: "embedded", endpointFor: embedded?.endpointFor ?? embeddedIsMissing };
  }
  const givenBy = ofOperator === undefined ? "project" : "operator";
  if (isWebAddress(url)) return { kind: "explicit", url, givenBy };
  const message = `"${url}" is not the address of an endpoint. Write one like http://127.0.0.1:8000.`;
  return errorAt({ field: "endpoint" }, "wrong-endpoint", message);
}

/** What the AWS SDK itself knows, the client certificates of this machine, and where calls may go. */
const awsVariables = ["AWS_", "RIVULET_CLIENT_CERTIFICATE", "RIVULET_ALLOWED_ENDPOINTS"] as const;

/** Looked through before every run: only what is wanted is read, because each look at `process.env` asks the system. */
function awsEnvironment({ environment = {} }: SettingsSources): RunSettings["awsEnvironment"] {
  const found: Record<string, string | undefined> = {};
  for (const name of Object.keys(environment))
    if (awsVariables.some((start) => name.startsWith(start))) found[name] = environment[name];
  return found;
}

/**
 * Decides where each setting of a run comes from; the first that is given wins (interfaces.md, "Where a setting comes
 * from").
 *
 * | setting       | order                                                                                            |
 * | ------------- | ------------------------------------------------------------------------------------------------ |
 * | configuration | flag, the active one, the first one                                                                |
 * | endpoint      | flag, `RIVULET_DYNAMODB_ENDPOINT`, the configuration, then embedded or AWS by its kind              |
 * | region        | flag, the configuration, `AWS_REGION`                                                               |
 * | constant      | flag, `RIVULET_CONSTANT_<Module>_<Name>`, secrets, the configuration, its default; a secret never from the last two |
 *
 * @example resolveSettings(index, { flags: { region: "eu-west-1" }, environment: process.env })
 */
export function resolveSettings(index: ProjectIndex, sources: SettingsSources = {}): SettingsResult {
  const configuration = findConfiguration(index, sources);
  if ("severity" in configuration) return { problems: [configuration] };
  const constants = new ConstantResolver(index, sources, configuration);
  constants.resolveAll();
  const endpoint = endpointOf(configuration, sources);
  const problems = [...("severity" in endpoint ? [endpoint] : []), ...constants.problems];
  if ("severity" in endpoint || problems.length > 0) return { problems };
  const { flags, environment } = sources;
  return {
    settings: {
      configuration: configuration.name,
      endpoint,
      credentials: configuration.credentials,
      region: firstGiven(flags?.region, configuration.region, environment?.["AWS_REGION"]),
      constant: (name) => constants.values.get(name) ?? null,
      awsEnvironment: awsEnvironment(sources),
    },
  };
}
