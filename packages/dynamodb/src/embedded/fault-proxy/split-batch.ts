import { type DynamoDBRequest, isRecord } from "./dynamodb-request.ts";

type Body = Readonly<Record<string, unknown>>;

/** A batch in two: what the target is asked for, and how its answer says that the rest was left. */
export interface SplitBatch {
  /** Undefined when nothing is to be processed: the target is not asked at all. */
  readonly processed: Body | undefined;
  readonly withUnprocessed: (answer: Body) => Body;
}

/** One table's part of a batch: its entries, and how a part with other entries is written. */
interface Part {
  readonly table: string;
  readonly entries: readonly unknown[];
  readonly write: (entries: readonly unknown[]) => unknown;
}

/** The batch operations: where their entries stand, and where AWS names those it left. */
const batches: Readonly<
  Record<string, { readonly part: (table: string, value: unknown) => Part; readonly left: string }>
> = {
  BatchWriteItem: {
    left: "UnprocessedItems",
    part: (table, value) => ({
      table,
      entries: Array.isArray(value) ? value : [],
      write: (entries) => entries,
    }),
  },
  BatchGetItem: {
    left: "UnprocessedKeys",
    part(table, value) {
      const request = isRecord(value) ? value : {};
      const keys: unknown = request["Keys"];
      return { table, entries: Array.isArray(keys) ? keys : [], write: (Keys) => ({ ...request, Keys }) };
    },
  },
};

/**
 * Leaves all but the first `processed` entries of a batch; left out: half of them. Undefined for a request that is no
 * batch.
 */
export function splitBatch({ operation, body }: DynamoDBRequest, processed?: number): SplitBatch | undefined {
  const batch = batches[operation];
  const requested = body["RequestItems"];
  if (batch === undefined || !isRecord(requested)) return undefined;
  const parts = Object.entries(requested).map(([table, value]) => batch.part(table, value));
  const total = parts.reduce((sum, { entries }) => sum + entries.length, 0);
  const taken = takeFirst(parts, processed ?? Math.ceil(total / 2));
  const left = written(parts.map((part, index) => ({ ...part, entries: part.entries.slice(taken[index]) })));
  const kept = written(
    parts.map((part, index) => ({ ...part, entries: part.entries.slice(0, taken[index]) })),
  );
  return {
    processed: Object.keys(kept).length === 0 ? undefined : { ...body, RequestItems: kept },
    withUnprocessed(answer) {
      const leftByTarget = answer[batch.left];
      return { ...answer, [batch.left]: { ...(isRecord(leftByTarget) ? leftByTarget : {}), ...left } };
    },
  };
}

/** How many entries of each part are among the first `count` of all. */
function takeFirst(parts: readonly Part[], count: number): readonly number[] {
  let remaining = Math.max(0, count);
  return parts.map(({ entries }) => {
    const taken = Math.min(remaining, entries.length);
    remaining -= taken;
    return taken;
  });
}

function written(parts: readonly Part[]): Body {
  return Object.fromEntries(
    parts
      .filter(({ entries }) => entries.length > 0)
      .map(({ table, entries, write }) => [table, write(entries)]),
  );
}
