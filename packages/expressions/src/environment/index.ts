export { createEnvironment, type EnvironmentParts } from "./create-environment.ts";
