import "./run-marks.css";
import { FlowLabels } from "../canvas/edges/flow-labels.tsx";
import { runMessages } from "../messages/run-messages.ts";
import { durationText } from "./duration-text.ts";
import { useRunStore } from "./run-store.ts";

/** What the run did with an element, drawn round and above it. Draws again only when its own part changes. */
export function ElementRunMark({ id }: { id: string }) {
  const status = useRunStore(({ trace }) => trace?.elements[id]?.status);
  const count = useRunStore(({ trace }) => trace?.elements[id]?.count ?? 0);
  const duration = useRunStore(({ trace }) => trace?.elements[id]?.lastDuration ?? 0);
  if (status === undefined) return null;
  return (
    <>
      <span className="rv-run-ring" data-run={status} aria-hidden="true" />
      <span className="rv-run-badge" data-run={status} aria-hidden="true" data-testid={`run-mark-${id}`}>
        {count > 1 && <strong>{runMessages.times(count)}</strong>}
        {status === "running" ? runMessages.running : durationText(duration)}
      </span>
    </>
  );
}

/** The way that the run took, drawn over a flow, with how often it was taken. */
export function FlowRunMark({ id, path, x, y }: { id: string; path: string; x: number; y: number }) {
  const count = useRunStore(({ trace }) => trace?.flows[id] ?? 0);
  if (count === 0) return null;
  return (
    <>
      <path className="rv-run-flow" d={path} pathLength={1} data-testid={`run-flow-${id}`} />
      <FlowLabels>
        <span
          className="rv-run-count"
          title={runMessages.flowTimes(count)}
          style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y - 14}px)` }}
        >
          {count}
        </span>
      </FlowLabels>
    </>
  );
}
