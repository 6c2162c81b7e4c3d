import type { Transaction } from "@rivulet/document";
import { elementSize, place, positionOf } from "./placement.ts";

/** How several elements are brought into line. */
export type Arrangement = "left" | "centre" | "right" | "top" | "middle" | "bottom" | "across" | "down";

interface Line {
  readonly id: string;
  readonly start: number;
  readonly size: number;
}

type Axis = "x" | "y";

const axes: Readonly<Record<Arrangement, Axis>> = {
  left: "x",
  centre: "x",
  right: "x",
  across: "x",
  top: "y",
  middle: "y",
  bottom: "y",
  down: "y",
};

/** Where each line begins afterwards. */
function arranged(lines: readonly Line[], arrangement: Arrangement): Map<string, number> {
  const first = Math.min(...lines.map(({ start }) => start));
  const last = Math.max(...lines.map(({ start, size }) => start + size));
  switch (arrangement) {
    case "left":
    case "top":
      return new Map(lines.map(({ id }) => [id, first]));
    case "right":
    case "bottom":
      return new Map(lines.map(({ id, size }) => [id, last - size]));
    case "centre":
    case "middle":
      return new Map(lines.map(({ id, size }) => [id, (first + last - size) / 2]));
    case "across":
    case "down":
      return distributed(lines, last - first);
  }
}

function distributed(lines: readonly Line[], extent: number): Map<string, number> {
  const ordered = lines.toSorted((left, right) => left.start - right.start);
  const filled = ordered.reduce((sum, { size }) => sum + size, 0);
  const gap = (extent - filled) / Math.max(1, ordered.length - 1);
  let at = ordered[0]?.start ?? 0;
  return new Map(
    ordered.map(({ id, size }) => {
      const start = at;
      at += size + gap;
      return [id, start];
    }),
  );
}

/** Aligns elements, or spreads them evenly. All of them have to be in one microflow or one loop. */
export function arrange(transaction: Transaction, ids: readonly string[], arrangement: Arrangement): void {
  const axis = axes[arrangement];
  const lines = ids.map((id) => {
    const size = elementSize(transaction, id);
    return { id, start: positionOf(transaction, id)[axis], size: axis === "x" ? size.width : size.height };
  });
  for (const [id, start] of arranged(lines, arrangement))
    place(transaction, id, { ...positionOf(transaction, id), [axis]: start });
}
