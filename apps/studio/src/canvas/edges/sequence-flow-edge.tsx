import "./flows.css";
import type { SequenceFlowRecord } from "@rivulet/model";
import { BaseEdge, type EdgeProps } from "@xyflow/react";
import { Zap } from "lucide-react";
import { memo } from "react";
import { canvasMessages } from "../../messages/canvas-messages.ts";
import { useProject, useRecord } from "../../project/use-project.tsx";
import { FlowRunMark } from "../../run/run-marks.tsx";
import { useOverlay } from "../canvas-overlay.ts";
import type { Point } from "../geometry.ts";
import type { FlowEdge } from "../projection.ts";
import { flowLabel, outcomeTexts } from "../routing/flow-label.ts";
import { routePath } from "../routing/flow-routing.ts";
import { useFlowRoute } from "../routing/use-flow-route.ts";
import { FlowLabels } from "./flow-labels.tsx";
import { SpokenFlow } from "./spoken-flow.tsx";

const centredAt = ({ x, y }: Point) => ({ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` });

/** The outcome that a flow is for, or that it handles errors. */
function LabelOf({ flow, at }: { readonly flow: SequenceFlowRecord; readonly at: Point }) {
  const { catalog } = useProject();
  const source = useRecord("element", flow.from);
  const label = flowLabel(catalog, source, flow);
  if (!label) return null;
  if (label.kind === "error")
    return (
      <span
        className="rv-outcome rv-outcome-error"
        data-testid={`error-handler-${flow.id}`}
        style={centredAt(at)}
      >
        <Zap size={10} strokeWidth={2.4} aria-hidden="true" /> {label.text}
      </span>
    );
  return (
    <button
      type="button"
      className="rv-outcome nodrag nopan"
      data-outcomes-of={flow.id}
      data-missing={label.kind === "missingOutcome" || undefined}
      data-testid={`outcome-${flow.id}`}
      aria-label={canvasMessages.outcome(outcomeTexts(catalog, source, flow))}
      style={centredAt(at)}
    >
      {label.text}
    </button>
  );
}

/** A sequence flow: at right angles, with its outcome, and a `+` in its middle when pointed at. */
export const SequenceFlowEdge = memo(function SequenceFlowEdge(props: EdgeProps<FlowEdge>) {
  const { id, selected } = props;
  const flow = useRecord("sequenceFlow", id);
  const { points, label, insert } = useFlowRoute(props);
  const isDropTarget = useOverlay(({ dropTarget }) => dropTarget === id);
  const isHovered = useOverlay(({ hoveredFlow }) => hoveredFlow === id);
  const isErrorHandler = flow?.isErrorHandler ?? false;
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
      {selected && flow && <SpokenFlow flow={flow} />}
      <FlowRunMark id={id} path={routePath(points)} x={insert.x} y={insert.y} />
      <FlowLabels>
        {flow && label && <LabelOf flow={flow} at={label} />}
        <button
          type="button"
          className="rv-insert nodrag nopan"
          data-flow={id}
          data-near={isHovered || selected || undefined}
          data-testid={`insert-${id}`}
          tabIndex={-1}
          aria-label={canvasMessages.insertHere}
          style={centredAt(insert)}
        >
          +
        </button>
      </FlowLabels>
    </>
  );
});
