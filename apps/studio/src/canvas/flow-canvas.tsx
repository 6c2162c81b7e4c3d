import { useMantineColorScheme } from "@mantine/core";
import { Background, BackgroundVariant, ReactFlow, type ReactFlowInstance, useStoreApi } from "@xyflow/react";
import { type Dispatch, type MouseEvent, memo, type SetStateAction, useCallback, useMemo } from "react";
import type { OverlayStore } from "./canvas-overlay.ts";
import { canvasProperties } from "./canvas-properties.ts";
import { CanvasToolbar } from "./canvas-toolbar.tsx";
import { type Drawing, isReadOnly, select, selectionOf } from "./drawing.ts";
import { AnnotationFlowEdge } from "./edges/annotation-flow-edge.tsx";
import { SequenceFlowEdge } from "./edges/sequence-flow-edge.tsx";
import type { MenuRequest } from "./menus/canvas-menu.tsx";
import { Minimap } from "./minimap.tsx";
import { ElementNodeView } from "./nodes/element-node.tsx";
import { openView } from "./open-view.ts";
import { placedElements } from "./placed-elements.ts";
import type { ElementNode, FlowEdge } from "./projection.ts";
import { useCanvasChanges } from "./use-canvas-changes.ts";
import { type Joining, useConnections } from "./use-connections.ts";
import { useElementDrag } from "./use-element-drag.ts";
import { useSettling } from "./use-settling.ts";
import { useViewSettings } from "./view-settings.ts";

const nodeTypes = {
  card: ElementNodeView,
  start: ElementNodeView,
  end: ElementNodeView,
  errorEvent: ElementNodeView,
  decision: ElementNodeView,
  merge: ElementNodeView,
  loop: ElementNodeView,
  parameter: ElementNodeView,
  annotation: ElementNodeView,
} satisfies Record<NonNullable<ElementNode["type"]>, typeof ElementNodeView>;
const toolbarCommands = ["canvas.zoomOut", "canvas.zoomIn", "canvas.fit", "canvas.minimap"];
const edgeTypes = { sequenceFlow: SequenceFlowEdge, annotationFlow: AnnotationFlowEdge };

interface FlowCanvasProps extends Joining {
  readonly drawing: Drawing;
  readonly nodes: ElementNode[];
  readonly edges: FlowEdge[];
  readonly setNodes: Dispatch<SetStateAction<ElementNode[]>>;
  readonly overlay: OverlayStore;
  readonly onOpen: (element: string) => void;
  readonly onMenu: (request: MenuRequest) => void;
}

function useMenuEvents(drawing: Drawing, onMenu: FlowCanvasProps["onMenu"]) {
  return useMemo(() => {
    const open = (event: MouseEvent | globalThis.MouseEvent, record?: string) => {
      event.preventDefault();
      if (record !== undefined && !selectionOf(drawing).includes(record)) select(drawing, [record]);
      onMenu({ at: { x: event.clientX, y: event.clientY }, record });
    };
    return {
      onPaneContextMenu: (event: MouseEvent | globalThis.MouseEvent) => open(event),
      onSelectionContextMenu: (event: MouseEvent, [node]: readonly ElementNode[]) => open(event, node?.id),
      onNodeContextMenu: (event: MouseEvent, { id }: ElementNode) => open(event, id),
      onEdgeContextMenu: (event: MouseEvent, { id }: FlowEdge) => open(event, id),
    };
  }, [drawing, onMenu]);
}

/** What is under the pointer shows what can be done with it. */
function useHoverEvents(overlay: OverlayStore) {
  return useMemo(
    () => ({
      onNodeMouseEnter: (_event: unknown, { id }: ElementNode) => overlay.setState({ hoveredElement: id }),
      onNodeMouseLeave: () => overlay.setState({ hoveredElement: undefined }),
      onEdgeMouseEnter: (_event: unknown, { id }: FlowEdge) => overlay.setState({ hoveredFlow: id }),
      onEdgeMouseLeave: () => overlay.setState({ hoveredFlow: undefined }),
    }),
    [overlay],
  );
}

/** The canvas library with our elements, flows and gestures. */
export const FlowCanvas = memo(function FlowCanvas(props: FlowCanvasProps) {
  const { drawing, nodes, edges, overlay, onOpen } = props;
  const { colorScheme } = useMantineColorScheme();
  const hasMinimap = useViewSettings((settings) => settings.hasMinimap);
  const store = useStoreApi();
  const isFixed = isReadOnly(drawing);
  const { cancel, settle } = useSettling(props);
  const changes = useCanvasChanges(props, cancel, settle);
  const drag = useElementDrag(props, cancel, settle);
  const menus = useMenuEvents(drawing, props.onMenu);
  const connections = useConnections(drawing, overlay, props);
  const hovers = useHoverEvents(overlay);

  const showOpening = useCallback(
    (instance: ReactFlowInstance<ElementNode, FlowEdge>) => {
      const { width, height } = store.getState();
      const boxes = placedElements(drawing.project.index, drawing.microflow).map(({ box }) => box);
      void instance.setViewport(openView(boxes, { width, height }));
    },
    [drawing, store],
  );
  const openElement = useCallback((_event: MouseEvent, { id }: ElementNode) => onOpen(id), [onOpen]);

  return (
    <ReactFlow
      {...canvasProperties}
      nodes={nodes}
      edges={edges}
      nodeTypes={nodeTypes}
      edgeTypes={edgeTypes}
      colorMode={colorScheme === "auto" ? "system" : colorScheme}
      nodesDraggable={!isFixed}
      nodesConnectable={!isFixed}
      edgesReconnectable={false}
      {...changes}
      {...drag}
      {...menus}
      {...connections}
      {...hovers}
      onNodeDoubleClick={openElement}
      onInit={showOpening}
      elevateNodesOnSelect={false}
      elevateEdgesOnSelect
    >
      <Background variant={BackgroundVariant.Dots} gap={20} size={1.4} color="var(--rv-canvas-dot)" />
      <CanvasToolbar commands={toolbarCommands} />
      {hasMinimap && <Minimap drawing={drawing} />}
    </ReactFlow>
  );
});
