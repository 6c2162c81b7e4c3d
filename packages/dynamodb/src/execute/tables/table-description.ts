/** A part of a key, of the table or of an index. */
export interface KeyPart {
  readonly name: string;
  /** Its type: `S`, `N` or `B`. */
  readonly type: string;
}

/** A table by its keys. */
export interface DescribedTable {
  /** The partition key and, where there is one, the sort key. */
  readonly key: readonly KeyPart[];
  readonly indexes: readonly { readonly name: string; readonly key: readonly KeyPart[] }[];
}

interface Keyed {
  readonly IndexName?: string;
  readonly KeySchema?: readonly { readonly AttributeName?: string; readonly KeyType?: string }[];
}

/** The answer to DescribeTable, as far as it is read. */
export interface TableDescription {
  readonly Table?: Keyed & {
    readonly AttributeDefinitions?: readonly {
      readonly AttributeName?: string;
      readonly AttributeType?: string;
    }[];
    readonly GlobalSecondaryIndexes?: readonly Keyed[];
    readonly LocalSecondaryIndexes?: readonly Keyed[];
  };
}

/** The keys in the answer to DescribeTable. */
export function readTableDescription({ Table = {} }: TableDescription): DescribedTable {
  const types = new Map(
    (Table.AttributeDefinitions ?? []).map(({ AttributeName, AttributeType }) => [
      AttributeName,
      AttributeType,
    ]),
  );
  const partsOf = ({ KeySchema = [] }: Keyed): KeyPart[] =>
    KeySchema.toSorted(
      (left, right) => Number(left.KeyType === "RANGE") - Number(right.KeyType === "RANGE"),
    ).flatMap(({ AttributeName: name }) =>
      name === undefined ? [] : [{ name, type: types.get(name) ?? "" }],
    );
  const indexes = [...(Table.GlobalSecondaryIndexes ?? []), ...(Table.LocalSecondaryIndexes ?? [])];
  return {
    key: partsOf(Table),
    indexes: indexes.map((index) => ({ name: index.IndexName ?? "", key: partsOf(index) })),
  };
}
