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
} from "@xyflow/react";
import { Pencil, Plus, Trash2 } from "lucide-react";
import {
  type KeyboardEvent,
  type MouseEvent,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import "../canvas/canvas.css";
import { ContextMenu, type MenuEntry } from "../canvas/context-menu.tsx";
import type { Point } from "../canvas/geometry.ts";
import { directionOf, neighbourOf, unitOf } from "../canvas/neighbour.ts";
import { withSelectChanges } from "../canvas/select-changes.ts";
import { useDrawnItems } from "../canvas/use-drawn-items.ts";
import { useIndex, useProject } from "../project/use-project.tsx";
import { tabKey, useSelection, useWorkspace } from "../workspace/workspace.ts";
import { AssociationDialog } from "./association-dialog.tsx";
import { AssociationEdge, GeneralizationEdge } from "./association-edge.tsx";
import {
  DomainModelProjector,
  type EntityNode,
  entityBoxes,
  type ModelEdge,
} from "./domain-model-projection.ts";
import { addAssociation, addEntity, deleteFromModel, placeEntity } from "./edit-domain-model.ts";
import { EntityDialog } from "./entity-dialog.tsx";
import { EntityNodeView } from "./entity-node.tsx";
import "./domain-model.css";
import { ModelMarkers } from "./model-markers.tsx";

const nodeTypes = { entity: EntityNodeView };
const edgeTypes = { association: AssociationEdge, generalization: GeneralizationEdge };

function useModelItems(module: string) {
  const index = useIndex();
  const selected = useSelection(tabKey({ kind: "domainModel", module }));
  const projector = useMemo(() => new DomainModelProjector(module), [module]);
  const projection = useMemo(() => projector.project(index), [projector, index]);
  return { selected, ...useDrawnItems(projection, selected) };
}

/** A menu that was asked for: on the canvas, or on something. */
interface OpenMenu {
  readonly screen: Point;
  readonly canvas: Point;
  readonly record: string | undefined;
}

function Model({ module }: { module: string }) {
  const project = useProject();
  const key = tabKey({ kind: "domainModel", module });
  const { nodes, edges, setNodes, selected } = useModelItems(module);
  const { screenToFlowPosition, setCenter, getZoom } = useReactFlow();
  const { colorScheme } = useMantineColorScheme();
  const [opened, setOpened] = useState<string>();
  const [menu, setMenu] = useState<OpenMenu>();
  const frame = useRef<HTMLDivElement>(null);
  const isReadOnly = project.isReadOnly(module);
  const destination = useWorkspace((state) => state.destination);
  const select = useCallback(
    (records: readonly string[]) => useWorkspace.getState().select(key, records),
    [key],
  );

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

  const takeSelection = useCallback(
    (changes: (NodeChange<EntityNode> | EdgeChange<ModelEdge>)[]) => {
      const present = useWorkspace.getState().selections[key] ?? [];
      const next = withSelectChanges(present, changes);
      if (next !== present) select(next);
    },
    [key, select],
  );

  const onNodesChange = useCallback(
    (changes: NodeChange<EntityNode>[]) => {
      takeSelection(changes);
      const moving = changes.filter((change) => change.type === "position");
      if (moving.length > 0) setNodes((current) => applyNodeChanges(moving, current));
    },
    [setNodes, takeSelection],
  );

  const onEdgesChange = useCallback(
    (changes: EdgeChange<ModelEdge>[]) => takeSelection(changes),
    [takeSelection],
  );

  const add = (at: Point) => {
    if (isReadOnly) return;
    const id = addEntity(project, module, at);
    if (id !== undefined) select([id]);
  };

  const move = (ids: readonly string[], by: Point) => {
    const boxes = entityBoxes(project.index, module);
    project.store.transact(
      ids.length === 1 ? "Move entity" : `Move ${ids.length} entities`,
      (transaction) => {
        for (const id of ids) {
          const entity = transaction.get(id);
          const box = boxes.get(id);
          if (entity?.type === "entity" && box)
            placeEntity(transaction, entity, { x: box.x + by.x, y: box.y + by.y });
        }
      },
    );
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if ((event.target as HTMLElement).closest("input, textarea, [role=dialog], [role=menu]")) return;
    const direction = directionOf(event.key);
    const [first] = selected;
    if (direction) {
      const isMove = event.ctrlKey || event.metaKey;
      const boxes = [...entityBoxes(project.index, module)].map(([id, box]) => ({ id, box }));
      const from = boxes.find(({ id }) => id === first);
      const unit = unitOf[direction];
      if (isMove && !isReadOnly) move(selected, { x: unit.x * 20, y: unit.y * 20 });
      else {
        const next = from ? neighbourOf(boxes, from, direction) : boxes[0];
        if (next) select([next.id]);
      }
    } else if ((event.key === "Enter" || event.key === "F2") && first !== undefined) setOpened(first);
    else if (event.key === "Delete" && !isReadOnly && selected.length > 0) deleteFromModel(project, selected);
    else if (event.key === "Insert" || event.key === "+") {
      const box = frame.current?.getBoundingClientRect();
      if (box) add(screenToFlowPosition({ x: box.x + box.width / 2, y: box.y + box.height / 2 }));
    } else if (event.key === "Escape") select([]);
    else if (event.key.toLowerCase() === "a" && (event.ctrlKey || event.metaKey))
      select(nodes.map(({ id }) => id));
    else return;
    event.preventDefault();
  };

  const openMenu = (event: MouseEvent | globalThis.MouseEvent, record?: string) => {
    event.preventDefault();
    if (isReadOnly && record === undefined) return;
    const screen = { x: event.clientX, y: event.clientY };
    if (record !== undefined) select([record]);
    setMenu({ screen, canvas: screenToFlowPosition(screen), record });
  };

  return (
    // The canvas library's own nodes take the focus; keys and double clicks come up from them.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={frame}
      className="rv-canvas"
      role="application"
      aria-label="Domain model"
      // The keys of the drawing reach it only where it can have the focus.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onKeyDown={onKeyDown}
      onDoubleClick={(event) => {
        if (!(event.target as HTMLElement).classList.contains("react-flow__pane")) return;
        add(screenToFlowPosition({ x: event.clientX - 90, y: event.clientY - 20 }));
      }}
    >
      <ModelMarkers />
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
        onNodeDragStop={(_event, _node, dragged) => {
          project.store.transact(
            dragged.length === 1 ? "Move entity" : `Move ${dragged.length} entities`,
            (transaction) => {
              for (const { id, position } of dragged) {
                const entity = transaction.get(id);
                if (entity?.type === "entity") placeEntity(transaction, entity, position);
              }
            },
          );
        }}
        onConnect={({ source, target }) => {
          const owner = project.record(source);
          const other = project.record(target);
          if (owner?.type !== "entity" || other?.type !== "entity") return;
          const id = addAssociation(project, owner, other);
          if (id === undefined)
            notifications.show({ color: "red", message: "These two cannot be associated." });
          else select([id]);
        }}
        onNodeDoubleClick={(_event, { id }) => setOpened(id)}
        onEdgeDoubleClick={(_event, { id, type }) => type === "association" && setOpened(id)}
        onPaneContextMenu={(event) => openMenu(event)}
        onNodeContextMenu={(event, { id }) => openMenu(event, id)}
        onEdgeContextMenu={(event, { id, type }) => type === "association" && openMenu(event, id)}
        deleteKeyCode={null}
        disableKeyboardA11y
        selectionKeyCode="Shift"
        multiSelectionKeyCode={["Control", "Meta", "Shift"]}
        zoomOnDoubleClick={false}
        onlyRenderVisibleElements
        fitView
        fitViewOptions={{ maxZoom: 1, padding: 0.15 }}
        minZoom={0.1}
        maxZoom={2}
        snapToGrid
        snapGrid={[4, 4]}
        connectionRadius={28}
      >
        <Background variant={BackgroundVariant.Dots} gap={20} size={1.4} color="var(--rv-canvas-dot)" />
        <Controls showInteractive={false} position="bottom-left" />
        {nodes.length > 8 && (
          <MiniMap pannable zoomable position="bottom-right" nodeColor="var(--rv-border-strong)" />
        )}
      </ReactFlow>
      {nodes.length === 0 && (
        <p className="rv-canvas-hint">Double-click to add the first entity, or right-click for the menu.</p>
      )}
      {menu && (
        <ContextMenu
          at={menu.screen}
          onClose={() => setMenu(undefined)}
          entries={menuEntries({
            record: menu.record,
            isReadOnly,
            onAdd: () => add(menu.canvas),
            onOpen: setOpened,
            onDelete: (id) => deleteFromModel(project, [id]),
          })}
        />
      )}
      {opened !== undefined && (
        <Opened
          id={opened}
          onClose={() => {
            setOpened(undefined);
          }}
        />
      )}
    </div>
  );
}

function menuEntries(parts: {
  record: string | undefined;
  isReadOnly: boolean;
  onAdd: () => void;
  onOpen: (id: string) => void;
  onDelete: (id: string) => void;
}): MenuEntry[] {
  const { record, isReadOnly } = parts;
  if (record === undefined) return [{ label: "Add entity", icon: Plus, run: parts.onAdd }];
  const open: MenuEntry = {
    label: isReadOnly ? "Show" : "Edit",
    icon: Pencil,
    shortcut: "Enter",
    run: () => parts.onOpen(record),
  };
  if (isReadOnly) return [open];
  return [
    open,
    {
      label: "Delete",
      icon: Trash2,
      shortcut: "Del",
      isDangerous: true,
      beginsGroup: true,
      run: () => parts.onDelete(record),
    },
  ];
}

function Opened({ id, onClose }: { id: string; onClose: () => void }) {
  const project = useProject();
  const type = project.record(id)?.type;
  if (type === "entity") return <EntityDialog id={id} onClose={onClose} />;
  return type === "association" ? <AssociationDialog id={id} onClose={onClose} /> : null;
}

/** The editor of a module's domain model; connector modules are shown, but not changed. */
export function DomainModelEditor({ module }: { module: string }) {
  return (
    <ReactFlowProvider key={module}>
      <Model module={module} />
    </ReactFlowProvider>
  );
}
