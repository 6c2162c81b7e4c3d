import "./canvas.css";
import "./detail.css";
import { ReactFlowProvider, useStore } from "@xyflow/react";
import { type MouseEvent, type PointerEvent, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { canvasMessages } from "../messages/canvas-messages.ts";
import { useProject, useRecord } from "../project/use-project.tsx";
import { ArrowMarkers } from "./arrow-markers.tsx";
import { createOverlay, OverlayProvider, useOverlayOf } from "./canvas-overlay.ts";
import { useClipboardEvents } from "./clipboard/use-clipboard-events.ts";
import { detailAt } from "./detail.ts";
import { type Drawing, isReadOnly, select } from "./drawing.ts";
import { FlowLabelLayer } from "./edges/flow-labels.tsx";
import { FlowCanvas } from "./flow-canvas.tsx";
import type { Point } from "./geometry.ts";
import { useKeptCentre } from "./keep-centre.ts";
import { attachCanvas, type OpenCanvas } from "./open-canvas.ts";
import { CanvasPopups } from "./popups/canvas-popups.tsx";
import { usePopup } from "./popups/use-popup.ts";
import { useActivityDrop } from "./use-activity-drop.ts";
import { useCanvasItems } from "./use-canvas-items.ts";
import { useCanvasView } from "./use-canvas-view.ts";
import { useDestination } from "./use-destination.ts";
import { useJoining } from "./use-joining.ts";
import { useKnownSizes } from "./use-known-sizes.ts";
import { useOverlayFacts } from "./use-overlay-facts.ts";

/** What takes the keyboard itself when it is pressed. */
const controls = "input, textarea, select, [contenteditable=true], [role=dialog], [role=menu], button";

interface CanvasProps {
  readonly microflow: string;
  /** Asks for the dialog of an element. */
  readonly onOpen: (element: string) => void;
}

function Canvas({ microflow, onOpen }: CanvasProps) {
  useKnownSizes();
  useKeptCentre();
  const project = useProject();
  const name = useRecord("microflow", microflow)?.name ?? "";
  const drawing = useMemo<Drawing>(() => ({ project, microflow }), [project, microflow]);
  const [overlay] = useState(createOverlay);
  const joined = useOverlayOf(overlay, ({ joining }) => joining?.element);
  const items = useCanvasItems(drawing, overlay);
  const frame = useRef<HTMLDivElement>(null);
  const pointer = useRef<Point>(undefined);
  const { popup, ...popups } = usePopup();
  const view = useCanvasView({ drawing, frame, pointer, popups, onOpen });
  const canvas = useMemo<OpenCanvas>(() => ({ drawing, view }), [drawing, view]);
  const detail = useStore(({ transform }) => detailAt(transform[2]));
  const joining = useJoining(canvas);
  const focusCanvas = useCallback(() => frame.current?.focus(), []);
  const clipboardEvents = useClipboardEvents(canvas);
  const dropEvents = useActivityDrop(canvas, overlay, focusCanvas);
  useEffect(() => attachCanvas(canvas), [canvas]);
  useDestination(canvas);
  useOverlayFacts(overlay, { microflow, selected: items.selected });

  const onPointerMove = ({ clientX, clientY }: PointerEvent) => {
    pointer.current = { x: clientX, y: clientY };
  };
  const onPointerDown = ({ target }: PointerEvent) => {
    if (!(target as Element).closest(controls)) focusCanvas();
  };
  /** The buttons on flows: they are many, so they say by data what they are for. */
  const onClick = ({ target, clientX, clientY }: MouseEvent) => {
    const { flow, outcomesOf } = (target as Element).closest("button")?.dataset ?? {};
    const at = { x: clientX, y: clientY };
    if (isReadOnly(drawing)) return;
    if (flow !== undefined) popups.openQuickAdd({ place: { kind: "flow", flow }, at });
    if (outcomesOf !== undefined) {
      select(drawing, [outcomesOf]);
      popups.openMenu({ at, record: outcomesOf });
    }
  };

  const [only, ...others] = items.selected;
  return (
    <OverlayProvider value={overlay}>
      {/* Elements are buttons inside; the canvas has the focus and says which element the keys mean. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events */}
      <div
        ref={frame}
        className={`rv-canvas${joined !== undefined ? " rv-connecting" : ""}`}
        role="application"
        aria-label={canvasMessages.canvas(name)}
        aria-activedescendant={only !== undefined && others.length === 0 ? `rv-node-${only}` : undefined}
        // The keys of the drawing reach it only where it can have the focus.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        data-detail={detail}
        data-testid="microflow-canvas"
        onPointerMove={onPointerMove}
        onPointerDown={onPointerDown}
        onClick={onClick}
        {...dropEvents}
        {...clipboardEvents}
      >
        <ArrowMarkers />
        <FlowLabelLayer>
          <FlowCanvas
            drawing={drawing}
            nodes={items.nodes}
            edges={items.edges}
            setNodes={items.setNodes}
            overlay={overlay}
            onOpen={onOpen}
            onMenu={popups.openMenu}
            {...joining}
          />
        </FlowLabelLayer>
        <CanvasPopups canvas={canvas} popup={popup} actions={popups} focusCanvas={focusCanvas} />
      </div>
    </OverlayProvider>
  );
}

/** The drawing of a microflow, on which it is edited. */
export function MicroflowCanvas(props: CanvasProps) {
  return (
    <ReactFlowProvider>
      <Canvas {...props} />
    </ReactFlowProvider>
  );
}
