import "../canvas/edges/flows.css";
import { BaseEdge, EdgeLabelRenderer, type EdgeProps } from "@xyflow/react";
import { memo } from "react";
import { routeFlow, routeMiddle, routePath, type Side } from "../canvas/routing/flow-routing.ts";
import { useRecord } from "../project/use-project.tsx";
import type { ModelEdge } from "./domain-model-projection.ts";

function routeOf(props: EdgeProps<ModelEdge>) {
  const { sourceX, sourceY, targetX, targetY, sourceHandleId, targetHandleId } = props;
  return routeFlow(
    { x: sourceX, y: sourceY, side: (sourceHandleId ?? "right") as Side },
    { x: targetX, y: targetY, side: (targetHandleId ?? "left") as Side },
  );
}

/** An association with its name and how many objects each end sees. */
export const AssociationEdge = memo(function AssociationEdge(props: EdgeProps<ModelEdge>) {
  const association = useRecord("association", props.data?.associationId ?? "");
  const points = routeOf(props);
  const middle = routeMiddle(points);
  const ends = association?.isOneToOne
    ? ["1", "1"]
    : association?.multiplicity === "set"
      ? ["*", "*"]
      : ["*", "1"];
  return (
    <>
      <BaseEdge
        id={props.id}
        path={routePath(points)}
        className="rv-flow"
        interactionWidth={24}
        data-testid={`association-${props.id}`}
      />
      <EdgeLabelRenderer>
        <span
          className="rv-outcome rv-association-label"
          style={{ transform: `translate(-50%, -50%) translate(${middle.x}px, ${middle.y}px)` }}
        >
          <b>{ends[0]}</b> {association?.name} <b>{ends[1]}</b>
        </span>
      </EdgeLabelRenderer>
    </>
  );
});

/** The line from an entity to what it specializes. */
export const GeneralizationEdge = memo(function GeneralizationEdge(props: EdgeProps<ModelEdge>) {
  return (
    <BaseEdge
      id={props.id}
      path={routePath(routeOf(props))}
      className="rv-flow rv-generalization"
      markerEnd="url(#rv-generalization)"
    />
  );
});
