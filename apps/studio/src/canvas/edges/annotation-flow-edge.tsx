import { BaseEdge, type EdgeProps, getStraightPath } from "@xyflow/react";
import { memo } from "react";
import { useRecord } from "../../project/use-project.tsx";
import type { FlowEdge } from "../projection.ts";
import { SpokenFlow } from "./spoken-flow.tsx";

/** The dotted line between a note and what it is about. */
export const AnnotationFlowEdge = memo(function AnnotationFlowEdge(props: EdgeProps<FlowEdge>) {
  const { id, sourceX, sourceY, targetX, targetY } = props;
  const [path] = getStraightPath({ sourceX, sourceY, targetX, targetY });
  const flow = useRecord("annotationFlow", id);
  return (
    <>
      <BaseEdge id={id} path={path} className="rv-annotation-flow" data-testid={`flow-${id}`} />
      {props.selected && flow && <SpokenFlow flow={flow} />}
    </>
  );
});
