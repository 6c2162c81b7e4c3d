import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createProject } from "@rivulet/model/folder";
import {
  changeList,
  changeVariable,
  createList,
  createObject,
  createVariable,
  decision,
  log,
  loop,
  merge,
  type ProjectSketch,
  projectRecords,
} from "@rivulet/testkit";

/** A microflow that runs until somebody ends it: each round does so much that it reaches no limit before. */
export const forever = {
  elements: {
    text: createVariable("Text", "String", `'${"x".repeat(20_000)}'`),
    again: merge,
    work: changeVariable("Text", "toUpperCase($Text)"),
    isDone: decision("$Text = 'done'"),
  },
  flows: ["start > text > again > work > isDone true> end", "isDone false> again"],
};

/** A small shop whose microflows take, answer, fail and last in all the ways that the run API has to cope with. */
export const shop: ProjectSketch = {
  configurations: [
    { name: "Embedded", kind: "embedded", region: "eu-central-1", constants: {} },
    { name: "AWS", kind: "aws", constants: {} },
  ],
  modules: {
    Sales: {
      roles: ["User"],
      enumerations: { ENUM_State: ["Open", "Paid"] },
      entities: {
        Document: { attributes: { Title: "String(100)" }, isAbstract: true },
        Order: {
          generalization: "Sales.Document",
          attributes: {
            Number: "Long",
            Items: "Integer",
            Total: "Decimal",
            State: "Enumeration(Sales.ENUM_State)",
            PlacedAt: "DateTime",
            IsUrgent: "Boolean",
            Photo: "Binary",
          },
        },
        Line: { attributes: { Text: "String" } },
      },
      associations: { Line_Order: "Line -> Order", Line_Also: "Line ->> Order" },
      microflows: {
        Greet: {
          parameters: { Name: "String" },
          returns: "String",
          elements: { note: log("'Greeting ' + $Name") },
          result: "'Hello ' + $Name",
        },
        MakeLine: {
          parameters: { Text: "String", Order: "Object(Sales.Order)" },
          returns: "Object(Sales.Line)",
          elements: {
            make: createObject("Sales.Line", "Line", { Text: "$Text", "Sales.Line_Order": "$Order" }),
          },
          result: "$Line",
        },
        MakeOrders: {
          parameters: { Lines: "List(Sales.Line)" },
          returns: "List(Sales.Order)",
          elements: {
            list: createList("Sales.Order", "Orders"),
            each: loop("Lines", "Line", {
              elements: {
                order: createObject("Sales.Order", "Order", { Title: "$Line/Text" }),
                add: changeList("Orders", "add", "$Order"),
              },
            }),
          },
          result: "$Orders",
        },
        Divide: {
          parameters: { By: "Integer" },
          returns: "Decimal",
          elements: { note: log("'dividing'") },
          result: "1 : $By",
        },
        Nothing: { elements: {} },
        Secret: { elements: {}, isInternal: true },
        Forever: forever,
        Broken: { returns: "String", elements: {}, result: "$Missing" },
      },
    },
  },
};

/** A folder that holds a project, gone at the end of the block. */
export interface TemporaryProject extends AsyncDisposable {
  readonly folder: string;
}

/** Writes a project into a temporary folder. */
export async function temporaryProject(sketch: ProjectSketch = shop): Promise<TemporaryProject> {
  const folder = await mkdtemp(join(tmpdir(), "rivulet-server-"));
  const result = await createProject(folder, projectRecords(sketch));
  if (result.outcome !== "saved") throw new Error(`The sample cannot be saved: ${JSON.stringify(result)}`);
  // The PostgreSQL of a server that was killed may write for a moment longer.
  const remove = () => rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  return { folder, [Symbol.asyncDispose]: remove };
}
