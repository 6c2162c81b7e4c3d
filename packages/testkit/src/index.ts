export * from "./connector-facts.ts";
export * from "./connector-faults.ts";
