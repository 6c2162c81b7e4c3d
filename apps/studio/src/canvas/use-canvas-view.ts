import { getViewportForBounds, useReactFlow, useStoreApi } from "@xyflow/react";
import { type RefObject, useMemo } from "react";
import type { InsertionPlace } from "./actions/add-activity.ts";
import type { Drawing } from "./drawing.ts";
import type { Point } from "./geometry.ts";
import type { CanvasView } from "./open-canvas.ts";
import { placedElements } from "./placed-elements.ts";
import type { PopupActions } from "./popups/use-popup.ts";
import { revealingShift } from "./reveal.ts";
import { flowRoutes } from "./routing/flow-routes.ts";
import { type Box, boundsOf } from "./routing/flow-sides.ts";

/** Milliseconds of a movement that explains where something is. */
const duration = 140;

const stays: Point = { x: 0, y: 0 };

function boxOf({ project, microflow }: Drawing, id: string): Box | undefined {
  return placedElements(project.index, microflow).find((placed) => placed.id === id)?.box;
}

/** The boxes of these elements; of all when left out. */
function boxesOf({ project, microflow }: Drawing, elements: readonly string[] | undefined): Box[] {
  const placed = placedElements(project.index, microflow);
  const chosen = elements && new Set(elements);
  return placed.filter(({ id }) => chosen?.has(id) ?? true).map(({ box }) => box);
}

/** The point of the canvas at which something is inserted: the list of activities opens there. */
function pointOf(drawing: Drawing, place: InsertionPlace): Point {
  if (place.kind === "canvas" || place.kind === "joined") return place.at;
  if (place.kind !== "flow") {
    const box = boxOf(drawing, place.kind === "after" ? place.element : place.loop);
    return box ? { x: box.x + box.width, y: box.y + box.height / 2 } : { x: 0, y: 0 };
  }
  const { project, microflow } = drawing;
  const flow = project.record(place.flow);
  const routes = flowRoutes(project.catalog, project.index, microflow);
  const route = flow?.type === "sequenceFlow" ? routes.route(flow) : undefined;
  return route?.insert ?? { x: 0, y: 0 };
}

/** What the menu of a record opens in the middle of: its element, or the middle of its flow. */
function menuBox(drawing: Drawing, record: string | undefined): Box | undefined {
  const found = record === undefined ? undefined : drawing.project.record(record);
  if (found?.type !== "sequenceFlow") return found && boxOf(drawing, found.id);
  return { ...pointOf(drawing, { kind: "flow", flow: found.id }), width: 0, height: 0 };
}

function middleOf(element: HTMLElement | null): Point {
  const { x, y, width, height } = element?.getBoundingClientRect() ?? { x: 0, y: 0, width: 0, height: 0 };
  return { x: x + width / 2, y: y + height / 2 };
}

/** What commands and gestures can do to what the screen shows of a drawing. */
export function useCanvasView(parts: {
  readonly drawing: Drawing;
  readonly frame: RefObject<HTMLDivElement | null>;
  /** Where the pointer was last, on the screen. */
  readonly pointer: RefObject<Point | undefined>;
  readonly popups: PopupActions;
  readonly onOpen: (element: string) => void;
}): CanvasView {
  const { drawing, frame, pointer, onOpen } = parts;
  const { openQuickAdd, openRename, openConnect, openWays, openMenu } = parts.popups;
  const flow = useReactFlow();
  const store = useStoreApi();
  return useMemo(() => {
    /** A box of the canvas on the screen. */
    const onScreen = (box: Box): Box => {
      const zoom = flow.getZoom();
      return { ...flow.flowToScreenPosition(box), width: box.width * zoom, height: box.height * zoom };
    };
    const reveal = (box: Box): Point => {
      const screen = frame.current?.getBoundingClientRect();
      const by = screen ? revealingShift(onScreen(box), screen) : stays;
      if (by.x === 0 && by.y === 0) return stays;
      const { x, y, zoom } = flow.getViewport();
      void flow.setViewport({ x: x + by.x, y: y + by.y, zoom }, { duration });
      return by;
    };
    return {
      openDialog: onOpen,
      openRename: (element, what) => {
        const box = boxOf(drawing, element);
        if (!box) return;
        openRename({ element, what, at: flow.flowToScreenPosition({ x: box.x, y: box.y + box.height }) });
      },
      openQuickAdd: (place, slide = stays) => {
        const { x, y } = flow.flowToScreenPosition(pointOf(drawing, place));
        openQuickAdd({ place, at: { x: x + slide.x, y: y + slide.y } });
      },
      openConnect: (from, way) => openConnect({ from, ...(way ? { way } : {}) }),
      openWays: (from, to) => {
        const box = to.kind === "new" ? { ...to.at, width: 0, height: 0 } : boxOf(drawing, to.element);
        if (!box) return;
        const { x, y } = flow.flowToScreenPosition({ x: box.x, y: box.y + box.height });
        const slide = reveal(box);
        openWays({ from, to, at: { x: x + slide.x, y: y + slide.y } });
      },
      openMenu: (record) => {
        const box = menuBox(drawing, record);
        if (!box) return openMenu({ at: middleOf(frame.current), record });
        // The canvas may still be on its way there: a menu off the screen would never be seen.
        const { x, y, width, height } = onScreen(box);
        const slide = reveal(box);
        openMenu({ at: { x: x + width / 2 + slide.x, y: y + height / 2 + slide.y }, record });
      },
      reveal,
      zoomBy: (factor) => void flow.zoomTo(flow.getZoom() * factor, { duration }),
      zoomTo: (zoom) => void flow.zoomTo(zoom, { duration }),
      fit: (elements) => {
        const { width, height, minZoom } = store.getState();
        const bounds = boundsOf(boxesOf(drawing, elements));
        if (!bounds) return;
        void flow.setViewport(getViewportForBounds(bounds, width, height, minZoom, 1, 0.12), { duration });
      },
      pointer: () => flow.screenToFlowPosition(pointer.current ?? middleOf(frame.current)),
    };
  }, [
    drawing,
    frame,
    pointer,
    onOpen,
    openQuickAdd,
    openRename,
    openConnect,
    openWays,
    openMenu,
    flow,
    store,
  ]);
}
