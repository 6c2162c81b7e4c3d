export { createEnvironment, type EnvironmentParts } from "./create-environment.ts";
export { temporalTimeZones } from "./temporal-time-zones.ts";
