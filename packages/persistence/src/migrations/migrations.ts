import type { Migration } from "kysely/migration";
import { runs } from "./0001-runs.ts";
import { runContent } from "./0002-run-content.ts";
import { people } from "./0003-people.ts";
import { runOrder } from "./0004-run-order.ts";
import { runTrace } from "./0005-run-trace.ts";
import { projects } from "./0006-projects.ts";
import { runPlace } from "./0007-run-place.ts";
import { runAs } from "./0008-run-as.ts";

/** The steps that make the tables, in order. A step that was released never changes: what comes later is a new one. */
export const migrations: Readonly<Record<string, Migration>> = {
  "0001-runs": runs,
  "0002-run-content": runContent,
  "0003-people": people,
  "0004-run-order": runOrder,
  "0005-run-trace": runTrace,
  "0006-projects": projects,
  "0007-run-place": runPlace,
  "0008-run-as": runAs,
};
