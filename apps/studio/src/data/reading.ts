import type { AttributeJson } from "./attribute.ts";
import type { KeyPart, ReadRequest, TableFacts } from "./data-api.ts";

/** How the sort key can be compared. */
export type SortTest = "=" | "<" | "<=" | ">" | ">=" | "begins_with" | "between";

/** What is written in the fields over the items. */
export interface Reading {
  /** Name of an index; `null` for the table itself. */
  readonly index: string | null;
  /** Value of the partition key; blank: any, so the table is scanned. */
  readonly partition: string;
  readonly test: SortTest;
  readonly sort: string;
  readonly upTo: string;
  readonly isDescending: boolean;
}

/** Everything, from the beginning. */
export const wholeTable: Reading = {
  index: null,
  partition: "",
  test: "=",
  sort: "",
  upTo: "",
  isDescending: false,
};

/** Items that are read at once. */
const itemsAtOnce = 50;

/** The key by which is read: that of the table or of the index that is chosen. */
export function keyOfReading({ index }: Reading, facts: TableFacts): readonly KeyPart[] {
  return facts.indexes.find(({ name }) => name === index)?.key ?? facts.key;
}

/** Whether the items of one partition are asked for. */
export const isQuery = ({ partition }: Reading) => partition !== "";

/** Whether a test can be made of a key of this type. */
export const testsOf = (type: string): readonly SortTest[] => [
  "=",
  "<",
  "<=",
  ">",
  ">=",
  ...(type === "N" ? [] : (["begins_with"] as const)),
  "between",
];

const valueOf = (type: string, text: string) =>
  ({ [type]: type === "S" ? text : text.trim() }) as unknown as AttributeJson;

/** What the fields ask the server. */
export function readRequest(reading: Reading, facts: TableFacts): Omit<ReadRequest, "after"> {
  const { index, partition, test, sort, upTo, isDescending } = reading;
  const [first, second] = keyOfReading(reading, facts);
  const asked = { index, limit: itemsAtOnce };
  if (!isQuery(reading) || !first) return { ...asked, query: null };
  const value = { name: first.name, value: valueOf(first.type, partition) };
  if (!second || sort === "") return { ...asked, query: { partition: value, isDescending } };
  const condition = {
    name: second.name,
    test,
    value: valueOf(second.type, sort),
    ...(test === "between" ? { upTo: valueOf(second.type, upTo) } : {}),
  };
  return { ...asked, query: { partition: value, sort: condition, isDescending } };
}
