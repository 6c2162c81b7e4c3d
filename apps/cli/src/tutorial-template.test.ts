import { join } from "node:path";
import { awsAuthentication } from "@rivulet/aws/execute";
import { amazonDynamoDB } from "@rivulet/dynamodb/execute";
import type { ElementRecord } from "@rivulet/model";
import { ProjectFolder } from "@rivulet/model/folder";
import { createEngine } from "@rivulet/runtime";
import { expect, test } from "vitest";

const folder = join(import.meta.dirname, "../templates/tutorial");
const engine = createEngine({ connectors: [awsAuthentication, amazonDynamoDB] });
const project = await engine.loadFolder(folder);
const elements = [...project.records.values()].filter((record) => record.type === "element");

/** The elements of a microflow along its first way, those of a loop in their place. */
function wayFrom(element: ElementRecord): ElementRecord[] {
  const flows = project.index.children(element.parent).filter((record) => record.type === "sequenceFlow");
  const inside = project.index.children(element.id).filter((record) => record.type === "element");
  const first = inside.find(({ id }) =>
    project.index.children(element.id).every((record) => record.type !== "sequenceFlow" || record.to !== id),
  );
  const next = flows.find(({ from }) => from === element.id)?.to;
  const following = elements.find(({ id }) => id === next);
  return [element, ...(first ? wayFrom(first) : []), ...(following ? wayFrom(following) : [])];
}

test("the template has no problem", () => {
  expect(project.problems).toEqual([]);
  expect(project.check()).toEqual([]);
});

test("its files are written as Rivulet writes them", () => {
  expect(new ProjectFolder(folder).unformatted()).toEqual([]);
});

test("every drawn element and entity has its place", () => {
  const drawn = [...project.records.values()].filter(({ type }) => type === "element" || type === "entity");
  const unplaced = drawn.filter(({ id }) => !project.records.has(`placement:${id}`));
  expect(unplaced).toEqual([]);
});

test("its connectors have the versions that ship", () => {
  const shipped = [awsAuthentication, amazonDynamoDB].map(({ module: { name, version } }) => ({
    module: name,
    version,
  }));
  expect(project.index.settings?.connectors).toEqual(shipped);
});

test("DS_ListTables is what the steps of the tutorial draw", () => {
  const microflow = project.index.microflow("MyFirstModule.DS_ListTables");
  expect(microflow).toMatchObject({
    allowedRoles: ["User"],
    returnType: { kind: "list", entity: "MyFirstModule.DBTable" },
  });
  const start = elements.find(({ kind, parent }) => kind === "start" && parent === microflow?.id);
  const way = start ? wayFrom(start) : [];
  expect(way.map(({ kind, fields }) => [kind, fields])).toEqual([
    ["start", {}],
    ["AWSAuthentication.GetStaticCredentials", { output: "Credentials" }],
    [
      "createObject",
      {
        entity: "AmazonDynamoDBConnector.ListTablesRequest",
        members: [],
        output: "NewListTablesRequest",
      },
    ],
    ["createList", { entity: "MyFirstModule.DBTable", output: "DBTableList" }],
    [
      "AmazonDynamoDBConnector.ListTables",
      {
        ListTablesRequest: "$NewListTablesRequest",
        Region: "AWSAuthentication.ENUM_Region.us_east_1",
        Credentials: "$Credentials",
        output: "ListTablesResponse",
      },
    ],
    [
      "retrieveByAssociation",
      {
        start: "ListTablesResponse",
        association: { association: "AmazonDynamoDBConnector.Table_ListTablesResponse", end: "target" },
        output: "TableList",
      },
    ],
    ["loop", { list: "TableList", iterator: "IteratorTable" }],
    [
      "createObject",
      {
        entity: "MyFirstModule.DBTable",
        members: [{ member: "TableName", value: "$IteratorTable/TableName" }],
        output: "NewDBTable",
      },
    ],
    ["changeList", { list: "DBTableList", operation: "add", value: "$NewDBTable" }],
    ["end", { returnValue: "$DBTableList" }],
  ]);
});
