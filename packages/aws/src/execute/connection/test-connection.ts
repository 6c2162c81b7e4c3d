import type { RunSettings } from "@rivulet/runtime";
import { textIn } from "../blank.ts";
import { serviceEndpoint } from "../call/service-endpoint.ts";
import { getCallerIdentityKind } from "../operations/validate-credentials/execute.ts";
import { ConnectionCalls, type ConnectionError, type UsedConnection } from "./connection-calls.ts";

/** What a test of a connection found. */
export interface ConnectionTest {
  readonly configuration: string;
  readonly isWorking: boolean;
  /** Whether calls go to AWS itself, where they may cost money. */
  readonly isAws: boolean;
  /** The address that was given; `null` where AWS, or the embedded DynamoDB, was asked. */
  readonly endpoint: string | null;
  /** Constants of AWSAuthentication that are empty. */
  readonly emptyConstants: readonly string[];
  /** The region that was asked; `null` when nobody chose one and so nobody was asked. */
  readonly region: string | null;
  /** Whether somebody chose the region. The embedded DynamoDB has them all, and is tested in one even if nobody did. */
  readonly isRegionChosen: boolean;
  /** Whose keys they are, where AWS was asked. */
  readonly identity: string | null;
  /** Why it does not work: code, the words of AWS, request id. */
  readonly error: ConnectionError | null;
}

const constants = [
  "AccessKey",
  "SecretAccessKey",
  "SessionToken",
  "ClientCertificateID",
  "ProfileARN",
  "RoleARN",
  "TrustAnchorARN",
].map((name) => `AWSAuthentication.${name}`);

/** Only temporary keys need it. */
const sessionToken = "AWSAuthentication.SessionToken";

/** Whose keys they are; only AWS itself knows. */
async function identityOf(calls: ConnectionCalls, settings: RunSettings): Promise<string | null> {
  if (settings.endpoint.kind !== "aws") return null;
  const answer = await calls.call(getCallerIdentityKind, serviceEndpoint("STS", settings), {});
  return (answer as { readonly Arn?: string }).Arn ?? null;
}

/**
 * Tries a connection as a run would use it: gets its keys, asks AWS whose they are, and lists one table. Never throws:
 * what goes wrong is the answer.
 */
export async function testConnection(connection: UsedConnection): Promise<ConnectionTest> {
  const { settings } = connection;
  const calls = new ConnectionCalls(connection);
  const isAws = settings.endpoint.kind === "aws";
  const isTemporary = settings.credentials?.kind === "temporaryKeys";
  const isEmpty = (name: string) =>
    textIn(settings.constant(name)) === undefined && (name !== sessionToken || isTemporary);
  const found = {
    configuration: settings.configuration,
    isAws,
    endpoint: settings.endpoint.kind === "explicit" ? calls.mask.text(settings.endpoint.url) : null,
    emptyConstants: settings.endpoint.kind === "embedded" ? [] : constants.filter(isEmpty),
    region: calls.regionName ?? null,
    isRegionChosen: textIn(settings.region) !== undefined,
  };
  try {
    const identity = await identityOf(calls, settings);
    await calls.dynamodb("ListTables", { Limit: 1 });
    return { ...found, isWorking: true, identity, error: null };
  } catch (error) {
    return { ...found, isWorking: false, identity: null, error: calls.errorOf(error) };
  }
}
