import { useMantineColorScheme } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import {
  applyNodeChanges,
  Background,
  BackgroundVariant,
  Controls,
  type EdgeChange,
  MiniMap,
  type NodeChange,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
  useStore,
} from "@xyflow/react";
import {
  type ClipboardEvent,
  type DragEvent,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { useProject, useRecord } from "../project/use-project.tsx";
import { attachCanvas } from "../workspace/active-canvas.ts";
import { activityDragType } from "../workspace/drag-activity.ts";
import { tabKey, useWorkspace } from "../workspace/workspace.ts";
import { ArrowMarkers } from "./arrow-markers.tsx";
import "./canvas.css";
import { CanvasActions } from "./canvas-actions.ts";
import { CanvasEditing, type CanvasView, type InsertionPlace } from "./canvas-editing.ts";
import { pressCanvasKey } from "./canvas-keys.ts";
import { CanvasMenus, type MenuRequest } from "./canvas-menus.tsx";
import { createOverlay, OverlayProvider } from "./canvas-overlay.ts";
import { detailAt } from "./detail.ts";
import { draggedMoves } from "./dragged-moves.ts";
import { type DropTarget, placedElements, targetRecord } from "./drop-target.ts";
import { AnnotationFlowEdge } from "./edges/annotation-flow-edge.tsx";
import { SequenceFlowEdge } from "./edges/sequence-flow-edge.tsx";
import type { Point } from "./geometry.ts";
import { ElementNodeView } from "./nodes/element-node.tsx";
import { openView } from "./open-view.ts";
import type { ElementNode, FlowEdge } from "./projection.ts";
import { QuickAdd } from "./quick-add.tsx";
import { RenameAtElement, type RenameRequest } from "./rename-at-element.tsx";
import { withSelectChanges } from "./select-changes.ts";
import { useCanvasItems } from "./use-canvas-items.ts";
import { useOverlayFacts } from "./use-overlay-facts.ts";

const nodeTypes = {
  card: ElementNodeView,
  start: ElementNodeView,
  end: ElementNodeView,
  decision: ElementNodeView,
  merge: ElementNodeView,
  loop: ElementNodeView,
  parameter: ElementNodeView,
  annotation: ElementNodeView,
};
const edgeTypes = { sequenceFlow: SequenceFlowEdge, annotationFlow: AnnotationFlowEdge };

function tell(message: string | undefined): void {
  if (message !== undefined) notifications.show({ color: "red", message });
}

/** Keys that belong to a text, a menu or a dialog are none of the canvas. */
const elsewhere =
  "input, textarea, select, [contenteditable=true], [role=dialog], [role=menu], [role=listbox]";

/** A list of activities that is open at a point of the screen. */
interface OpenQuickAdd {
  readonly place: InsertionPlace;
  readonly at: Point;
}

function Canvas({ microflow, onOpen }: { microflow: string; onOpen: (element: string) => void }) {
  const project = useProject();
  const record = useRecord("microflow", microflow);
  const actions = useMemo(() => new CanvasActions(project, microflow), [project, microflow]);
  const { index, nodes, edges, setNodes, selected } = useCanvasItems(microflow);
  const flow = useReactFlow();
  const { colorScheme } = useMantineColorScheme();
  const [overlay] = useState(createOverlay);
  const [isConnecting, setIsConnecting] = useState(false);
  const [quickAdd, setQuickAdd] = useState<OpenQuickAdd>();
  const [menu, setMenu] = useState<MenuRequest>();
  const [rename, setRename] = useState<RenameRequest>();
  const [frame, setFrame] = useState<HTMLDivElement | null>(null);
  const pointer = useRef<Point>(undefined);
  const detail = useStore((state) => detailAt(state.transform[2]));
  const destination = useWorkspace((state) => state.destination);
  const isReadOnly = project.isReadOnly(microflow);
  useOverlayFacts(overlay, { microflow, selected });

  const setDropTarget = (target: DropTarget | undefined) => {
    const dropTarget = target && targetRecord(target);
    if (overlay.getState().dropTarget !== dropTarget) overlay.setState({ dropTarget });
  };

  const screenBox = useCallback(
    (id: string) => {
      const box = placedElements(project.index, microflow).find((placed) => placed.id === id)?.box;
      return box && { box, screen: flow.flowToScreenPosition({ x: box.x, y: box.y + box.height }) };
    },
    [project, microflow, flow],
  );

  const placeOnScreen = useCallback(
    (place: InsertionPlace): Point => {
      if (place.kind === "canvas") return flow.flowToScreenPosition(place.at);
      if (place.kind !== "flow") {
        const found = screenBox(place.kind === "after" ? place.element : place.loop);
        if (!found) return { x: 0, y: 0 };
        return flow.flowToScreenPosition({
          x: found.box.x + found.box.width,
          y: found.box.y + found.box.height / 2,
        });
      }
      const button = frame?.querySelector(`[data-flow="${place.flow}"]`)?.getBoundingClientRect();
      const from = project.record(place.flow);
      const beside = from?.type === "sequenceFlow" ? screenBox(from.from)?.screen : undefined;
      return button ? { x: button.x + button.width / 2, y: button.bottom } : (beside ?? { x: 0, y: 0 });
    },
    [frame, flow, project, screenBox],
  );

  const view = useMemo<CanvasView>(
    () => ({
      openDialog: onOpen,
      openRename: (element, what) => {
        const found = screenBox(element.id);
        if (found) setRename({ element: element.id, what, at: found.screen });
      },
      openQuickAdd: (place) => setQuickAdd({ place, at: placeOnScreen(place) }),
      reveal: ({ box }) => {
        const screen = frame?.getBoundingClientRect();
        const from = flow.flowToScreenPosition(box);
        const to = flow.flowToScreenPosition({ x: box.x + box.width, y: box.y + box.height });
        const isInside =
          screen &&
          from.x >= screen.left &&
          to.x <= screen.right &&
          from.y >= screen.top &&
          to.y <= screen.bottom;
        if (!isInside)
          void flow.setCenter(box.x + box.width / 2, box.y + box.height / 2, {
            zoom: flow.getZoom(),
            duration: 140,
          });
      },
      zoom: (by) => void flow.zoomTo(by === "full" ? 1 : flow.getZoom() * by, { duration: 120 }),
      fit: () => void flow.fitView({ maxZoom: 1, padding: 0.12, duration: 140 }),
    }),
    [frame, flow, onOpen, placeOnScreen, screenBox],
  );
  const editing = useMemo(
    () => new CanvasEditing({ project, actions, view, microflow, selected }),
    [project, actions, view, microflow, selected],
  );

  useEffect(
    () =>
      attachCanvas({
        addActivity: (kind) => {
          if (isReadOnly) return;
          const where = editing.placeFor(kind);
          const id = actions.insert(kind, where ?? { kind: "canvas", at: { x: 120, y: 260 } });
          const placed = placedElements(project.index, microflow).find((one) => one.id === id);
          if (placed) view.reveal(placed);
        },
      }),
    [actions, editing, isReadOnly, microflow, project, view],
  );

  useEffect(() => {
    if (destination?.target.kind !== "microflow" || destination.target.id !== microflow) return;
    const placed = placedElements(index, microflow).find(({ id }) => id === destination.records[0]);
    if (placed) view.reveal(placed);
    useWorkspace.getState().arrive();
  }, [destination, microflow, index, view]);

  const takeSelection = useCallback(
    (changes: (NodeChange<ElementNode> | EdgeChange<FlowEdge>)[]) => {
      const present = useWorkspace.getState().selections[tabKey({ kind: "microflow", id: microflow })] ?? [];
      const next = withSelectChanges(present, changes);
      if (next !== present) actions.select(next);
    },
    [actions, microflow],
  );

  const onNodesChange = useCallback(
    (changes: NodeChange<ElementNode>[]) => {
      takeSelection(changes);
      const moving = changes.filter((change) => change.type === "position" || change.type === "dimensions");
      if (moving.length > 0) setNodes((current) => applyNodeChanges(moving, current));
      const resized = changes.find((change) => change.type === "dimensions" && change.resizing === false);
      if (resized?.type === "dimensions" && resized.dimensions)
        actions.resize(resized.id, resized.dimensions);
    },
    [actions, setNodes, takeSelection],
  );

  const onEdgesChange = useCallback(
    (changes: EdgeChange<FlowEdge>[]) => takeSelection(changes),
    [takeSelection],
  );

  const movesOf = (dragged: readonly ElementNode[]) =>
    draggedMoves(dragged, placedElements(index, microflow), microflow);

  /** Where a single dragged element would go. */
  const targetOf = (dragged: readonly ElementNode[]): DropTarget | undefined => {
    const [only] = dragged;
    const [move] = movesOf(dragged);
    if (dragged.length !== 1 || !only || !move) return undefined;
    const parent = placedElements(index, microflow).find(({ id }) => id === move.parent)?.box ?? {
      x: 0,
      y: 0,
    };
    const point = {
      x: parent.x + move.position.x + (only.width ?? 0) / 2,
      y: parent.y + move.position.y + (only.height ?? 0) / 2,
    };
    const target = actions.target(point, new Set([only.id]));
    const isFree = !edges.some(({ source, target: end }) => source === only.id || end === only.id);
    return isFree || target.kind === "loop" ? target : undefined;
  };

  const targetOfDrag = (event: DragEvent) =>
    actions.target(flow.screenToFlowPosition({ x: event.clientX, y: event.clientY }));

  const onDrop = (event: DragEvent) => {
    const kind = event.dataTransfer.getData(activityDragType);
    setDropTarget(undefined);
    if (kind === "" || isReadOnly) return;
    event.preventDefault();
    actions.add(kind, targetOfDrag(event));
    frame?.focus();
  };

  const pastePlace = () => {
    const { element } = editing;
    const isLoop = element !== undefined && project.catalog.find(element.kind)?.hasBody === true;
    if (isLoop) return { parent: element.id, at: { x: 40, y: 80 } };
    const screen = frame?.getBoundingClientRect();
    const middle = {
      x: (screen?.x ?? 0) + (screen?.width ?? 0) / 2,
      y: (screen?.y ?? 0) + (screen?.height ?? 0) / 2,
    };
    return { parent: microflow, at: flow.screenToFlowPosition(pointer.current ?? middle) };
  };

  const onCopy = (event: ClipboardEvent, isCut: boolean) => {
    if ((event.target as HTMLElement).closest(elsewhere)) return;
    const text = actions.copy(selected);
    if (text === undefined) return;
    event.preventDefault();
    event.clipboardData.setData("text/plain", text);
    if (isCut) actions.remove(selected);
  };

  const onPaste = (event: ClipboardEvent) => {
    if ((event.target as HTMLElement).closest(elsewhere) || isReadOnly) return;
    event.preventDefault();
    tell(actions.paste(event.clipboardData.getData("text/plain"), pastePlace()));
  };

  const insert = (kind: string, { goesOn }: { goesOn: boolean }) => {
    const place = quickAdd?.place;
    setQuickAdd(undefined);
    if (!place) return;
    const id = actions.insert(kind, place);
    frame?.focus();
    if (id === undefined) return;
    // Its place is drawn by then; the next one goes behind it.
    requestAnimationFrame(() => {
      const placed = placedElements(project.index, microflow).find((one) => one.id === id);
      if (placed) view.reveal(placed);
      const next = new CanvasEditing({ project, actions, view, microflow, selected: [id] }).placeBehind();
      if (goesOn && next) setTimeout(() => view.openQuickAdd(next), 160);
    });
  };

  return (
    <OverlayProvider value={overlay}>
      {/* Elements are buttons inside; the canvas has the keys and says which element they mean. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        ref={setFrame}
        className={`rv-canvas${isConnecting ? " rv-connecting" : ""}`}
        role="application"
        aria-label={`Microflow ${record?.name ?? ""}`}
        aria-activedescendant={selected.length === 1 ? `rv-node-${selected[0]}` : undefined}
        // The keys of the drawing reach it only where it can have the focus.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        data-detail={detail}
        data-testid="microflow-canvas"
        onDragOver={(event) => {
          if (!event.dataTransfer.types.includes(activityDragType) || isReadOnly) return;
          event.preventDefault();
          event.dataTransfer.dropEffect = "copy";
          setDropTarget(targetOfDrag(event));
        }}
        onDragLeave={() => setDropTarget(undefined)}
        onDrop={onDrop}
        onCopy={(event) => onCopy(event, false)}
        onCut={(event) => onCopy(event, true)}
        onPaste={onPaste}
        onPointerMove={({ clientX, clientY }) => {
          pointer.current = { x: clientX, y: clientY };
        }}
        onPointerDown={(event) => {
          if (!(event.target as HTMLElement).closest(`${elsewhere}, button`)) frame?.focus();
        }}
        onKeyDown={(event) => {
          if (event.defaultPrevented || (event.target as HTMLElement).closest(elsewhere)) return;
          if (pressCanvasKey(editing, event)) event.preventDefault();
        }}
        onClick={(event) => {
          const button = (event.target as HTMLElement).closest("button");
          const { flow: insertAt, outcomesOf } = button?.dataset ?? {};
          const at = { x: event.clientX, y: event.clientY };
          if (insertAt !== undefined) setQuickAdd({ place: { kind: "flow", flow: insertAt }, at });
          if (outcomesOf !== undefined) {
            actions.select([outcomesOf]);
            setMenu({ at, record: outcomesOf });
          }
        }}
      >
        <ArrowMarkers />
        <ReactFlow
          nodes={nodes}
          edges={edges}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          colorMode={colorScheme === "auto" ? "system" : colorScheme}
          nodesDraggable={!isReadOnly}
          nodesConnectable={!isReadOnly}
          nodesFocusable={false}
          edgesFocusable={false}
          edgesReconnectable={!isReadOnly}
          onNodesChange={onNodesChange}
          onEdgesChange={onEdgesChange}
          onNodeDrag={(_event, _node, dragged) => setDropTarget(targetOf(dragged))}
          onNodeDragStop={(_event, _node, dragged) => {
            const target = targetOf(dragged);
            setDropTarget(undefined);
            actions.drop(movesOf(dragged), target);
          }}
          onConnectStart={() => setIsConnecting(true)}
          onConnectEnd={() => setIsConnecting(false)}
          onConnect={({ source, target }) => tell(actions.connect(source, target))}
          isValidConnection={({ source, target }) => actions.connectionFault(source, target) === undefined}
          onReconnect={(edge, { source, target }) => tell(actions.reconnect(edge.id, source, target))}
          onNodeDoubleClick={(_event, node) => onOpen(node.id)}
          onEdgeMouseEnter={(_event, { id }) => overlay.setState({ hoveredFlow: id })}
          onEdgeMouseLeave={() => overlay.setState({ hoveredFlow: undefined })}
          onPaneContextMenu={(event) => {
            event.preventDefault();
            setMenu({ at: { x: event.clientX, y: event.clientY }, record: undefined });
          }}
          onNodeContextMenu={(event, { id }) => {
            event.preventDefault();
            if (!selected.includes(id)) actions.select([id]);
            setMenu({ at: { x: event.clientX, y: event.clientY }, record: id });
          }}
          onEdgeContextMenu={(event, { id }) => {
            event.preventDefault();
            actions.select([id]);
            setMenu({ at: { x: event.clientX, y: event.clientY }, record: id });
          }}
          onInit={(instance) => {
            const screen = frame?.getBoundingClientRect();
            const boxes = placedElements(index, microflow).map((placed) => placed.box);
            if (screen) void instance.setViewport(openView(boxes, screen));
          }}
          deleteKeyCode={null}
          disableKeyboardA11y
          selectionKeyCode="Shift"
          multiSelectionKeyCode={["Control", "Meta", "Shift"]}
          onlyRenderVisibleElements
          minZoom={0.1}
          maxZoom={2.5}
          snapToGrid
          snapGrid={[4, 4]}
          zoomOnDoubleClick={false}
          elevateNodesOnSelect={false}
          connectionRadius={28}
        >
          <Background variant={BackgroundVariant.Dots} gap={20} size={1.4} color="var(--rv-canvas-dot)" />
          <Controls showInteractive={false} position="bottom-left" />
          <MiniMap pannable zoomable position="bottom-right" nodeColor="var(--rv-border-strong)" />
        </ReactFlow>
        {quickAdd && (
          <QuickAdd
            key={JSON.stringify(quickAdd.place)}
            at={quickAdd.at}
            endsHere={quickAdd.place.kind !== "flow"}
            onClose={() => {
              setQuickAdd(undefined);
              frame?.focus();
            }}
            onChoose={insert}
          />
        )}
        {rename && (
          <RenameAtElement
            request={rename}
            microflow={microflow}
            actions={actions}
            onClose={() => {
              setRename(undefined);
              frame?.focus();
            }}
          />
        )}
        {menu && (
          <CanvasMenus
            request={menu}
            parts={{
              project,
              actions,
              editing,
              onCopy: () => void copyText(actions.copy(selected)),
              onPaste: () => void readText().then((text) => text && tell(actions.paste(text, pastePlace()))),
            }}
            onAdd={() => {
              const at = flow.screenToFlowPosition(menu.at);
              setQuickAdd({ place: { kind: "canvas", at }, at: menu.at });
            }}
            onClose={() => {
              setMenu(undefined);
              frame?.focus();
            }}
          />
        )}
      </div>
    </OverlayProvider>
  );
}

async function copyText(text: string | undefined): Promise<void> {
  if (text === undefined) return;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    tell("This browser does not let a menu use the clipboard. Press Ctrl+C instead.");
  }
}

async function readText(): Promise<string | undefined> {
  try {
    return await navigator.clipboard.readText();
  } catch {
    tell("This browser does not let a menu use the clipboard. Press Ctrl+V instead.");
    return undefined;
  }
}

/** The drawing of a microflow, on which it is edited. */
export function MicroflowCanvas(props: { microflow: string; onOpen: (element: string) => void }) {
  return (
    <ReactFlowProvider>
      <Canvas microflow={props.microflow} onOpen={props.onOpen} />
    </ReactFlowProvider>
  );
}
