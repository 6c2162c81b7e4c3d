import { ReactFlowProvider, useReactFlow } from "@xyflow/react";
import { Box } from "lucide-react";
import { useRef, useState } from "react";
import "../canvas/canvas.css";
import { ContextMenu } from "../canvas/context-menu.tsx";
import { FlowLabelLayer } from "../canvas/edges/flow-labels.tsx";
import { useKnownSizes } from "../canvas/use-known-sizes.ts";
import { domainModelMessages } from "../messages/domain-model-messages.ts";
import { useProject, useRecord } from "../project/use-project.tsx";
import { AssociationDialog } from "./association-dialog.tsx";
import { DeletePartsDialog } from "./delete-parts-dialog.tsx";
import { EntityDialog } from "./entity-dialog.tsx";
import { type ModelDialog, useModelActions } from "./model-actions.ts";
import { ModelCanvas } from "./model-canvas.tsx";
import { ModelMarkers } from "./model-markers.tsx";
import { type ModelMenu, modelMenuEntries } from "./model-menu.ts";
import { useArrival } from "./use-arrival.ts";
import { useModelItems } from "./use-model-items.ts";
import { useOpenModel } from "./use-open-model.ts";
import "./domain-model.css";

function Model({ module }: { module: string }) {
  useKnownSizes();
  const name = useRecord("module", module)?.name ?? "";
  const { actions, dialog, close } = useModelActions(module);
  const items = useModelItems(module, actions);
  const { screenToFlowPosition } = useReactFlow();
  const [menu, setMenu] = useState<ModelMenu>();
  const frame = useRef<HTMLDivElement>(null);
  useArrival(module);
  const { addInMiddle } = useOpenModel(module, { frame, actions, projector: items.projector });

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
