/** The panes round the canvas. */
export const paneNames = [
  "explorer",
  "outline",
  "toolbox",
  "properties",
  "problems",
  "run",
  "console",
  "documentation",
] as const;
export type PaneName = (typeof paneNames)[number];

/** Where a pane can be docked, in the order of menus. */
export const dockSides = ["left", "right", "bottom"] as const;
export type DockSide = (typeof dockSides)[number];

/** Panes of one side: which are there, and which one is in front. */
export interface Dock {
  readonly panes: readonly PaneName[];
  readonly active: PaneName | undefined;
  readonly isFolded: boolean;
  /** Whether it is folded only while what is in front has nothing to show in it. */
  readonly isAside: boolean;
  /** Width, or height at the bottom, in pixels. */
  readonly size: number;
}

/** The docks of all sides. Every pane is in exactly one. */
export type Docks = Readonly<Record<DockSide, Dock>>;

/** Where everything is on a fresh screen (design look.md, "Frame"). */
export const initialDocks: Docks = {
  left: { panes: ["explorer", "outline"], active: "explorer", isFolded: false, isAside: false, size: 260 },
  right: { panes: ["properties", "toolbox"], active: "toolbox", isFolded: false, isAside: false, size: 340 },
  bottom: {
    panes: ["problems", "run", "console", "documentation"],
    active: "problems",
    isFolded: true,
    isAside: false,
    size: 240,
  },
};

/** Where everything is on a fresh screen of this width: in a narrow window the room at the right is the drawing's. */
export function docksOfWindow(width: number): Docks {
  return width < 1100 ? withDockFolded(initialDocks, "right", true) : initialDocks;
}

/** The side where a pane is. */
export function sideOf(docks: Docks, pane: PaneName): DockSide {
  return dockSides.find((side) => docks[side].panes.includes(pane)) ?? "bottom";
}

/** The docks with one of them changed. */
export function withDock(docks: Docks, side: DockSide, change: Partial<Dock>): Docks {
  return { ...docks, [side]: { ...docks[side], ...change } };
}

/** The docks with a pane in front of the side where it is. */
export function withPaneInFront(docks: Docks, pane: PaneName): Docks {
  return withDock(docks, sideOf(docks, pane), { active: pane, isFolded: false, isAside: false });
}

/** The docks with a side folded or unfolded by a person: that stays. */
export function withDockFolded(docks: Docks, side: DockSide, isFolded: boolean): Docks {
  return withDock(docks, side, { isFolded, isAside: false });
}

/** Panes about what is drawn in front: beside a form they would be empty. */
const panesOfDrawings: ReadonlySet<PaneName> = new Set(["outline", "toolbox", "properties"]);

/**
 * The docks when something else comes to the front. Beside a form, such as the settings, a dock that holds nothing but
 * panes of drawings gives its room away, and takes it back with the next drawing.
 *
 * @example docksFor(docks, { wasDrawing: true, isDrawing: false }).right.isFolded // true
 */
export function docksFor(docks: Docks, front: { wasDrawing: boolean; isDrawing: boolean }): Docks {
  if (front.wasDrawing === front.isDrawing) return docks;
  return dockSides.reduce((all, side) => {
    const { panes, isFolded, isAside } = all[side];
    if (front.isDrawing) return isAside ? withDockFolded(all, side, false) : all;
    const isEmpty = panes.every((pane) => panesOfDrawings.has(pane));
    return isEmpty && !isFolded ? withDock(all, side, { isFolded: true, isAside: true }) : all;
  }, docks);
}

/** The docks with a pane at another side, in front there. */
export function withPaneMoved(docks: Docks, pane: PaneName, to: DockSide): Docks {
  const from = sideOf(docks, pane);
  const left = docks[from].panes.filter((name) => name !== pane);
  const active = docks[from].active === pane ? left[0] : docks[from].active;
  const without = withDock(docks, from, { panes: left, active });
  return withDock(without, to, {
    panes: [...without[to].panes, pane],
    active: pane,
    isFolded: false,
    isAside: false,
  });
}

function readDock(value: unknown, initial: Dock): Dock {
  const { panes, active, isFolded, isAside, size } = (value ?? {}) as Partial<Record<keyof Dock, unknown>>;
  if (!Array.isArray(panes)) return initial;
  const known = panes.filter((name) => (paneNames as readonly unknown[]).includes(name)) as PaneName[];
  return {
    panes: known,
    active: known.find((name) => name === active) ?? known[0],
    isFolded: typeof isFolded === "boolean" ? isFolded : initial.isFolded,
    isAside: isAside === true,
    size: typeof size === "number" && size > 0 ? size : initial.size,
  };
}

/**
 * Docks as they were remembered, made whole: panes that did not exist then are where they are on a fresh screen, and
 * none is in two places.
 */
export function readDocks(value: unknown): Docks {
  const stored = (value ?? {}) as Partial<Record<DockSide, unknown>>;
  const docks = {
    left: readDock(stored.left, initialDocks.left),
    right: readDock(stored.right, initialDocks.right),
    bottom: readDock(stored.bottom, initialDocks.bottom),
  };
  const all = dockSides.flatMap((side) => docks[side].panes);
  const isWhole = all.length === paneNames.length && new Set(all).size === all.length;
  return isWhole ? docks : initialDocks;
}
