import { notifications } from "@mantine/notifications";
import type { ProjectIndex } from "@rivulet/model";
import { useMemo, useState } from "react";
import type { Point } from "../canvas/geometry.ts";
import { domainModelMessages } from "../messages/domain-model-messages.ts";
import type { StudioProject } from "../project/studio-project.ts";
import { useProject } from "../project/use-project.tsx";
import { tabKey, useWorkspace } from "../workspace/workspace.ts";
import { usagesOfParts } from "./delete-parts-dialog.tsx";
import { entityBoxes, tidyPlaces } from "./domain-model-projection.ts";
import {
  addAssociation,
  addEntity,
  deleteFromModel,
  placeEntities,
  tidyEntities,
} from "./edit-domain-model.ts";
import { freePlace } from "./entity-geometry.ts";

/** What is asked or shown over the drawing. */
export type ModelDialog =
  | { readonly kind: "open"; readonly id: string }
  | { readonly kind: "delete"; readonly ids: readonly string[] };

/** What a person can do in a domain model. Nothing of it changes a module that is only shown. */
export interface ModelActions {
  readonly isReadOnly: boolean;
  readonly select: (records: readonly string[]) => void;
  readonly open: (id: string) => void;
  readonly add: (at: Point) => void;
  /** Adds an entity at a place or near it, where it covers no other. */
  readonly addNear: (at: Point) => void;
  readonly connect: (owner: string, target: string) => void;
  /** Puts entities where they were dragged to. */
  readonly place: (places: ReadonlyMap<string, Point>) => void;
  /** Places all entities anew. */
  readonly tidy: () => void;
  /** Moves entities by a step. */
  readonly move: (ids: readonly string[], by: Point) => void;
  /** Deletes at once what nothing else uses, else asks. */
  readonly remove: (ids: readonly string[]) => void;
}

function movedBy(index: ProjectIndex, module: string, { ids, by }: { ids: readonly string[]; by: Point }) {
  const boxes = entityBoxes(index, module);
  const places = new Map<string, Point>();
  for (const id of ids) {
    const box = boxes.get(id);
    if (box) places.set(id, { x: box.x + by.x, y: box.y + by.y });
  }
  return places;
}

function associate(project: StudioProject, owner: string, target: string): string | undefined {
  const from = project.record(owner);
  const to = project.record(target);
  if (from?.type !== "entity" || to?.type !== "entity") return undefined;
  return addAssociation(project, from, to);
}

/** The actions of a domain model's editor, and the dialog that they have opened. */
export function useModelActions(module: string) {
  const project = useProject();
  const [dialog, setDialog] = useState<ModelDialog>();
  const isReadOnly = project.isReadOnly(module);
  const actions = useMemo((): ModelActions => {
    const key = tabKey({ kind: "domainModel", module });
    const select = (records: readonly string[]) => useWorkspace.getState().select(key, records);
    const selectNew = (id: string | undefined) => id !== undefined && select([id]);
    const change = <Parts extends readonly unknown[]>(edit: (...parts: Parts) => void) =>
      isReadOnly ? () => undefined : edit;
    return {
      isReadOnly,
      select,
      open: (id) => setDialog({ kind: "open", id }),
      add: change((at: Point) => selectNew(addEntity(project, module, at))),
      addNear: change((at: Point) => {
        const boxes = [...entityBoxes(project.index, module).values()];
        selectNew(addEntity(project, module, freePlace(boxes, at)));
      }),
      connect: change((owner: string, target: string) => {
        const id = associate(project, owner, target);
        if (id === undefined)
          notifications.show({ color: "red", message: domainModelMessages.notAssociable });
        selectNew(id);
      }),
      place: change((places: ReadonlyMap<string, Point>) => placeEntities(project, places)),
      tidy: change(() => tidyEntities(project, tidyPlaces(project.index, module))),
      move: change((ids: readonly string[], by: Point) =>
        placeEntities(project, movedBy(project.index, module, { ids, by })),
      ),
      remove: change((ids: readonly string[]) => {
        if (usagesOfParts(project, ids).length > 0) setDialog({ kind: "delete", ids });
        else deleteFromModel(project, ids);
      }),
    };
  }, [project, module, isReadOnly]);
  return { actions, dialog, close: () => setDialog(undefined) };
}
