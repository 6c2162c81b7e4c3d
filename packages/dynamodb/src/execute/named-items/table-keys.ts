import { type ExecutionContext, FlowError, type JsonObject } from "@rivulet/runtime";
import { inModule } from "../module-name.ts";
import { type KeyPart, readTableDescription, type TableDescription } from "../tables/table-description.ts";

/** What a table asks of its items. */
export interface TableKeys {
  /** The key: the partition key and, where there is one, the sort key. */
  readonly key: readonly KeyPart[];
  /** The keys of its indexes: an item may lack them, but what it has must fit. */
  readonly ofIndexes: readonly KeyPart[];
}

/** A call as it is made for an activity: who signs it, where it goes. */
export interface AskingCall {
  readonly context: ExecutionContext;
  readonly call: JsonObject;
}

/** Asks DynamoDB for the keys of a table; `undefined` when it cannot be asked, for want of rights for example. */
export async function tableKeys(
  table: string,
  { context, call }: AskingCall,
): Promise<TableKeys | undefined> {
  try {
    const answer = await context.effect(inModule("DescribeTable"), { ...call, input: { TableName: table } });
    const { key, indexes } = readTableDescription(answer as TableDescription);
    return { key, ofIndexes: indexes.flatMap((index) => index.key) };
  } catch (error) {
    if (error instanceof FlowError && !context.signal.aborted) return undefined;
    throw error;
  }
}
