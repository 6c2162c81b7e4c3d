export * from "./amazon-dynamodb-activities.ts";
export * from "./amazon-dynamodb-module.ts";
export * from "./operations/describe-table/definition.ts";
export * from "./operations/list-tables/definition.ts";
export * from "./operations/request-activity.ts";
