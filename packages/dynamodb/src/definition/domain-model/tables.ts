import { entity, enumeration, type ModulePart, manyToOne } from "@rivulet/model";
import { awsAuthentication } from "./foreign-names.ts";

/** Finding and describing tables. */
export const tables: ModulePart = {
  entities: [
    entity("ListTablesRequest", "Asks for the names of the tables of a region, one page at a time.", {
      specializes: awsAuthentication.abstractRequest,
      attributes: [
        [
          "ExclusiveStartTableName",
          "String",
          "Begin behind this table: LastEvaluatedTableName of the page before. Left empty, the first page comes.",
        ],
        ["Limit", "Integer", "Most names on the page, from 1 to 100; 100 when empty."],
      ],
    }),
    entity("ListTablesResponse", "One page of tables.", {
      attributes: [
        [
          "LastEvaluatedTableName",
          "String",
          "Last name of this page; give it as ExclusiveStartTableName to get the next one. Empty on the last page.",
        ],
      ],
    }),
    entity("Table", "A table that ListTables found.", {
      attributes: [["TableName", "String", "Name of the table."]],
    }),
    entity("DescribeTableRequest", "Asks for the description of one table.", {
      specializes: awsAuthentication.abstractRequest,
      attributes: [["TableName", "String", "Name of the table. Required.", "required"]],
    }),
    entity("DescribeTableResponse", "The description of one table.", {
      attributes: [
        ["ItemCount", "Long", "How many items the table has; AWS counts about every six hours."],
        ["CreationDateTime", "DateTime", "When the table was made."],
        ["TableARN", "String", "Amazon Resource Name of the table."],
        ["TableId", "String", "Unique id of the table."],
        [
          "TableStatus",
          "Enumeration(ENUM_TableStatus)",
          "State of the table; empty for a state that is not known here.",
        ],
        ["TableName", "String", "Name of the table."],
      ],
    }),
    entity(
      "AttributeDefinition",
      "An attribute that is part of a key of the table or of an index. Its name is in Key.",
      {
        specializes: "AbstractKey",
        attributes: [["AttributeType", "Enumeration(ENUM_AttributeType)", "Type of the attribute."]],
      },
    ),
    entity("KeySchemaElement", "One part of the table's primary key. The name of its attribute is in Key.", {
      specializes: "AbstractKey",
      attributes: [["KeyType", "Enumeration(ENUM_KEY)", "Whether it is the partition key or the sort key."]],
    }),
  ],
  associations: [
    manyToOne("Table", "ListTablesResponse", "The tables of a page, in the order of DynamoDB's answer."),
    manyToOne("AttributeDefinition", "DescribeTableResponse", "The attributes that keys are made of."),
    manyToOne("KeySchemaElement", "DescribeTableResponse", "The primary key, its partition key first."),
  ],
  enumerations: [
    enumeration("ENUM_TableStatus", "State of a table.", [
      ["CREATING", "CREATING", "The table is being made and cannot be used yet."],
      ["UPDATING", "UPDATING", "The table is being changed; it can be used."],
      ["DELETING", "DELETING", "The table is being deleted."],
      ["ACTIVE", "ACTIVE", "The table is ready."],
      [
        "INACCESSIBLE_ENCRYPTION_CREDENTIALS",
        "INACCESSIBLE_ENCRYPTION_CREDENTIALS",
        "The key that encrypts the table cannot be used, so operations on it may fail.",
      ],
    ]),
    enumeration("ENUM_KEY", "Role of an attribute in a primary key.", [
      ["HASH", "HASH (partition)", "The partition key, by which items are spread."],
      ["RANGE", "RANGE (sort)", "The sort key, by which items of one partition are ordered."],
      ["UNKNOWN_TO_SDK_VERSION", "UNKNOWN_TO_SDK_VERSION", "A role that is not known here."],
    ]),
    enumeration("ENUM_AttributeType", "Type of an attribute that is part of a key.", [
      ["String", "String", "A text (S)."],
      ["Number", "Number", "A number, whole or decimal (N)."],
      ["Binary", "Binary", "Bytes, written as base64 (B)."],
    ]),
  ],
};
