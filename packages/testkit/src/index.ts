export * from "./activity-context.ts";
export * from "./connector-facts.ts";
export * from "./connector-faults.ts";
export { drawGenerated, generatedMicroflow } from "./generated/draw-generated.ts";
export { type GeneratedFlows, generatedFlows } from "./generated/generated-step.ts";
export * from "./project/build-project.ts";
export * from "./project/elements.ts";
export * from "./project/microflow-sketch.ts";
export * from "./project/project-sketch.ts";
