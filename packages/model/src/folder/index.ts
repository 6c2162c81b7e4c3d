export * from "./folder-limits.ts";
export * from "./load-project.ts";
export * from "./loaded-project.ts";
