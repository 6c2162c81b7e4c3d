import "./flows.css";
import { BaseEdge, type EdgeProps } from "@xyflow/react";
import { Zap } from "lucide-react";
import { memo } from "react";
import { canvasMessages } from "../../messages/canvas-messages.ts";
import { useProject, useRecord } from "../../project/use-project.tsx";
import { FlowRunMark } from "../../run/run-marks.tsx";
import { useOverlay } from "../canvas-overlay.ts";
import { type RouteEnd, routeFlow, routeMiddle, routePath, type Side } from "../flow-routing.ts";
import type { FlowEdge } from "../projection.ts";
import { FlowLabels } from "./flow-labels.tsx";
import { outcomePlace } from "./outcome-place.ts";

function endOf(x: number, y: number, side: string | null | undefined, otherwise: Side): RouteEnd {
  return { x, y, side: (side as Side | null | undefined) ?? otherwise };
}

/** A sequence flow: at right angles, with its outcome, and a `+` in its middle when pointed at. */
export const SequenceFlowEdge = memo(function SequenceFlowEdge(props: EdgeProps<FlowEdge>) {
  const { id, sourceX, sourceY, targetX, targetY, sourceHandleId, targetHandleId, selected, data } = props;
  const flow = useRecord("sequenceFlow", data?.flowId ?? id);
  const points = routeFlow(
    endOf(sourceX, sourceY, sourceHandleId, "right"),
    endOf(targetX, targetY, targetHandleId, "left"),
  );
  const isDropTarget = useOverlay(({ dropTarget }) => dropTarget === id);
  const isHovered = useOverlay(({ hoveredFlow }) => hoveredFlow === id);
  const source = useRecord("element", props.source);
  const definition = useProject().catalog.find(source?.kind ?? "");
  const isDecision = definition?.outcomes.kind === "byExpression";
  const named = definition?.namedOutcomes ?? [];
  const outcomes = (flow?.outcomes ?? []).map(
    (outcome) => named.find(({ name }) => name === outcome)?.label ?? outcome,
  );
  const isErrorHandler = flow?.isErrorHandler ?? false;
  const place = outcomePlace(points);
  // Behind a decision the first half belongs to the outcome.
  const middle = routeMiddle(points, isDecision || isErrorHandler || outcomes.length > 0 ? 0.78 : 0.5);
  return (
    <>
      <BaseEdge
        id={id}
        path={routePath(points)}
        interactionWidth={24}
        className={`rv-flow${isErrorHandler ? " rv-flow-error" : ""}${isDropTarget ? " rv-flow-drop" : ""}`}
        markerEnd={`url(#${selected ? "rv-arrow-selected" : isErrorHandler ? "rv-arrow-error" : "rv-arrow"})`}
        data-testid={`flow-${id}`}
      />
      <FlowRunMark id={id} path={routePath(points)} x={middle.x} y={middle.y} />
      <FlowLabels>
        {isErrorHandler && (
          <span
            className="rv-outcome rv-outcome-error"
            data-testid={`error-handler-${id}`}
            style={{ transform: `translate(-50%, -50%) translate(${place.x}px, ${place.y}px)` }}
          >
            <Zap size={10} strokeWidth={2.4} aria-hidden="true" /> {canvasMessages.onError}
          </span>
        )}
        {(isDecision || outcomes.length > 0) && (
          <button
            type="button"
            className="rv-outcome nodrag nopan"
            data-outcomes-of={id}
            data-missing={outcomes.length === 0 || undefined}
            data-testid={`outcome-${id}`}
            aria-label={canvasMessages.outcome(outcomes)}
            style={{ transform: `translate(-50%, -50%) translate(${place.x}px, ${place.y}px)` }}
          >
            {outcomes.join(", ") || canvasMessages.chooseOutcome}
          </button>
        )}
        <button
          type="button"
          className="rv-insert nodrag nopan"
          data-flow={id}
          data-near={isHovered || selected || undefined}
          data-testid={`insert-${id}`}
          tabIndex={-1}
          aria-label={canvasMessages.insertHere}
          style={{ transform: `translate(-50%, -50%) translate(${middle.x}px, ${middle.y}px)` }}
        >
          +
        </button>
      </FlowLabels>
    </>
  );
});
