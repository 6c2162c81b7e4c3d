export * from "./find-usages.ts";
export * from "./refactoring-context.ts";
export * from "./rename.ts";
