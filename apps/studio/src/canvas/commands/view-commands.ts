import { Map as MapIcon, Maximize, Scan, ZoomIn, ZoomOut } from "lucide-react";
import { canvasMessages } from "../../messages/canvas-messages.ts";
import { type Drawing, selectedElements } from "../drawing.ts";
import { isMinimapShown, toggleMinimap } from "../view-settings.ts";
import type { CanvasCommand } from "./canvas-command.ts";

const { commands: labels, synonyms } = canvasMessages;

const hasElements = (drawing: Drawing) => selectedElements(drawing).length > 0;

/** How much of the drawing is seen. */
export const viewCommands: readonly CanvasCommand[] = [
  {
    id: "canvas.zoomIn",
    label: labels.zoomIn,
    icon: ZoomIn,
    shortcuts: ["Ctrl+=", "Ctrl++"],
    run: ({ view }) => view.zoomBy(1.2),
  },
  {
    id: "canvas.zoomOut",
    label: labels.zoomOut,
    icon: ZoomOut,
    shortcuts: ["-", "Ctrl+-"],
    run: ({ view }) => view.zoomBy(1 / 1.2),
  },
  {
    id: "canvas.fullSize",
    label: labels.fullSize,
    shortcuts: ["1"],
    run: ({ view }) => view.zoomTo(1),
  },
  {
    id: "canvas.fit",
    label: labels.fit,
    icon: Maximize,
    shortcuts: ["0", "Ctrl+0"],
    synonyms: synonyms.fit,
    run: ({ view }) => view.fit(),
  },
  {
    id: "canvas.fitSelection",
    label: labels.fitSelection,
    icon: Scan,
    shortcuts: ["2"],
    isEnabled: hasElements,
    run: ({ drawing, view }) => view.fit(selectedElements(drawing).map(({ id }) => id)),
  },
  {
    id: "canvas.minimap",
    label: labels.showMinimap,
    currentLabel: () => (isMinimapShown() ? labels.hideMinimap : labels.showMinimap),
    icon: MapIcon,
    shortcuts: ["M"],
    synonyms: synonyms.minimap,
    run: toggleMinimap,
  },
];
