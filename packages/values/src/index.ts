export * from "./association-links.ts";
export * from "./data-type.ts";
export * from "./decimal.ts";
export * from "./entity-object.ts";
export * from "./entity-shape.ts";
export * from "./object-list.ts";
export * from "./unreachable.ts";
export * from "./value.ts";
