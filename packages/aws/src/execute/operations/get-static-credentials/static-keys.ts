import { FlowError, type RunSettings } from "@rivulet/runtime";
import { textIn } from "../../blank.ts";
import { type AwsKeys, embeddedKeys } from "../../credentials/aws-keys.ts";

/** The two parts of static keys, and where each can come from. */
const parts = [
  { name: "accessKeyId", constant: "AWSAuthentication.AccessKey", variable: "AWS_ACCESS_KEY_ID" },
  {
    name: "secretAccessKey",
    constant: "AWSAuthentication.SecretAccessKey",
    variable: "AWS_SECRET_ACCESS_KEY",
  },
] as const;

/** What temporary keys have besides. */
const tokenPart = {
  name: "sessionToken",
  constant: "AWSAuthentication.SessionToken",
  variable: "AWS_SESSION_TOKEN",
} as const;

type Part = (typeof parts)[number] | typeof tokenPart;

/** The keys, or the parts that are missing. */
function keysFrom(read: (part: Part) => unknown): AwsKeys | readonly Part[] {
  const [accessKeyId, secretAccessKey] = parts.map((part) => textIn(read(part)));
  if (accessKeyId !== undefined && secretAccessKey !== undefined) return { accessKeyId, secretAccessKey };
  return parts.filter((part) => textIn(read(part)) === undefined);
}

const isKeys = (found: AwsKeys | readonly Part[]): found is AwsKeys => "accessKeyId" in found;

const both = (names: readonly string[]) => names.join(" and ");
const are = (names: readonly string[]) => `${both(names)} ${names.length === 1 ? "is" : "are"} empty`;

function missingCredentials(empty: readonly string[], remedy: string, settings: RunSettings): FlowError {
  const { configuration } = settings;
  return new FlowError({
    code: "missing-credentials",
    message: `Configuration ${configuration} has no keys for AWS: ${are(empty)}. ${remedy}`,
    details: { configuration, empty },
  });
}

/** Whether the connection says that its keys are temporary ones, written into constants. */
const areTemporary = ({ credentials }: RunSettings) => credentials?.kind === "temporaryKeys";

function missingConstants(empty: readonly Part[], settings: RunSettings): FlowError {
  const constants = empty.map(({ constant }) => constant);
  const ways = empty.map(({ constant }) => `RIVULET_CONSTANT_${constant.replace(".", "_")}`);
  const other =
    empty.length === parts.length && !areTemporary(settings)
      ? " AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY do as well."
      : "";
  const remedy = `Set ${empty.length === 1 ? "it" : "them"} with --constant or as ${both(ways)} in the environment.${other} A DynamoDB that runs locally takes any text.`;
  return missingCredentials(constants, remedy, settings);
}

function keysOfEnvironment(settings: RunSettings): AwsKeys {
  const { awsEnvironment } = settings;
  const found = keysFrom(({ variable }) => awsEnvironment[variable]);
  if (!isKeys(found)) {
    if (found.length === parts.length) throw missingConstants(found, settings);
    const variables = found.map(({ variable }) => variable);
    throw missingCredentials(variables, "Set it beside the other one in the environment.", settings);
  }
  return withToken(found, awsEnvironment[tokenPart.variable]);
}

function withToken(keys: AwsKeys, value: unknown): AwsKeys {
  const sessionToken = textIn(value);
  return sessionToken === undefined ? keys : { ...keys, sessionToken };
}

/** Temporary keys are three constants, of which none may be empty; those of the environment do not count. */
function temporaryKeys(settings: RunSettings): AwsKeys {
  const empty = [...parts, tokenPart].filter(
    ({ constant }) => textIn(settings.constant(constant)) === undefined,
  );
  const found = keysFrom(({ constant }) => settings.constant(constant));
  if (empty.length > 0 || !isKeys(found)) throw missingConstants(empty, settings);
  return withToken(found, settings.constant(tokenPart.constant));
}

/** Whether nobody gave static keys, so that the connection's own credentials count. */
export function hasNoStaticKeys(settings: RunSettings): boolean {
  if (settings.endpoint.kind === "embedded" || areTemporary(settings)) return false;
  const found = keysFrom(({ constant }) => settings.constant(constant));
  return !isKeys(found) && found.length === parts.length;
}

/**
 * The keys of a run: dummy ones for an embedded configuration, else those of the two constants, with the session token
 * of a third one; the environment's only where both constants are empty (interfaces.md, "Where a setting comes from").
 *
 * @throws {FlowError} `missing-credentials`, naming what is empty and how to set it
 */
export function staticKeys(settings: RunSettings): AwsKeys {
  if (settings.endpoint.kind === "embedded") return embeddedKeys;
  if (areTemporary(settings)) return temporaryKeys(settings);
  const found = keysFrom(({ constant }) => settings.constant(constant));
  if (isKeys(found)) return withToken(found, settings.constant(tokenPart.constant));
  if (found.length === parts.length) return keysOfEnvironment(settings);
  throw missingConstants(found, settings);
}
