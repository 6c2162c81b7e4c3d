import { Loader } from "@mantine/core";
import type { RunStatus, RunSummary } from "@rivulet/runtime/wire";
import { CircleCheck, CircleSlash, CircleX, type LucideIcon } from "lucide-react";
import { durationText } from "./duration-text.ts";

const icons: Readonly<Record<Exclude<RunStatus, "running">, LucideIcon>> = {
  completed: CircleCheck,
  failed: CircleX,
  cancelled: CircleSlash,
};

/** How a run stands, as a sign; the word stands beside it. */
export function RunStatusIcon({ status }: { status: RunStatus }) {
  if (status === "running") return <Loader size={14} aria-hidden="true" />;
  const Icon = icons[status];
  return <Icon size={15} aria-hidden="true" className="rv-run-icon" data-status={status} />;
}

/** How long a run took; nothing while it is under way. */
export function durationOfRun({ startedAt, endedAt, duration }: RunSummary): string | undefined {
  if (endedAt === null) return undefined;
  return durationText(duration ?? Date.parse(endedAt) - Date.parse(startedAt));
}
