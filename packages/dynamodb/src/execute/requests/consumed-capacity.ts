import type { ExecutionContext } from "@rivulet/runtime";
import { decimalFromText, type EntityObject } from "@rivulet/values";
import { linkAll, newObject } from "../items/new-object.ts";
import { inModule } from "../module-name.ts";

interface Units {
  readonly CapacityUnits?: number;
}

/** What a call took, as DynamoDB tells it of one table. */
export interface CapacityJson extends Units {
  readonly TableName?: string;
  readonly GlobalSecondaryIndexes?: Readonly<Record<string, Units>>;
  readonly LocalSecondaryIndexes?: Readonly<Record<string, Units>>;
}

interface Row {
  readonly table: string;
  readonly index: string | null;
  readonly units: number;
}

function rowsOf({ TableName: table = "", ...capacity }: CapacityJson): Row[] {
  const indexes = { ...capacity.LocalSecondaryIndexes, ...capacity.GlobalSecondaryIndexes };
  return [
    { table, index: null, units: capacity.CapacityUnits ?? 0 },
    ...Object.entries(indexes).map(([index, { CapacityUnits = 0 }]) => ({
      table,
      index,
      units: CapacityUnits,
    })),
  ];
}

/** The rows of all calls, one for each table and index. DynamoDB counts in halves, so numbers add up exactly. */
function summed(rows: readonly Row[]): Row[] {
  const sums = new Map<string, Row>();
  for (const row of rows) {
    const key = JSON.stringify([row.table, row.index]);
    const { units = 0 } = sums.get(key) ?? {};
    sums.set(key, { ...row, units: units + row.units });
  }
  return [...sums.values()];
}

/** Links to a response what its calls took; nothing when nobody asked. */
export function writeCapacity(
  response: EntityObject,
  told: readonly CapacityJson[],
  context: ExecutionContext,
): void {
  const owners = summed(told.flatMap(rowsOf)).map(({ table, index, units }) =>
    newObject(context, "ConsumedCapacity", [table, index, decimalFromText(String(units)) ?? null]),
  );
  const [, entity] = response.shape.name.split(".");
  linkAll(context, inModule(`ConsumedCapacity_${entity}`), { owners, target: response });
}
