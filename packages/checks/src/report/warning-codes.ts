import type { ProblemCode } from "./problem-codes.ts";

const warningCodes = [
  "missing-domain-model",
  "layout-without-document",
  "unknown-file",
  "demo-user-without-role",
  "unknown-folder",
  "folder-cycle",
  "dangling-annotation",
  "empty-body",
  "unreachable",
  "key-does-not-fit",
  "no-such-table",
  "no-such-index",
  "unused-variable",
  "possibly-empty",
  "constant-condition",
  "screen-activity-in-source",
  "list-never-goes-on",
  "role-may-not-run",
  "role-may-not-read",
  "menu-item-without-target",
] as const satisfies readonly ProblemCode[];

const warnings: ReadonlySet<ProblemCode> = new Set(warningCodes);

/** An error blocks a run of the microflow that has it or uses what has it; a warning does not. */
export function severityOf(code: ProblemCode): "error" | "warning" {
  return warnings.has(code) ? "warning" : "error";
}
