import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import { decodeItem, encodeItem, type ItemJson } from "@rivulet/dynamodb/execute";
import type { FunctionCpuMeasure, PrepareSubject } from "../harness/measure.ts";

/** An order as a shop keeps it: texts, numbers, a flag, a list of maps, a set, bytes, a null. */
function order(number: number): ItemJson {
  return {
    CustomerId: { S: `C-${1000 + (number % 50)}` },
    OrderDate: { S: new Date(Date.UTC(2026, 0, 1) + number * 3_600_000).toISOString() },
    Number: { N: String(number) },
    Total: { N: `${number}.95` },
    IsPaid: { BOOL: number % 2 === 0 },
    Note: number % 3 === 0 ? { NULL: true } : { S: "Leave it at the back door, please." },
    Tags: { SS: ["gift", "express"] },
    Weights: { NS: ["1.5", "20"] },
    Checksum: { B: "q83vEjRWeJA=" },
    Lines: {
      L: [1, 2, 3].map((line) => ({
        M: { Line: { N: String(line) }, ProductId: { S: `P-${line * 10}` }, Price: { N: `${line}9.9` } },
      })),
    },
  };
}

const items = Array.from({ length: 200 }, (_, number) => order(number));

/** From the JSON of an answer to values and back. */
export const codecOurs: PrepareSubject = () => () => items.map((item) => encodeItem(decodeItem(item)));

/** The AWS SDK's form of an item has bytes where the JSON has base64. */
function sdkItem(item: ItemJson): Record<string, AttributeValue> {
  return Object.fromEntries(
    Object.entries(item).map(([name, value]) => [
      name,
      ("B" in value ? { B: new Uint8Array(Buffer.from(value.B, "base64")) } : value) as AttributeValue,
    ]),
  );
}

/** The same by AWS's own converter; the bytes have been made for it. */
export const codecOfTheSdk: PrepareSubject = () => {
  const prepared = items.map(sdkItem);
  return () => prepared.map((item) => marshall(unmarshall(item)));
};

const module = new URL(import.meta.url);

/** What it costs to make values of an item and an item of values. */
export const codec: FunctionCpuMeasure = {
  kind: "function-cpu",
  name: "dynamodb-codec",
  about:
    "200 items with values of nine types, read and written, vs @aws-sdk/util-dynamodb, which loses digits",
  limit: 1,
  aim: 0.7,
  ours: { module, name: "codecOurs" },
  theirs: { module, name: "codecOfTheSdk" },
  calls: 10,
  warmUpCalls: 40,
  processes: "one-a-side",
};
