import "./element-node.css";
import { Tooltip } from "@mantine/core";
import { type ActivityDefinition, captionOf } from "@rivulet/activities";
import type { ElementRecord, Problem } from "@rivulet/model";
import { Handle, type HandleType, type NodeProps, NodeResizer, Position } from "@xyflow/react";
import { Zap } from "lucide-react";
import { memo, type ReactNode } from "react";
import { canvasMessages } from "../../messages/canvas-messages.ts";
import { useProject, useRecord } from "../../project/use-project.tsx";
import { ElementRunMark } from "../../run/run-marks.tsx";
import { ActivityIcon } from "../activity-icon.tsx";
import { useOverlay } from "../canvas-overlay.ts";
import type { ElementNode } from "../projection.ts";
import { doesOf, producedVariable, spokenName, subtitleOf } from "../subtitle.ts";

interface Drawing {
  readonly element: ElementRecord;
  readonly definition: ActivityDefinition | undefined;
  readonly isSelected: boolean;
}

const handleSides = [
  ["left", Position.Left],
  ["right", Position.Right],
  ["top", Position.Top],
  ["bottom", Position.Bottom],
] as const;

const bothTypes: readonly HandleType[] = ["target", "source"];
const searched: Readonly<Record<HandleType, readonly HandleType[]>> = {
  target: ["target"],
  source: ["source"],
};

/**
 * The points at which flows begin and end. They are there only where they can be grasped, on what is pointed at or
 * alone selected, and where a flow that is being drawn can end: eight on every element are most of what a drawing costs.
 */
function Handles({ element, canBegin, canEnd }: { element: string; canBegin: boolean; canEnd: boolean }) {
  const types = useOverlay(({ hoveredElement, onlySelected, joining }) => {
    const isGrasped = hoveredElement === element || onlySelected === element || joining?.element === element;
    if (isGrasped) return bothTypes;
    return joining && searched[joining.looksFor];
  });
  return types?.flatMap((type) =>
    handleSides.map(([side, position]) => (
      <Handle
        key={`${type} ${side}`}
        type={type}
        id={side}
        position={position}
        isConnectable={type === "target" ? canEnd : canBegin}
        className="rv-handle"
      />
    )),
  );
}

function Card({ element, definition }: Drawing) {
  const variable = producedVariable(definition, element);
  const caption = captionOf(definition, element);
  const does = definition ? doesOf(definition, element) : canvasMessages.unknownActivity;
  return (
    <>
      <ActivityIcon definition={definition} />
      <span className="rv-card-text" title={`${caption}\n${does}`}>
        <span className="rv-card-caption">{caption}</span>
        <span className="rv-card-subtitle">{does}</span>
      </span>
      {variable !== undefined && <span className="rv-variable-chip">${variable}</span>}
    </>
  );
}

function End({ element, definition }: Drawing) {
  const value = definition ? subtitleOf(definition, element) : "";
  return value === "" ? null : <span className="rv-beside rv-expression">{value}</span>;
}

function ErrorEvent() {
  return <Zap size={15} strokeWidth={2.2} aria-hidden="true" />;
}

function Decision({ element, definition }: Drawing) {
  const question = element.caption ?? (definition ? subtitleOf(definition, element) : "");
  return (
    <>
      <svg className="rv-diamond" viewBox="0 0 64 64" aria-hidden="true">
        <rect x="11" y="11" width="42" height="42" rx="8" transform="rotate(45 32 32)" />
      </svg>
      <span className="rv-above rv-expression">{question}</span>
    </>
  );
}

function MergeDiamond() {
  return (
    <svg className="rv-diamond" viewBox="0 0 36 36" aria-hidden="true">
      <rect x="7" y="7" width="22" height="22" rx="5" transform="rotate(45 18 18)" />
    </svg>
  );
}

function LoopFrame({ element, definition, isSelected }: Drawing) {
  return (
    <>
      <NodeResizer isVisible={isSelected} minWidth={260} minHeight={140} lineClassName="rv-resize-line" />
      <span className="rv-loop-header">
        <ActivityIcon definition={definition} size={22} />
        <span className="rv-expression">{definition ? subtitleOf(definition, element) : ""}</span>
      </span>
    </>
  );
}

function Parameter({ element, definition }: Drawing) {
  const variable = producedVariable(definition, element);
  return (
    <>
      <ActivityIcon definition={definition} size={22} />
      <span className="rv-card-text">
        <span className="rv-card-caption rv-expression">${variable ?? ""}</span>
        <span className="rv-card-subtitle">{definition ? subtitleOf(definition, element) : ""}</span>
      </span>
    </>
  );
}

function Annotation({ element, definition, isSelected }: Drawing) {
  return (
    <>
      <NodeResizer isVisible={isSelected} minWidth={120} minHeight={40} lineClassName="rv-resize-line" />
      <span className="rv-annotation-text">{definition ? subtitleOf(definition, element) : ""}</span>
    </>
  );
}

const drawings: Readonly<Record<NonNullable<ElementNode["type"]>, (drawing: Drawing) => ReactNode>> = {
  card: Card,
  start: () => null,
  end: End,
  errorEvent: ErrorEvent,
  decision: Decision,
  merge: MergeDiamond,
  loop: LoopFrame,
  parameter: Parameter,
  annotation: Annotation,
};

/** That something is wrong with an element; what it is, when it is pointed at. */
function ProblemBadge({ element, problems }: { element: string; problems: readonly Problem[] }) {
  const isHovered = useOverlay(({ hoveredElement }) => hoveredElement === element);
  const isError = problems.some(({ severity }) => severity === "error");
  const badge = (
    <span className="rv-problem-badge" data-severity={isError ? "error" : "warning"} aria-hidden="true">
      !
    </span>
  );
  if (!isHovered) return badge;
  return (
    <Tooltip label={problems.map(({ message }) => message).join(" ")} multiline w={280} openDelay={150}>
      {badge}
    </Tooltip>
  );
}

/** One element of a microflow. It reads its own record, so a change of one element draws one element. */
export const ElementNodeView = memo(function ElementNodeView({
  data,
  type,
  selected,
}: NodeProps<ElementNode>) {
  const project = useProject();
  const element = useRecord("element", data.elementId);
  const tint = useOverlay(({ uses, usedBy }) =>
    uses.has(data.elementId) ? "uses" : usedBy.has(data.elementId) ? "used-by" : undefined,
  );
  const isDropTarget = useOverlay(({ dropTarget }) => dropTarget === data.elementId);
  const problems = useOverlay((overlay) => overlay.problems.get(data.elementId));
  if (!element) return null;
  const definition = project.catalog.find(element.kind);
  const Draw = drawings[type];
  const outcomes = definition?.outcomes.kind ?? "next";
  const isInSequence = outcomes !== "none";
  return (
    <div
      className={`rv-element rv-${type}`}
      id={`rv-node-${element.id}`}
      role="button"
      aria-label={spokenName(definition, element)}
      aria-pressed={selected}
      data-tint={tint}
      data-drop-target={isDropTarget || undefined}
      data-selected={selected || undefined}
      data-disabled={element.isDisabled || undefined}
      data-testid={`node-${element.id}`}
    >
      <Draw element={element} definition={definition} isSelected={selected} />
      {problems && <ProblemBadge element={data.elementId} problems={problems} />}
      <ElementRunMark id={element.id} />
      <Handles
        element={data.elementId}
        canBegin={outcomes !== "end" && (isInSequence || type === "annotation")}
        canEnd={isInSequence && type !== "start"}
      />
    </div>
  );
});
