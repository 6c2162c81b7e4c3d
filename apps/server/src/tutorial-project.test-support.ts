import { changeList, createList, createObject, loop, type ProjectSketch, retrieve } from "@rivulet/testkit";

/** The tutorial's microflow: the tables of a region as objects of an entity of one's own. */
export const tutorial: ProjectSketch = {
  configurations: [
    { name: "Embedded", kind: "embedded", constants: {} },
    { name: "AWS", kind: "aws", constants: {} },
  ],
  connectors: [
    { module: "AWSAuthentication", version: "1.0.0" },
    { module: "AmazonDynamoDBConnector", version: "1.0.0" },
  ],
  modules: {
    Sales: {
      entities: { DBTable: { attributes: { TableName: "String" } } },
      microflows: {
        DS_ListTables: {
          returns: "List(Sales.DBTable)",
          elements: {
            credentials: {
              kind: "AWSAuthentication.GetStaticCredentials",
              fields: { output: "Credentials" },
            },
            request: createObject("AmazonDynamoDBConnector.ListTablesRequest", "Request"),
            list: createList("Sales.DBTable", "DBTableList"),
            call: {
              kind: "AmazonDynamoDBConnector.ListTables",
              fields: {
                ListTablesRequest: "$Request",
                Region: "AWSAuthentication.ENUM_Region.us_east_1",
                Credentials: "$Credentials",
                output: "Response",
              },
            },
            tables: retrieve(
              "Response",
              { association: "AmazonDynamoDBConnector.Table_ListTablesResponse", end: "target" },
              "TableList",
            ),
            each: loop("TableList", "Table", {
              elements: {
                make: createObject("Sales.DBTable", "NewDBTable", { TableName: "$Table/TableName" }),
                add: changeList("DBTableList", "add", "$NewDBTable"),
              },
            }),
          },
          result: "$DBTableList",
        },
      },
    },
  },
};
