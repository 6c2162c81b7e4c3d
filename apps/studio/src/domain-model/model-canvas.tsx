import { Button, useMantineColorScheme } from "@mantine/core";
import {
  Background,
  BackgroundVariant,
  type FinalConnectionState,
  MiniMap,
  Panel,
  ReactFlow,
  type ReactFlowInstance,
  useReactFlow,
  useStoreApi,
} from "@xyflow/react";
import { Plus } from "lucide-react";
import { type MouseEvent, memo, useCallback, useMemo } from "react";
import { canvasProperties } from "../canvas/canvas-properties.ts";
import { CanvasToolbar } from "../canvas/canvas-toolbar.tsx";
import type { Point } from "../canvas/geometry.ts";
import { openView } from "../canvas/open-view.ts";
import type { Box as ScreenBox } from "../canvas/routing/flow-sides.ts";
import { domainModelCommandMessages } from "../messages/domain-model-command-messages.ts";
import { useProject } from "../project/use-project.tsx";
import { AssociationEdge, GeneralizationEdge } from "./association-edge.tsx";
import { drawnBoxes, type EntityNode, entityBoxes, type ModelEdge } from "./domain-model-projection.ts";
import { EntityNodeView } from "./entity-node.tsx";
import type { ModelActions } from "./model-actions.ts";
import type { ModelMenu } from "./model-menu.ts";
import type { useModelItems } from "./use-model-items.ts";

const nodeTypes = { entity: EntityNodeView };
const edgeTypes = { association: AssociationEdge, generalization: GeneralizationEdge };
const toolbarCommands = ["model:zoomOut", "model:zoomIn", "model:fit"];

/** From how many entities on a small map of the drawing helps. */
const entitiesForMap = 8;

interface ModelCanvasProps extends ReturnType<typeof useModelItems> {
  readonly module: string;
  readonly actions: ModelActions;
  readonly addInMiddle: () => void;
  readonly onMenu: (menu: ModelMenu) => void;
}

const noPlace = { clientX: -1, clientY: -1 };

function isInside(box: ScreenBox, { x, y }: Point): boolean {
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
}

/** Associations are drawn from the edge of an entity, and end anywhere on another. */
function useConnectionEvents({ module, actions }: ModelCanvasProps) {
  const project = useProject();
  const { screenToFlowPosition } = useReactFlow();
  return useMemo(() => {
    const entityAt = (event: globalThis.MouseEvent | TouchEvent) => {
      const { clientX, clientY } = "changedTouches" in event ? (event.changedTouches[0] ?? noPlace) : event;
      const at = screenToFlowPosition({ x: clientX, y: clientY }, { snapToGrid: false });
      const boxes = [...entityBoxes(project.index, module)];
      return boxes.findLast(([, box]) => isInside(box, at))?.[0];
    };
    return {
      onConnect: ({ source, target }: { source: string; target: string }) => actions.connect(source, target),
      onConnectEnd: (
        event: globalThis.MouseEvent | TouchEvent,
        { isValid, fromNode }: FinalConnectionState,
      ) => {
        const target = isValid === true ? undefined : entityAt(event);
        if (fromNode && target !== undefined) actions.connect(fromNode.id, target);
      },
    };
  }, [project, module, actions, screenToFlowPosition]);
}

/** Double clicks open, the other button shows what can be done. Generalizations are changed at their entity. */
function useOpenEvents({ actions, onMenu }: ModelCanvasProps) {
  const { screenToFlowPosition } = useReactFlow();
  return useMemo(() => {
    const openMenu = (event: MouseEvent | globalThis.MouseEvent, record?: string) => {
      event.preventDefault();
      const screen = { x: event.clientX, y: event.clientY };
      if (record !== undefined) actions.select([record]);
      onMenu({ screen, canvas: screenToFlowPosition(screen), record });
    };
    return {
      onNodeDoubleClick: (_event: unknown, { id }: EntityNode) => actions.open(id),
      onEdgeDoubleClick: (_event: unknown, { id, type }: ModelEdge) => {
        if (type === "association") actions.open(id);
      },
      onPaneContextMenu: (event: MouseEvent | globalThis.MouseEvent) => openMenu(event),
      onNodeContextMenu: (event: MouseEvent, { id }: EntityNode) => openMenu(event, id),
      onEdgeContextMenu: (event: MouseEvent, { id, type }: ModelEdge) => {
        if (type === "association") openMenu(event, id);
      },
    };
  }, [actions, onMenu, screenToFlowPosition]);
}

/** The canvas library with our entities, associations and gestures. */
export const ModelCanvas = memo(function ModelCanvas(props: ModelCanvasProps) {
  const { nodes, edges, projector, actions, addInMiddle } = props;
  const { isReadOnly } = actions;
  const project = useProject();
  const store = useStoreApi();
  const { colorScheme } = useMantineColorScheme();
  const connections = useConnectionEvents(props);
  const openings = useOpenEvents(props);
  const showOpening = useCallback(
    (instance: ReactFlowInstance<EntityNode, ModelEdge>) => {
      const { width, height } = store.getState();
      const boxes = drawnBoxes(projector.project(project.index));
      void instance.setViewport(openView(boxes, { width, height }));
    },
    [store, projector, project],
  );
  return (
    <ReactFlow
      {...canvasProperties}
      nodes={nodes}
      edges={edges}
      nodeTypes={nodeTypes}
      edgeTypes={edgeTypes}
      colorMode={colorScheme === "auto" ? "system" : colorScheme}
      nodesDraggable={!isReadOnly}
      nodesConnectable={!isReadOnly}
      {...props.changes}
      {...connections}
      {...openings}
      onInit={showOpening}
    >
      <Background variant={BackgroundVariant.Dots} gap={20} size={1.4} color="var(--rv-canvas-dot)" />
      <CanvasToolbar commands={toolbarCommands} />
      {!isReadOnly && (
        <Panel position="top-left">
          <Button variant="default" leftSection={<Plus size={14} />} onClick={addInMiddle}>
            {domainModelCommandMessages.add}
          </Button>
        </Panel>
      )}
      {nodes.length > entitiesForMap && (
        <MiniMap pannable zoomable position="bottom-right" nodeColor="var(--rv-border-strong)" />
      )}
    </ReactFlow>
  );
});
