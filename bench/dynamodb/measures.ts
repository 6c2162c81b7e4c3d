import type { Measure } from "../harness/measure.ts";
import { codec } from "./codec.ts";
import { openTables } from "./copy-table.ts";
import { openLateAnswers } from "./late-answers.ts";
import { listTables } from "./list-tables.ts";

const module = new URL("copy-table.ts", import.meta.url);
const ours = { module, name: "copyByFlow" };
const theirs = { module, name: "copyByHand" };

/** What the connector costs beside the AWS SDK by hand. */
export const dynamoDBMeasures: readonly Measure[] = [
  listTables,
  codec,
  {
    kind: "function-cpu",
    name: "dynamodb-copy",
    about:
      "1,000 items scanned and written by a microflow, as objects, vs a loop by hand that passes them on",
    limit: 1.2,
    aim: 1.05,
    ours,
    theirs,
    surroundings: () => openTables(1_000),
    calls: 1,
    warmUpCalls: 15,
    processes: "one",
  },
  {
    kind: "function-wall",
    name: "dynamodb-copy-wall",
    about:
      "the same by the clock, on an endpoint that answers 5 ms late: batches in flight vs one after another",
    limit: 0.5,
    aim: 0.25,
    ours,
    theirs,
    surroundings: () => openLateAnswers({ count: 1_000, pageSize: 1_000, latency: 5 }),
    calls: 1,
    warmUpCalls: 15,
    processes: "one",
  },
  {
    kind: "memory-growth",
    name: "dynamodb-scan-memory",
    about: "growth of the process while a microflow scans 100,000 items in pages of 1,000",
    limit: 100,
    aim: 40,
    ours: { module, name: "scanByFlow" },
    surroundings: () => openLateAnswers({ count: 100_000, pageSize: 1_000, latency: 0 }),
  },
];
