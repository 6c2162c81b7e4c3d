import "./run.css";
import { useEffect, useRef } from "react";
import { runMessages } from "../messages/run-messages.ts";
import { EmptyPane } from "../shell/empty-pane.tsx";
import { useRunStore } from "./run-store.ts";

/** What runs of this window wrote to their log, the newest at the end. */
export function ConsolePane() {
  const log = useRunStore((state) => state.log);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (log.length > 0) list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [log]);
  if (log.length === 0) return <EmptyPane text={runMessages.consoleEmpty} />;
  return (
    <div
      ref={list}
      className="rv-console"
      role="log"
      aria-label={runMessages.lines(log.length)}
      // It scrolls, so the keyboard has to reach it.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      data-testid="console"
    >
      {log.map(({ id, at, level, node, message }) => (
        <p key={id} data-level={level}>
          <time dateTime={at}>{new Date(at).toLocaleTimeString()}</time>
          <span className="rv-console-level">{level}</span>
          {node !== "" && <span className="rv-quiet">{node}</span>}
          <span>{message}</span>
        </p>
      ))}
    </div>
  );
}
