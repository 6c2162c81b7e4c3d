import { getViewportForBounds, ReactFlowProvider, useReactFlow, useStoreApi } from "@xyflow/react";
import { Box } from "lucide-react";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import "../canvas/canvas.css";
import { ContextMenu } from "../canvas/context-menu.tsx";
import { FlowLabelLayer } from "../canvas/edges/flow-labels.tsx";
import { neighbourOf } from "../canvas/neighbour.ts";
import { boundsOf } from "../canvas/routing/flow-sides.ts";
import { useKnownSizes } from "../canvas/use-known-sizes.ts";
import { domainModelMessages } from "../messages/domain-model-messages.ts";
import { useProject, useRecord } from "../project/use-project.tsx";
import { tabKey, useWorkspace } from "../workspace/workspace.ts";
import { AssociationDialog } from "./association-dialog.tsx";
import { DeletePartsDialog } from "./delete-parts-dialog.tsx";
import { type DomainModelProjector, drawnBoxes, entityBoxes } from "./domain-model-projection.ts";
import { EntityDialog } from "./entity-dialog.tsx";
import { type ModelActions, type ModelDialog, useModelActions } from "./model-actions.ts";
import { ModelCanvas } from "./model-canvas.tsx";
import { ModelMarkers } from "./model-markers.tsx";
import { type ModelMenu, modelMenuEntries } from "./model-menu.ts";
import { attachModel } from "./open-model.ts";
import { useModelItems } from "./use-model-items.ts";
import "./domain-model.css";

/** Milliseconds of a movement that explains where something is. */
const duration = 140;

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

/** What keys and commands can do to what the screen shows of a domain model. */
function useModelView(projector: DomainModelProjector) {
  const project = useProject();
  const flow = useReactFlow();
  const store = useStoreApi();
  return useMemo(
    () => ({
      zoomBy: (factor: number) => void flow.zoomTo(flow.getZoom() * factor, { duration }),
      fit: () => {
        const { width, height, minZoom } = store.getState();
        const bounds = boundsOf(drawnBoxes(projector.project(project.index)));
        if (!bounds) return;
        void flow.setViewport(getViewportForBounds(bounds, width, height, minZoom, 1, 0.08), { duration });
      },
    }),
    [projector, project, flow, store],
  );
}

interface Front {
  readonly actions: ModelActions;
  readonly addInMiddle: () => void;
  readonly view: ReturnType<typeof useModelView>;
}

/** Lets keys and commands act on this domain model while it is shown. */
function useFront(module: string, { actions, addInMiddle, view }: Front): void {
  const project = useProject();
  useEffect(() => {
    const key = tabKey({ kind: "domainModel", module });
    const selected = () => useWorkspace.getState().selections[key] ?? [];
    const boxes = () => [...entityBoxes(project.index, module)].map(([id, box]) => ({ id, box }));
    return attachModel({
      ...view,
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
  }, [project, module, actions, addInMiddle, view]);
}

function Model({ module }: { module: string }) {
  useKnownSizes();
  const name = useRecord("module", module)?.name ?? "";
  const { actions, dialog, close } = useModelActions(module);
  const items = useModelItems(module, actions);
  const view = useModelView(items.projector);
  const { screenToFlowPosition } = useReactFlow();
  const [menu, setMenu] = useState<ModelMenu>();
  const frame = useRef<HTMLDivElement>(null);
  useArrival(module);

  const addInMiddle = useCallback(() => {
    const box = frame.current?.getBoundingClientRect();
    if (!box) return;
    const { x, y, width, height } = box;
    actions.addNear(screenToFlowPosition({ x: x + width / 2 - 90, y: y + height / 3 }));
  }, [actions, screenToFlowPosition]);
  useFront(module, { actions, addInMiddle, view });

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
        <ModelCanvas
          {...items}
          module={module}
          actions={actions}
          addInMiddle={addInMiddle}
          onMenu={setMenu}
        />
      </FlowLabelLayer>
      {items.nodes.length === 0 && <EmptyModel isReadOnly={actions.isReadOnly} />}
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
