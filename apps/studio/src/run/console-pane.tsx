import "./run.css";
import { Select, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { Search } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { followConsole, useApplication } from "../application/application-store.ts";
import {
  filteredLines,
  type LineKind,
  runLine,
  type ShownLine,
  shownLine,
} from "../application/console-line.ts";
import { applicationMessages } from "../messages/application-messages.ts";
import { runMessages } from "../messages/run-messages.ts";
import { spotOfPlace } from "../problems/spot-of-place.ts";
import { useIndex } from "../project/use-project.tsx";
import { EmptyPane } from "../shell/empty-pane.tsx";
import { workspace } from "../workspace/workspace.ts";
import { runApi } from "./run-api.ts";
import { openRun } from "./run-controller.ts";
import { useRunStore } from "./run-store.ts";

const kindData = Object.entries(applicationMessages.kinds).map(([value, label]) => ({ value, label }));

/** The ways from a line to what it tells of: the microflow, its run, and the widget that called it. */
function LineLinks({ line }: { line: ShownLine }) {
  const index = useIndex();
  const { microflow, runId, widget } = line;
  const record = microflow === undefined ? undefined : index.microflow(microflow);
  const showRunOfLine = async () => {
    const run = runId === undefined ? undefined : await runApi.read(runId).catch(() => undefined);
    if (!run || !openRun(index, run)) notifications.show({ message: applicationMessages.runGone });
  };
  const spot = widget && spotOfPlace({ record: widget.id }, index);
  return (
    <>
      {microflow !== undefined && record && (
        <button
          type="button"
          className="rv-console-link"
          title={applicationMessages.showMicroflow(microflow)}
          onClick={() => workspace.getState().open({ kind: "microflow", id: record.id })}
        >
          {microflow}
        </button>
      )}{" "}
      <span>{line.text}</span>{" "}
      {runId !== undefined && (
        <button type="button" className="rv-console-link" onClick={() => void showRunOfLine()}>
          {applicationMessages.openRun}
        </button>
      )}{" "}
      {widget && spot && (
        <button type="button" className="rv-console-link" onClick={() => workspace.getState().goTo(spot)}>
          {applicationMessages.showWidget(widget.name)}
        </button>
      )}
    </>
  );
}

function Lines({ lines }: { lines: readonly ShownLine[] }) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (lines.length > 0) list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [lines]);
  return (
    <div
      ref={list}
      className="rv-console"
      role="log"
      aria-label={runMessages.lines(lines.length)}
      // It scrolls, so the keyboard has to reach it.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      data-testid="console"
    >
      {lines.map((line) => (
        <p key={line.key} data-level={line.level}>
          <time dateTime={line.at}>{new Date(line.at).toLocaleTimeString()}</time>
          <span className="rv-console-level">{line.level}</span>
          <span className="rv-console-text">
            {line.node !== "" && <span className="rv-quiet">{line.node}</span>} <LineLinks line={line} />
          </span>
        </p>
      ))}
      {lines.length === 0 && <span className="rv-quiet">{applicationMessages.nothingFits}</span>}
    </div>
  );
}

/** What the running application does, and what runs of this window wrote to their log, the newest at the end. */
export function ConsolePane() {
  const log = useRunStore((state) => state.log);
  const application = useApplication(({ lines }) => lines);
  const [kind, setKind] = useState<LineKind | null>(null);
  const [text, setText] = useState("");
  useEffect(followConsole, []);
  const all = [...application.map(shownLine), ...log.map(runLine)];
  if (all.length === 0) return <EmptyPane text={applicationMessages.consoleEmpty} />;
  return (
    <div className="rv-console-pane">
      <search className="rv-console-filter" aria-label={applicationMessages.filterText}>
        <TextInput
          size="xs"
          aria-label={applicationMessages.filterText}
          placeholder={applicationMessages.filterText}
          leftSection={<Search size={13} />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          data-testid="console-filter"
        />
        <Select
          size="xs"
          aria-label={applicationMessages.filterKind}
          placeholder={applicationMessages.anyKind}
          data={kindData}
          value={kind}
          clearable
          onChange={(value) => setKind(value as LineKind | null)}
          data-testid="console-kind"
        />
      </search>
      <Lines lines={filteredLines(all, { kind, text })} />
    </div>
  );
}
