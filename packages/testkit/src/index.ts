export * from "./activity-context.ts";
export * from "./connector-facts.ts";
export * from "./connector-faults.ts";
export * from "./project/build-project.ts";
export * from "./project/elements.ts";
export * from "./project/microflow-sketch.ts";
export * from "./project/project-sketch.ts";
