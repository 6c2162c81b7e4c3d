import { type ExecutionContext, FlowError, type JsonObject } from "@rivulet/runtime";
import { inModule } from "../module-name.ts";

/** A part of a key, of the table or of an index. */
export interface KeyPart {
  readonly name: string;
  /** Its type: `S`, `N` or `B`. */
  readonly type: string;
}

/** What a table asks of its items. */
export interface TableKeys {
  /** The key: the partition key and, where there is one, the sort key. */
  readonly key: readonly KeyPart[];
  /** The keys of its indexes: an item may lack them, but what it has must fit. */
  readonly ofIndexes: readonly KeyPart[];
}

interface Keyed {
  readonly KeySchema?: readonly { readonly AttributeName?: string }[];
}

interface Description {
  readonly Table?: Keyed & {
    readonly AttributeDefinitions?: readonly {
      readonly AttributeName?: string;
      readonly AttributeType?: string;
    }[];
    readonly GlobalSecondaryIndexes?: readonly Keyed[];
    readonly LocalSecondaryIndexes?: readonly Keyed[];
  };
}

function readKeys({ Table = {} }: Description): TableKeys {
  const types = new Map(
    (Table.AttributeDefinitions ?? []).map(({ AttributeName, AttributeType }) => [
      AttributeName,
      AttributeType,
    ]),
  );
  const partsOf = ({ KeySchema = [] }: Keyed): KeyPart[] =>
    KeySchema.flatMap(({ AttributeName: name }) =>
      name === undefined ? [] : [{ name, type: types.get(name) ?? "" }],
    );
  const indexes = [...(Table.GlobalSecondaryIndexes ?? []), ...(Table.LocalSecondaryIndexes ?? [])];
  return { key: partsOf(Table), ofIndexes: indexes.flatMap(partsOf) };
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
    return readKeys(answer as Description);
  } catch (error) {
    if (error instanceof FlowError && !context.signal.aborted) return undefined;
    throw error;
  }
}
