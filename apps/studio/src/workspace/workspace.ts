import { create } from "zustand";
import { persist } from "zustand/middleware";

/** What a tab shows. */
export type TabTarget =
  | { readonly kind: "microflow"; readonly id: string }
  | { readonly kind: "domainModel"; readonly module: string }
  | { readonly kind: "enumeration" | "constant"; readonly id: string }
  | { readonly kind: "settings" | "security" };

/** Key of a tab: the same target is open only once. */
export function tabKey(target: TabTarget): string {
  if (target.kind === "domainModel") return `domainModel:${target.module}`;
  return "id" in target ? `${target.kind}:${target.id}` : target.kind;
}

/** The panes round the canvas. */
export type PaneName =
  | "explorer"
  | "toolbox"
  | "properties"
  | "problems"
  | "run"
  | "console"
  | "documentation";
/** Where a pane can be docked. */
export type DockSide = "left" | "right" | "bottom";

/** Panes of one side: which are there, and which one is in front. */
export interface Dock {
  readonly panes: readonly PaneName[];
  readonly active: PaneName | undefined;
  readonly isFolded: boolean;
}

/** Where everything is on a fresh screen (design look.md, "Frame"). */
export const initialDocks: Readonly<Record<DockSide, Dock>> = {
  left: { panes: ["explorer"], active: "explorer", isFolded: false },
  right: { panes: ["properties", "toolbox"], active: "toolbox", isFolded: false },
  bottom: { panes: ["problems", "run", "console", "documentation"], active: "problems", isFolded: true },
};

/** Where something is, so that it can be shown: a problem, a usage, a search result. */
export interface Spot {
  readonly target: TabTarget;
  /** Records to select. */
  readonly records: readonly string[];
  /** Field whose editor takes the focus. */
  readonly field?: string;
}

/** What is on the screen but not in the document: tabs, selection, panes. */
export interface WorkspaceState {
  readonly tabs: readonly TabTarget[];
  readonly activeTab: string | undefined;
  /** Ids of selected records by tab key. */
  readonly selections: Readonly<Record<string, readonly string[]>>;
  readonly docks: Readonly<Record<DockSide, Dock>>;
  /** Where the user asked to go last; the editor of that tab scrolls there and then forgets it. */
  readonly destination: Spot | undefined;
}

interface WorkspaceActions {
  open: (target: TabTarget) => void;
  close: (key: string) => void;
  activate: (key: string) => void;
  select: (key: string, records: readonly string[]) => void;
  /** Opens a tab, selects and scrolls to something in it. */
  goTo: (spot: Spot) => void;
  arrive: () => void;
  showPane: (pane: PaneName) => void;
  toggleDock: (side: DockSide) => void;
  movePane: (pane: PaneName, side: DockSide) => void;
  resetPanes: () => void;
}

const noSelection: readonly string[] = [];

function withoutPane(docks: WorkspaceState["docks"], pane: PaneName): Record<DockSide, Dock> {
  const without = (dock: Dock): Dock => {
    const panes = dock.panes.filter((name) => name !== pane);
    return { ...dock, panes, active: dock.active === pane ? panes[0] : dock.active };
  };
  return { left: without(docks.left), right: without(docks.right), bottom: without(docks.bottom) };
}

function sideOf(docks: WorkspaceState["docks"], pane: PaneName): DockSide {
  return (["left", "right", "bottom"] as const).find((side) => docks[side].panes.includes(pane)) ?? "bottom";
}

/** The workspace of this browser window; tabs and panes are remembered from one visit to the next. */
export const useWorkspace = create<WorkspaceState & WorkspaceActions>()(
  persist(
    (set) => ({
      tabs: [],
      activeTab: undefined,
      selections: {},
      docks: initialDocks,
      destination: undefined,
      open: (target) =>
        set(({ tabs }) => {
          const key = tabKey(target);
          const isOpen = tabs.some((tab) => tabKey(tab) === key);
          return { tabs: isOpen ? tabs : [...tabs, target], activeTab: key };
        }),
      close: (key) =>
        set(({ tabs, activeTab }) => {
          const at = tabs.findIndex((tab) => tabKey(tab) === key);
          const rest = tabs.filter((tab) => tabKey(tab) !== key);
          const neighbour = rest[Math.min(at, rest.length - 1)];
          return { tabs: rest, activeTab: activeTab === key ? neighbour && tabKey(neighbour) : activeTab };
        }),
      activate: (key) => set({ activeTab: key }),
      select: (key, records) => set(({ selections }) => ({ selections: { ...selections, [key]: records } })),
      goTo: (spot) =>
        set(({ tabs, selections }) => {
          const key = tabKey(spot.target);
          const isOpen = tabs.some((tab) => tabKey(tab) === key);
          return {
            tabs: isOpen ? tabs : [...tabs, spot.target],
            activeTab: key,
            selections: { ...selections, [key]: spot.records },
            destination: spot,
          };
        }),
      arrive: () => set({ destination: undefined }),
      showPane: (pane) =>
        set(({ docks }) => {
          const side = sideOf(docks, pane);
          return { docks: { ...docks, [side]: { ...docks[side], active: pane, isFolded: false } } };
        }),
      toggleDock: (side) =>
        set(({ docks }) => ({
          docks: { ...docks, [side]: { ...docks[side], isFolded: !docks[side].isFolded } },
        })),
      movePane: (pane, side) =>
        set(({ docks }) => {
          const rest = withoutPane(docks, pane);
          return {
            docks: { ...rest, [side]: { panes: [...rest[side].panes, pane], active: pane, isFolded: false } },
          };
        }),
      resetPanes: () => set({ docks: initialDocks }),
    }),
    {
      name: "rivulet.workspace",
      version: 1,
      partialize: ({ tabs, activeTab, docks }) => ({ tabs, activeTab, docks }),
    },
  ),
);

/** Ids of the records that are selected in a tab. */
export function useSelection(key: string): readonly string[] {
  return useWorkspace((state) => state.selections[key] ?? noSelection);
}
