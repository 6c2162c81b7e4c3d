import { Button, useMantineColorScheme } from "@mantine/core";
import {
  applyNodeChanges,
  Background,
  BackgroundVariant,
  Controls,
  type EdgeChange,
  MiniMap,
  type NodeChange,
  Panel,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
} from "@xyflow/react";
import { Box, Plus } from "lucide-react";
import { type MouseEvent, useCallback, useEffect, useMemo, useRef, useState } from "react";
import "../canvas/canvas.css";
import { ContextMenu } from "../canvas/context-menu.tsx";
import { DragCancel } from "../canvas/drag-cancel.ts";
import { FlowLabelLayer } from "../canvas/edges/flow-labels.tsx";
import type { Point } from "../canvas/geometry.ts";
import { neighbourOf } from "../canvas/neighbour.ts";
import { openView } from "../canvas/open-view.ts";
import { putBack } from "../canvas/put-back.ts";
import type { Box as ScreenBox } from "../canvas/routing/flow-sides.ts";
import { withSelectChanges } from "../canvas/select-changes.ts";
import { useDrawnItems } from "../canvas/use-drawn-items.ts";
import { useKnownSizes } from "../canvas/use-known-sizes.ts";
import { domainModelCommandMessages } from "../messages/domain-model-command-messages.ts";
import { domainModelMessages } from "../messages/domain-model-messages.ts";
import { useIndex, useProject, useRecord } from "../project/use-project.tsx";
import { tabKey, useSelection, useWorkspace } from "../workspace/workspace.ts";
import { AssociationDialog } from "./association-dialog.tsx";
import { AssociationEdge, GeneralizationEdge } from "./association-edge.tsx";
import { DeletePartsDialog } from "./delete-parts-dialog.tsx";
import {
  DomainModelProjector,
  type EntityNode,
  entityBoxes,
  type ModelEdge,
} from "./domain-model-projection.ts";
import { EntityDialog } from "./entity-dialog.tsx";
import { EntityNodeView } from "./entity-node.tsx";
import { type ModelActions, type ModelDialog, useModelActions } from "./model-actions.ts";
import { ModelMarkers } from "./model-markers.tsx";
import { type ModelMenu, modelMenuEntries } from "./model-menu.ts";
import { attachModel } from "./open-model.ts";
import "./domain-model.css";

const nodeTypes = { entity: EntityNodeView };
const edgeTypes = { association: AssociationEdge, generalization: GeneralizationEdge };

/** From how many entities on a small map of the drawing helps. */
const entitiesForMap = 8;

/** What is drawn, with what is selected and dragged right now. */
function useModelItems(module: string, { select }: ModelActions) {
  const project = useProject();
  const index = useIndex();
  const key = tabKey({ kind: "domainModel", module });
  const selected = useSelection(key);
  const projector = useMemo(() => new DomainModelProjector(module), [module]);
  const projection = useMemo(() => projector.project(index), [projector, index]);
  const { nodes, edges, setNodes } = useDrawnItems(projection, selected);
  const takeSelection = useCallback(
    (changes: (NodeChange<EntityNode> | EdgeChange<ModelEdge>)[]) => {
      const present = useWorkspace.getState().selections[key] ?? [];
      const next = withSelectChanges(present, changes);
      if (next !== present) select(next);
    },
    [key, select],
  );
  const cancel = useMemo(() => {
    const placeOf = (id: string) => entityBoxes(project.index, module).get(id);
    return new DragCancel(() => setNodes((current) => putBack(current, placeOf)));
  }, [project, module, setNodes]);
  const onNodesChange = useCallback(
    (changes: NodeChange<EntityNode>[]) => {
      takeSelection(changes);
      if (cancel.isCancelled) return;
      const moving = changes.filter((change) => change.type === "position");
      if (moving.length > 0) setNodes((current) => applyNodeChanges(moving, current));
    },
    [setNodes, takeSelection, cancel],
  );
  return { nodes, edges, cancel, onNodesChange, onEdgesChange: takeSelection };
}

/** Brings an entity into the middle when somebody came here to see it. */
function useArrival(module: string): void {
  const project = useProject();
  const { setCenter, getZoom } = useReactFlow();
  const destination = useWorkspace((state) => state.destination);
  useEffect(() => {
    if (destination?.target.kind !== "domainModel" || destination.target.module !== module) return;
    const box = entityBoxes(project.index, module).get(destination.records[0] ?? "");
    if (box)
      void setCenter(box.x + box.width / 2, box.y + box.height / 2, {
        zoom: Math.max(getZoom(), 0.8),
        duration: 160,
      });
    useWorkspace.getState().arrive();
  }, [destination, module, project, setCenter, getZoom]);
}

/** Lets keys and commands act on this domain model while it is shown. */
function useFront(module: string, actions: ModelActions, addInMiddle: () => void): void {
  const project = useProject();
  useEffect(() => {
    const key = tabKey({ kind: "domainModel", module });
    const selected = () => useWorkspace.getState().selections[key] ?? [];
    const boxes = () => [...entityBoxes(project.index, module)].map(([id, box]) => ({ id, box }));
    return attachModel({
      actions,
      selected,
      addInMiddle,
      selectAll: () => actions.select(boxes().map(({ id }) => id)),
      selectNext: (direction) => {
        const from = boxes().find(({ id }) => id === selected()[0]);
        const next = from ? neighbourOf(boxes(), from, direction) : boxes()[0];
        if (next) actions.select([next.id]);
      },
    });
  }, [project, module, actions, addInMiddle]);
}

const noPlace = { clientX: -1, clientY: -1 };

function isInside(box: ScreenBox, { x, y }: Point): boolean {
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
}

function Model({ module }: { module: string }) {
  useKnownSizes();
  const project = useProject();
  const name = useRecord("module", module)?.name ?? "";
  const { actions, dialog, close } = useModelActions(module);
  const { isReadOnly } = actions;
  const { nodes, edges, cancel, onNodesChange, onEdgesChange } = useModelItems(module, actions);
  const { screenToFlowPosition } = useReactFlow();
  const { colorScheme } = useMantineColorScheme();
  const [menu, setMenu] = useState<ModelMenu>();
  const frame = useRef<HTMLDivElement>(null);
  useArrival(module);

  const addInMiddle = useCallback(() => {
    const box = frame.current?.getBoundingClientRect();
    if (!box) return;
    const { x, y, width, height } = box;
    actions.addNear(screenToFlowPosition({ x: x + width / 2 - 90, y: y + height / 3 }));
  }, [actions, screenToFlowPosition]);
  useFront(module, actions, addInMiddle);
  /** The entity under the pointer: an association may end anywhere on it. */
  const entityAt = (event: globalThis.MouseEvent | TouchEvent) => {
    const { clientX, clientY } = "changedTouches" in event ? (event.changedTouches[0] ?? noPlace) : event;
    const { x, y } = screenToFlowPosition({ x: clientX, y: clientY }, { snapToGrid: false });
    const boxes = [...entityBoxes(project.index, module)];
    return boxes.findLast(([, box]) => isInside(box, { x, y }))?.[0];
  };
  const openMenu = (event: MouseEvent | globalThis.MouseEvent, record?: string) => {
    event.preventDefault();
    const screen = { x: event.clientX, y: event.clientY };
    if (record !== undefined) actions.select([record]);
    setMenu({ screen, canvas: screenToFlowPosition(screen), record });
  };

  return (
    // The canvas library's own nodes take the focus; keys and double clicks come up from them.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={frame}
      className="rv-canvas"
      role="application"
      aria-label={domainModelMessages.canvas(name)}
      data-testid="domain-model-canvas"
      // The canvas has keys of its own, also while nothing in it is selected.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onDoubleClick={(event) => {
        if (!(event.target as HTMLElement).classList.contains("react-flow__pane")) return;
        actions.add(screenToFlowPosition({ x: event.clientX - 90, y: event.clientY - 20 }));
      }}
    >
      <ModelMarkers />
      <FlowLabelLayer>
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
          onNodesChange={onNodesChange}
          onEdgesChange={onEdgesChange}
          onNodeDragStart={() => cancel.begin()}
          onNodeDragStop={(_event, _node, dragged) => {
            if (cancel.end()) actions.place(new Map(dragged.map(({ id, position }) => [id, position])));
          }}
          onConnect={({ source, target }) => actions.connect(source, target)}
          onConnectEnd={(event, { isValid, fromNode }) => {
            const target = isValid === true ? undefined : entityAt(event);
            if (fromNode && target !== undefined) actions.connect(fromNode.id, target);
          }}
          onNodeDoubleClick={(_event, { id }) => actions.open(id)}
          onEdgeDoubleClick={(_event, { id, type }) => type === "association" && actions.open(id)}
          onPaneContextMenu={(event) => openMenu(event)}
          onNodeContextMenu={(event, { id }) => openMenu(event, id)}
          onEdgeContextMenu={(event, { id, type }) => type === "association" && openMenu(event, id)}
          onInit={(instance) => {
            const screen = frame.current?.getBoundingClientRect();
            const boxes = [...entityBoxes(project.index, module).values()];
            if (screen) void instance.setViewport(openView(boxes, screen));
          }}
          deleteKeyCode={null}
          disableKeyboardA11y
          selectionKeyCode="Shift"
          multiSelectionKeyCode={["Control", "Meta", "Shift"]}
          zoomOnDoubleClick={false}
          onlyRenderVisibleElements
          minZoom={0.1}
          maxZoom={2}
          snapToGrid
          snapGrid={[4, 4]}
          connectionRadius={28}
        >
          <Background variant={BackgroundVariant.Dots} gap={20} size={1.4} color="var(--rv-canvas-dot)" />
          <Controls showInteractive={false} position="bottom-left" fitViewOptions={{ padding: 0.2 }} />
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
      </FlowLabelLayer>
      {nodes.length === 0 && <EmptyModel isReadOnly={isReadOnly} />}
      {menu && (
        <ContextMenu
          at={menu.screen}
          onClose={() => setMenu(undefined)}
          entries={modelMenuEntries(menu, actions)}
        />
      )}
      {dialog && <DialogOf dialog={dialog} onClose={close} />}
    </div>
  );
}

function EmptyModel({ isReadOnly }: { isReadOnly: boolean }) {
  return (
    <div className="rv-canvas-hint">
      <Box size={28} aria-hidden="true" />
      <p>{isReadOnly ? domainModelMessages.emptyReadOnly : domainModelMessages.empty}</p>
      {!isReadOnly && <p>{domainModelMessages.emptyHint}</p>}
    </div>
  );
}

function DialogOf({ dialog, onClose }: { dialog: ModelDialog; onClose: () => void }) {
  const project = useProject();
  if (dialog.kind === "delete") return <DeletePartsDialog ids={dialog.ids} onClose={onClose} />;
  const type = project.record(dialog.id)?.type;
  if (type === "entity") return <EntityDialog id={dialog.id} onClose={onClose} />;
  return type === "association" ? <AssociationDialog id={dialog.id} onClose={onClose} /> : null;
}

/** The editor of a module's domain model; connector modules are shown, but not changed. */
export function DomainModelEditor({ module }: { module: string }) {
  return (
    <ReactFlowProvider key={module}>
      <Model module={module} />
    </ReactFlowProvider>
  );
}
