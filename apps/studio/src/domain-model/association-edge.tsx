import "../canvas/edges/flows.css";
import type { AssociationRecord } from "@rivulet/model";
import { BaseEdge, type EdgeProps } from "@xyflow/react";
import { memo } from "react";
import { FlowLabels } from "../canvas/edges/flow-labels.tsx";
import type { Point } from "../canvas/geometry.ts";
import { routeFlow, routeMiddle, routePath } from "../canvas/routing/flow-routing.ts";
import { sideMiddle } from "../canvas/routing/flow-sides.ts";
import { useRecord } from "../project/use-project.tsx";
import type { ModelEdge } from "./domain-model-projection.ts";
import { endMarks } from "./end-marks.ts";
import type { LinkRoute } from "./link-routes.ts";

type Drawn = Pick<LinkRoute, "points" | "label">;

const moved =
  (by: Point) =>
  ({ x, y }: Point) => ({ x: x + by.x, y: y + by.y });
/** Nearer than this is the same place. */
const isSame = (one: Point, other: Point) =>
  Math.abs(one.x - other.x) < 0.5 && Math.abs(one.y - other.y) < 0.5;

/** The line as it is drawn now: that of the document, moved along with its ends, or a plain one while one is dragged. */
function drawnRoute(props: EdgeProps<ModelEdge>, route: LinkRoute): Drawn {
  const { points, label, sides, from, to } = route;
  const [first, last] = [points[0], points.at(-1)];
  const planned = { source: sideMiddle(from, sides.from), target: sideMiddle(to, sides.to) };
  const source = { x: props.sourceX - planned.source.x, y: props.sourceY - planned.source.y };
  const target = { x: props.targetX - planned.target.x, y: props.targetY - planned.target.y };
  if (isSame(source, target) || !first || !last)
    return { points: points.map(moved(source)), label: moved(source)(label) };
  const plain = routeFlow(
    { ...moved(source)(first), side: sides.from },
    { ...moved(target)(last), side: sides.to },
  );
  return { points: plain, label: routeMiddle(plain) };
}

/** How many objects each end of an association sees: at its owner, then at its target. */
function multiplicities({ isOneToOne, multiplicity }: AssociationRecord): readonly [string, string] {
  if (isOneToOne) return ["1", "1"];
  return multiplicity === "set" ? ["*", "*"] : ["*", "1"];
}

const centredAt = ({ x, y }: Point) => ({ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` });

/** An association with its name, and how many objects each end sees. */
export const AssociationEdge = memo(function AssociationEdge(props: EdgeProps<ModelEdge>) {
  const association = useRecord("association", props.data?.associationId ?? "");
  if (!association || !props.data) return null;
  const { points, label } = drawnRoute(props, props.data.route);
  const [atOwner, atTarget] = multiplicities(association);
  const marks = endMarks(points);
  return (
    <>
      <BaseEdge
        id={props.id}
        path={routePath(points)}
        className="rv-flow"
        interactionWidth={24}
        data-testid={`association-${props.id}`}
      />
      <FlowLabels>
        <span className="rv-association-end" style={centredAt(marks.from)}>
          {atOwner}
        </span>
        <span className="rv-association-end" style={centredAt(marks.to)}>
          {atTarget}
        </span>
        <span className="rv-outcome" style={centredAt(label)}>
          {association.name}
        </span>
      </FlowLabels>
    </>
  );
});

/** The line from an entity to what it specializes. */
export const GeneralizationEdge = memo(function GeneralizationEdge(props: EdgeProps<ModelEdge>) {
  if (!props.data) return null;
  return (
    <BaseEdge
      id={props.id}
      path={routePath(drawnRoute(props, props.data.route).points)}
      className="rv-flow rv-generalization"
      markerEnd="url(#rv-generalization)"
    />
  );
});
