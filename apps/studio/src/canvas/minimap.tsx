import "./minimap.css";
import { useComputedColorScheme } from "@mantine/core";
import { Panel, useReactFlow, useStore } from "@xyflow/react";
import { memo, type PointerEvent, useEffect, useMemo, useRef } from "react";
import { canvasMessages } from "../messages/canvas-messages.ts";
import { useIndex } from "../project/use-project.tsx";
import type { Drawing } from "./drawing.ts";
import type { Point, Size } from "./geometry.ts";
import { type PlacedElement, placedElements } from "./placed-elements.ts";
import { type Box, boundsOf } from "./routing/flow-sides.ts";

const size: Size = { width: 168, height: 104 };
/** Space round the drawing, in pixels of the map. */
const margin = 8;
/** A map is painted when nothing was changed for so many milliseconds. */
const rest = 80;

interface Scale extends Point {
  readonly factor: number;
}

/** How the canvas is laid onto the map: all of the drawing, in the middle. */
function scaleOf({ x, y, width, height }: Box): Scale {
  const across = (size.width - 2 * margin) / Math.max(1, width);
  const down = (size.height - 2 * margin) / Math.max(1, height);
  const factor = Math.min(across, down, 0.1);
  return {
    factor,
    x: (size.width - width * factor) / 2 - x * factor,
    y: (size.height - height * factor) / 2 - y * factor,
  };
}

const colours: Readonly<Record<string, string>> = {
  start: "--rv-success",
  end: "--rv-error",
  loop: "--rv-border",
};

/** Paints all elements as small boxes: one picture, however many there are. */
function paint(canvas: HTMLCanvasElement, placed: readonly PlacedElement[], scale: Scale): void {
  const context = canvas.getContext("2d");
  if (!context) return;
  const style = getComputedStyle(canvas);
  const sharpness = window.devicePixelRatio || 1;
  canvas.width = size.width * sharpness;
  canvas.height = size.height * sharpness;
  context.setTransform(sharpness, 0, 0, sharpness, 0, 0);
  context.clearRect(0, 0, size.width, size.height);
  for (const { kind, box } of placed) {
    context.fillStyle = style.getPropertyValue(colours[kind] ?? "--rv-border-strong");
    const width = Math.max(2, box.width * scale.factor);
    const height = Math.max(2, box.height * scale.factor);
    context.fillRect(box.x * scale.factor + scale.x, box.y * scale.factor + scale.y, width, height);
  }
}

function Picture({ placed, scale }: { placed: readonly PlacedElement[]; scale: Scale }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const timer = setTimeout(() => canvas.current && paint(canvas.current, placed, scale), rest);
    return () => clearTimeout(timer);
  }, [placed, scale]);
  return <canvas ref={canvas} style={{ ...size }} />;
}

/** The part of the drawing that is on the screen, as a frame on the map. */
function SeenPart({ scale }: { scale: Scale }) {
  const [x, y, zoom] = useStore(({ transform }) => transform);
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const left = (-x / zoom) * scale.factor + scale.x;
  const top = (-y / zoom) * scale.factor + scale.y;
  return (
    <div
      className="rv-minimap-view"
      style={{
        transform: `translate(${left}px, ${top}px)`,
        width: (width / zoom) * scale.factor,
        height: (height / zoom) * scale.factor,
      }}
    />
  );
}

/**
 * A small map of the whole drawing; a click or drag on it goes there. The library's own draws an element of the page
 * for each node, and each of them follows every movement: dear where there are thousands.
 */
export const Minimap = memo(function Minimap({ drawing }: { drawing: Drawing }) {
  const placed = placedElements(useIndex(), drawing.microflow);
  const scale = useMemo(
    () => scaleOf(boundsOf(placed.map(({ box }) => box)) ?? { x: 0, y: 0, width: 1, height: 1 }),
    [placed],
  );
  const scheme = useComputedColorScheme();
  const { setCenter, getZoom } = useReactFlow();

  const goTo = (event: PointerEvent<HTMLElement>) => {
    if (event.buttons !== 1) return;
    const { x, y } = event.currentTarget.getBoundingClientRect();
    const at = { x: event.clientX - x - scale.x, y: event.clientY - y - scale.y };
    void setCenter(at.x / scale.factor, at.y / scale.factor, { zoom: getZoom() });
  };
  return (
    <Panel
      position="bottom-right"
      className="rv-minimap"
      role="img"
      aria-label={canvasMessages.minimap}
      style={{ ...size }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        goTo(event);
      }}
      onPointerMove={goTo}
    >
      <Picture key={scheme} placed={placed} scale={scale} />
      <SeenPart scale={scale} />
    </Panel>
  );
});
