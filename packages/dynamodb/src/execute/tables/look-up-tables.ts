import { ConnectionCalls, type ConnectionError, type UsedConnection } from "@rivulet/aws/execute";
import { FlowError } from "@rivulet/runtime";
import { knownTable } from "../../definition/index.ts";
import { inFlight } from "../batches/in-flight.ts";
import { readTableDescription, type TableDescription } from "./table-description.ts";

type KnownTable = ReturnType<typeof knownTable>;

/** What was found out about the tables of a region. */
export interface LookedUpRegion {
  /** As the enumeration of regions names it: `eu_central_1`; empty when nobody chose one. */
  readonly region: string;
  /** Where that is, as messages say it. */
  readonly place: string;
  /** Those that were asked for, with their keys. */
  readonly tables: readonly KnownTable[];
  /** Names of tables, in the order of DynamoDB. */
  readonly names: readonly string[];
  /** Whether there are more than these. */
  readonly isCut: boolean;
  /** Why not everything could be found out; what was found out before stands. */
  readonly error: ConnectionError | null;
}

/** What is to be found out. */
export interface AskedTables {
  /** As the enumeration of regions names it; `null` for that of the configuration. */
  readonly region: string | null;
  /** The tables whose keys are wanted. */
  readonly tables: readonly string[];
}

const namesAtOnce = 100;
/** More names than that nobody looks through, and an account may have thousands. */
const mostNames = 1_000;
const describedAtOnce = 4;

const regionKey = (name: string) => name.replaceAll("-", "_");

async function listNames(calls: ConnectionCalls): Promise<{ names: string[]; isCut: boolean }> {
  const names: string[] = [];
  let after: string | undefined;
  do {
    const input = { Limit: namesAtOnce, ...(after === undefined ? {} : { ExclusiveStartTableName: after }) };
    const page = (await calls.dynamodb("ListTables", input)) as {
      readonly TableNames?: readonly string[];
      readonly LastEvaluatedTableName?: string;
    };
    names.push(...(page.TableNames ?? []));
    after = page.LastEvaluatedTableName;
  } while (after !== undefined && names.length < mostNames);
  return { names, isCut: after !== undefined };
}

async function describe(name: string, calls: ConnectionCalls): Promise<KnownTable> {
  try {
    const answer = (await calls.dynamodb("DescribeTable", { TableName: name })) as TableDescription;
    return knownTable(name, readTableDescription(answer));
  } catch (error) {
    if (error instanceof FlowError && error.code === "aws-not-found") return knownTable(name, null);
    throw error;
  }
}

/** Whether others may be allowed what this call was not. */
const isAboutRights = (error: unknown) => error instanceof FlowError && error.code === "aws-access-denied";

/**
 * Finds out which tables a region has, and the keys of those that are asked for. Never throws: what goes wrong is part
 * of the answer, beside what was found before. Ends with the signal of the connection.
 *
 * @example await lookUpTables(connection, { region: "eu_central_1", tables: ["Orders"] })
 */
export async function lookUpTables(
  connection: UsedConnection,
  { region, tables }: AskedTables,
): Promise<LookedUpRegion> {
  const { settings } = connection;
  const own = region === null ? settings.region : region.replaceAll("_", "-");
  const calls = new ConnectionCalls({ ...connection, settings: { ...settings, region: own } });
  const { regionName = "" } = calls;
  const found: KnownTable[] = [];
  const failures: unknown[] = [];
  let listed = { names: [] as string[], isCut: false };
  try {
    listed = await listNames(calls);
  } catch (error) {
    failures.push(error);
  }
  if (failures.every(isAboutRights)) {
    await inFlight(tables, async (name) => found.push(await describe(name, calls)), {
      atOnce: describedAtOnce,
    }).catch((error: unknown) => failures.push(error));
  }
  const where =
    settings.endpoint.kind === "embedded"
      ? "the embedded DynamoDB"
      : `configuration ${settings.configuration}`;
  return {
    region: regionKey(regionName),
    place: `${regionName} of ${where}`,
    ...listed,
    tables: found,
    error: failures.length === 0 ? null : calls.errorOf(failures[0]),
  };
}
