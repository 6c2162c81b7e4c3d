import { useMantineColorScheme } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import {
  applyNodeChanges,
  Background,
  BackgroundVariant,
  type Connection,
  Controls,
  MiniMap,
  type NodeChange,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
} from "@xyflow/react";
import { type DragEvent, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useIndex, useProject } from "../project/use-project.tsx";
import { tabKey, useSelection, useWorkspace } from "../workspace/workspace.ts";
import { ArrowMarkers } from "./arrow-markers.tsx";
import "./canvas.css";
import { CanvasActions, draggedActivityType } from "./canvas-actions.ts";
import { placedElements } from "./drop-target.ts";
import { AnnotationFlowEdge } from "./edges/annotation-flow-edge.tsx";
import { SequenceFlowEdge } from "./edges/sequence-flow-edge.tsx";
import type { Move } from "./editing/edit-flow.ts";
import type { Point } from "./geometry.ts";
import { ElementNodeView } from "./nodes/element-node.tsx";
import { openView } from "./open-view.ts";
import { type ElementNode, type FlowEdge, MicroflowProjector } from "./projection.ts";
import { QuickAdd } from "./quick-add.tsx";
import { SelectionCache } from "./selection-cache.ts";

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

/** The nodes and edges of a microflow, with what is selected and what is being dragged right now. */
function useCanvasItems(microflow: string) {
  const index = useIndex();
  const selected = useSelection(tabKey({ kind: "microflow", id: microflow }));
  const projector = useMemo(() => new MicroflowProjector(microflow), [microflow]);
  const caches = useMemo(
    () => ({ nodes: new SelectionCache<ElementNode>(), edges: new SelectionCache<FlowEdge>() }),
    [],
  );
  const projection = useMemo(() => projector.project(index), [projector, index]);
  const marked = useMemo(() => {
    const selection = new Set(selected);
    return {
      nodes: caches.nodes.mark(projection.nodes, selection),
      edges: caches.edges.mark(projection.edges, selection),
    };
  }, [caches, projection, selected]);
  const [shown, setShown] = useState(marked.nodes);
  const [nodes, setNodes] = useState(marked.nodes);
  // What is dragged runs ahead of the document until it is let go; any change of the document takes over again.
  if (shown !== marked.nodes) {
    setShown(marked.nodes);
    setNodes(marked.nodes);
  }
  return { index, nodes, edges: marked.edges, setNodes };
}

function faultNotice(message: string | undefined): void {
  if (message !== undefined) notifications.show({ color: "red", message });
}

function Canvas({
  microflow,
  onOpen,
}: {
  microflow: string;
  onOpen?: ((element: string) => void) | undefined;
}) {
  const project = useProject();
  const actions = useMemo(() => new CanvasActions(project, microflow), [project, microflow]);
  const { index, nodes, edges, setNodes } = useCanvasItems(microflow);
  const { screenToFlowPosition, setCenter, getZoom } = useReactFlow();
  const { colorScheme } = useMantineColorScheme();
  const [dropFlow, setDropFlow] = useState<string>();
  const [isConnecting, setIsConnecting] = useState(false);
  const [quickAdd, setQuickAdd] = useState<{ readonly flow: string; readonly at: Point }>();
  const frame = useRef<HTMLDivElement>(null);
  const destination = useWorkspace((state) => state.destination);

  useEffect(() => {
    if (destination?.target.kind !== "microflow" || destination.target.id !== microflow) return;
    const [first] = destination.records;
    const box = placedElements(index, microflow).find(({ id }) => id === first)?.box;
    if (box)
      void setCenter(box.x + box.width / 2, box.y + box.height / 2, {
        zoom: Math.max(getZoom(), 0.8),
        duration: 160,
      });
    useWorkspace.getState().arrive();
  }, [destination, microflow, index, setCenter, getZoom]);

  const onNodesChange = useCallback(
    (changes: NodeChange<ElementNode>[]) => {
      const moving = changes.filter((change) => change.type === "position" || change.type === "dimensions");
      if (moving.length > 0) setNodes((current) => applyNodeChanges(moving, current));
      const resized = changes.find((change) => change.type === "dimensions" && change.resizing === false);
      if (resized?.type === "dimensions" && resized.dimensions)
        actions.resize(resized.id, resized.dimensions);
    },
    [actions, setNodes],
  );

  const onSelectionChange = useCallback(
    ({ nodes: chosen, edges: flows }: { nodes: { id: string }[]; edges: { id: string }[] }) => {
      const ids = [...chosen, ...flows].map(({ id }) => id);
      const key = tabKey({ kind: "microflow", id: microflow });
      const present = useWorkspace.getState().selections[key] ?? [];
      const isSame = ids.length === present.length && ids.every((id) => present.includes(id));
      if (!isSame) actions.select(ids);
    },
    [actions, microflow],
  );

  /** Dragged nodes that are not carried by a dragged loop, with their new parent and place. */
  const movesOf = (dragged: readonly ElementNode[]): Move[] => {
    const ids = new Set(dragged.map(({ id }) => id));
    const boxes = new Map(placedElements(index, microflow).map((placed) => [placed.id, placed]));
    const cornerOf = (id: string | undefined): Point => {
      const parent = id === undefined ? undefined : boxes.get(id)?.box;
      return { x: parent?.x ?? 0, y: parent?.y ?? 0 };
    };
    return dragged.flatMap((node) => {
      if (node.parentId !== undefined && ids.has(node.parentId)) return [];
      const corner = cornerOf(node.parentId);
      const at = { x: corner.x + node.position.x, y: corner.y + node.position.y };
      const middle = { x: at.x + (node.width ?? 0) / 2, y: at.y + (node.height ?? 0) / 2 };
      const loop = [...boxes.values()].findLast(
        ({ id, kind, box }) => kind === "loop" && !ids.has(id) && isInside(box, middle),
      );
      const isTopLevel = node.type === "start" || node.type === "end" || node.type === "parameter";
      const parent = isTopLevel ? microflow : (loop?.id ?? microflow);
      const origin = parent === microflow ? { x: 0, y: 0 } : cornerOf(parent);
      return [{ id: node.id, parent, position: { x: at.x - origin.x, y: at.y - origin.y } }];
    });
  };

  const flowUnder = (dragged: readonly ElementNode[]): string | undefined => {
    const [only] = dragged;
    if (dragged.length !== 1 || !only) return undefined;
    const [move] = movesOf(dragged);
    if (!move) return undefined;
    const corner = placedElements(index, microflow).find(({ id }) => id === move.parent)?.box ?? {
      x: 0,
      y: 0,
    };
    const point = {
      x: corner.x + move.position.x + (only.width ?? 0) / 2,
      y: corner.y + move.position.y + (only.height ?? 0) / 2,
    };
    const target = actions.target(point, new Set([only.id]));
    return target.kind === "flow" ? target.flow : undefined;
  };

  const onDragOver = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes(draggedActivityType)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "copy";
    const target = actions.target(screenToFlowPosition({ x: event.clientX, y: event.clientY }));
    setDropFlow(target.kind === "flow" ? target.flow : target.kind === "loop" ? target.loop : undefined);
  };

  const onDrop = (event: DragEvent) => {
    const kind = event.dataTransfer.getData(draggedActivityType);
    setDropFlow(undefined);
    if (kind === "") return;
    event.preventDefault();
    actions.add(kind, actions.target(screenToFlowPosition({ x: event.clientX, y: event.clientY })));
    frame.current?.focus();
  };

  return (
    <div
      ref={frame}
      className={`rv-canvas${isConnecting ? " rv-connecting" : ""}`}
      data-drop={dropFlow}
      onDragOver={onDragOver}
      onDragLeave={() => setDropFlow(undefined)}
      onDrop={onDrop}
    >
      <ArrowMarkers />
      {dropFlow !== undefined && <style>{dropStyle(dropFlow)}</style>}
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        colorMode={colorScheme === "auto" ? "system" : colorScheme}
        onNodesChange={onNodesChange}
        onSelectionChange={onSelectionChange}
        onNodeDrag={(_event, _node, dragged) => setDropFlow(flowUnder(dragged))}
        onNodeDragStop={(_event, _node, dragged) => {
          const flow = flowUnder(dragged);
          setDropFlow(undefined);
          actions.drop(movesOf(dragged), flow);
        }}
        onConnectStart={() => setIsConnecting(true)}
        onConnectEnd={() => setIsConnecting(false)}
        onConnect={({ source, target }: Connection) => faultNotice(actions.connect(source, target))}
        isValidConnection={({ source, target }) => actions.connectionFault(source, target) === undefined}
        onReconnect={(edge, { source, target }) => faultNotice(actions.reconnect(edge.id, source, target))}
        onNodeDoubleClick={(_event, node) => onOpen?.(node.id)}
        onClick={(event) => {
          const button = (event.target as HTMLElement).closest<HTMLElement>(".rv-insert");
          const flow = button?.dataset["flow"];
          if (flow !== undefined) setQuickAdd({ flow, at: { x: event.clientX, y: event.clientY } });
        }}
        deleteKeyCode={null}
        selectionKeyCode="Shift"
        multiSelectionKeyCode={["Control", "Meta", "Shift"]}
        onlyRenderVisibleElements
        onInit={(flow) => {
          const box = frame.current?.getBoundingClientRect();
          const boxes = placedElements(index, microflow).map((placed) => placed.box);
          if (box) void flow.setViewport(openView(boxes, box));
        }}
        minZoom={0.1}
        maxZoom={2.5}
        snapToGrid
        snapGrid={[4, 4]}
        elevateNodesOnSelect={false}
        connectionRadius={28}
        proOptions={{ hideAttribution: false }}
      >
        <Background variant={BackgroundVariant.Dots} gap={20} size={1.4} color="var(--rv-canvas-dot)" />
        <Controls showInteractive={false} position="bottom-left" />
        <MiniMap pannable zoomable position="bottom-right" nodeColor="var(--rv-border-strong)" />
      </ReactFlow>
      {quickAdd && (
        <QuickAdd
          at={quickAdd.at}
          onClose={() => setQuickAdd(undefined)}
          onChoose={(kind) => {
            actions.add(kind, { kind: "flow", flow: quickAdd.flow });
            setQuickAdd(undefined);
          }}
        />
      )}
    </div>
  );
}

function isInside(box: Point & { width: number; height: number }, point: Point): boolean {
  return (
    point.x >= box.x && point.x <= box.x + box.width && point.y >= box.y && point.y <= box.y + box.height
  );
}

/** Ids are letters, digits and `-_.:` (recordIdPattern), so they are safe in a selector's quotes. */
function dropStyle(id: string): string {
  return `[data-testid="flow-${id}"]{stroke:var(--rv-accent)!important;stroke-width:3!important;stroke-dasharray:6 4}[data-testid="node-${id}"]{border-color:var(--rv-accent);background:var(--rv-accent-tint)}`;
}

/** The drawing of a microflow, on which it is edited. */
export function MicroflowCanvas(props: { microflow: string; onOpen?: (element: string) => void }) {
  return (
    <ReactFlowProvider>
      <Canvas microflow={props.microflow} onOpen={props.onOpen} />
    </ReactFlowProvider>
  );
}
