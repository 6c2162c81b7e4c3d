import type { StudioCommand } from "../../commands/command.ts";
import { type Drawing, isReadOnly } from "../drawing.ts";
import { frontCanvas, type OpenCanvas } from "../open-canvas.ts";

/** A command of the canvas: what it does to the canvas in front. */
export interface CanvasCommand
  extends Pick<
    StudioCommand,
    "id" | "label" | "icon" | "shortcuts" | "synonyms" | "browserKey" | "isDangerous"
  > {
  /** It changes the drawing, so a connector's cannot do it. */
  readonly isChange?: boolean;
  readonly isEnabled?: (drawing: Drawing) => boolean;
  readonly currentLabel?: (drawing: Drawing) => string;
  readonly run: (canvas: OpenCanvas) => void;
}

/** A command of the canvas as one of the studio: it means the canvas in front, and is off without one. */
export function studioCommand(row: CanvasCommand): StudioCommand {
  const { isChange = false, isEnabled, currentLabel, run, ...shown } = row;
  return {
    ...shown,
    group: "canvas",
    scope: "canvas",
    ...(currentLabel
      ? {
          currentLabel: () => {
            const canvas = frontCanvas();
            return canvas ? currentLabel(canvas.drawing) : row.label;
          },
        }
      : {}),
    isEnabled: () => {
      const canvas = frontCanvas();
      if (!canvas || (isChange && isReadOnly(canvas.drawing))) return false;
      return isEnabled?.(canvas.drawing) ?? true;
    },
    run: () => {
      const canvas = frontCanvas();
      if (canvas) run(canvas);
    },
  };
}
