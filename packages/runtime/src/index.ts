export * from "./ports/connector.ts";
export * from "./ports/effect-port.ts";
export * from "./ports/flow-error.ts";
export * from "./ports/run-settings.ts";
export * from "./run/limits.ts";
export * from "./run/run.ts";
