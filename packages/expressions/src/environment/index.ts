export { createEnvironment, type EnvironmentParts } from "./create-environment.ts";
export { intlTimeZones } from "./intl-time-zones.ts";
