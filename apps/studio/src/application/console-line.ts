import type { ConsoleLine, LogLevel } from "@rivulet/runtime/wire";
import { applicationMessages } from "../messages/application-messages.ts";
import { durationText } from "../run/duration-text.ts";
import type { NumberedLine } from "../run/run-store.ts";

/** Kinds by which lines are filtered. */
export type LineKind = keyof typeof applicationMessages.kinds;

/** A line as the console shows it. */
export interface ShownLine {
  readonly key: string;
  readonly at: string;
  readonly level: LogLevel;
  readonly kind: LineKind;
  readonly node: string;
  readonly text: string;
  readonly microflow?: string;
  readonly runId?: string;
  /** The widget from which a microflow was called. */
  readonly widget?: { readonly id: string; readonly name: string };
}

function base({ number, at }: ConsoleLine): Pick<ShownLine, "key" | "at" | "node" | "level"> {
  return { key: `application-${number}`, at, node: "", level: "info" };
}

function endedLine(line: Extract<ConsoleLine, { readonly kind: "microflowEnded" }>): ShownLine {
  const { status, failure = "", place, microflow, runId } = line;
  const end = applicationMessages.ended[status](durationText(line.duration), failure);
  const { widget, widgetId } = place;
  return {
    ...base(line),
    kind: "microflows",
    level: status === "failed" ? "error" : "info",
    text: `${end}, ${applicationMessages.fromPage(place.page, widget)}`,
    microflow,
    runId,
    ...(widget === undefined || widgetId === undefined ? {} : { widget: { id: widgetId, name: widget } }),
  };
}

/** A line of the application in words. */
export function shownLine(line: ConsoleLine): ShownLine {
  switch (line.kind) {
    case "started":
    case "stopped":
      return { ...base(line), kind: "pages", text: applicationMessages[line.kind] };
    case "sessionBegun":
      return { ...base(line), kind: "pages", text: applicationMessages.sessionBegun(line) };
    case "pageOpened":
      return { ...base(line), kind: "pages", text: applicationMessages.pageOpened(line) };
    case "validation":
      return {
        ...base(line),
        kind: "validation",
        level: "warning",
        text: applicationMessages.validation(line),
      };
    case "microflowEnded":
      return endedLine(line);
    case "logged": {
      const { level, node, message, microflow, runId } = line;
      return { ...base(line), kind: "log", level, node, text: message, microflow, runId };
    }
  }
}

/** A line of the log of a run of this window. */
export function runLine({ id, at, level, node, message }: NumberedLine): ShownLine {
  return { key: `run-${id}`, at, level, node, kind: "log", text: message };
}

/** The lines that fit a filter, in the order of their times. */
export function filteredLines(
  lines: readonly ShownLine[],
  { kind, text }: { readonly kind: LineKind | null; readonly text: string },
): ShownLine[] {
  const wanted = text.trim().toLowerCase();
  const fits = (line: ShownLine) =>
    (kind === null || line.kind === kind) &&
    `${line.microflow ?? ""} ${line.node} ${line.text}`.toLowerCase().includes(wanted);
  return lines.filter(fits).sort((left, right) => left.at.localeCompare(right.at));
}
