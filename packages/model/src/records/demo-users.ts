import type { ProjectSettings } from "./records.ts";

type Security = ProjectSettings["security"];

/** An invented person of a project. */
export type DemoUser = NonNullable<Security["demoUsers"]>[number];

/**
 * The demo users in whose place somebody may act at the level of security: in production only where that is switched on;
 * while security is off there is nobody to be.
 */
export function countingDemoUsers({
  level,
  demoUsers = [],
  demoUsersInProduction = false,
}: Security): readonly DemoUser[] {
  return level === "prototype" || (level === "production" && demoUsersInProduction) ? demoUsers : [];
}
