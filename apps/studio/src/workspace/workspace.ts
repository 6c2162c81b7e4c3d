import { create } from "zustand";
import { persist } from "zustand/middleware";
import { inBrowser } from "./browser-storage.ts";
import {
  type DockSide,
  type Docks,
  docksFor,
  docksOfWindow,
  type PaneName,
  readDocks,
  withDock,
  withDockFolded,
  withPaneInFront,
  withPaneMoved,
} from "./docks.ts";
import {
  existingTabs,
  isDrawing,
  neighbourTab,
  type Tabs,
  type TabTarget,
  tabKey,
  withoutTab,
  withTab,
} from "./tabs.ts";

export type { PaneName } from "./docks.ts";
export { type TabTarget, tabKey } from "./tabs.ts";

/** Where something is, so that it can be shown: a problem, a usage, a search result. */
export interface Spot {
  readonly target: TabTarget;
  /** Records to select. */
  readonly records: readonly string[];
  /** Field whose editor takes the focus. */
  readonly field?: string;
}

/** What is on the screen but not in the document: tabs, selection, panes. */
export interface WorkspaceState extends Tabs {
  /** Ids of selected records by tab key. */
  readonly selections: Readonly<Record<string, readonly string[]>>;
  readonly docks: Docks;
  /** Where the user asked to go last; the editor of that tab scrolls there and then forgets it. */
  readonly destination: Spot | undefined;
}

/** What belongs to an undo step besides the document: what was in front and what was selected in it. */
export interface WorkspaceView {
  readonly activeTab: string | undefined;
  readonly selection: readonly string[];
}

interface WorkspaceActions {
  open: (target: TabTarget) => void;
  close: (key: string) => void;
  closeOthers: (key: string) => void;
  activate: (key: string) => void;
  /** Goes to the tab beside the one in front, round and round. */
  step: (by: 1 | -1) => void;
  /** Closes the tabs of which the target is gone. */
  keepTabs: (exists: (target: TabTarget) => boolean) => void;
  select: (key: string, records: readonly string[]) => void;
  /** Opens a tab, selects and scrolls to something in it. */
  goTo: (spot: Spot) => void;
  arrive: () => void;
  showPane: (pane: PaneName) => void;
  toggleDock: (side: DockSide) => void;
  foldDock: (side: DockSide, isFolded: boolean) => void;
  resizeDock: (side: DockSide, size: number) => void;
  movePane: (pane: PaneName, side: DockSide) => void;
  resetPanes: () => void;
}

const noSelection: readonly string[] = [];

/** As the window is now; outside of a browser there is room for all. */
const freshDocks = (): Docks => docksOfWindow(globalThis.innerWidth ?? Number.POSITIVE_INFINITY);

const frontOf = ({ tabs, activeTab }: Tabs) => tabs.find((tab) => tabKey(tab) === activeTab);

/** Other tabs, and the docks as what is then in front needs them; with nothing in front they stay. */
function inFront(state: WorkspaceState, change: Partial<Tabs>): Partial<WorkspaceState> {
  const [before, front] = [frontOf(state), frontOf({ ...state, ...change })];
  if (!front) return change;
  const wasDrawing = before ? isDrawing(before) : !isDrawing(front);
  return { ...change, docks: docksFor(state.docks, { wasDrawing, isDrawing: isDrawing(front) }) };
}

/** The workspace of this browser window; tabs and panes are remembered from one visit to the next. */
export const useWorkspace = create<WorkspaceState & WorkspaceActions>()(
  persist(
    (set) => ({
      tabs: [],
      activeTab: undefined,
      selections: {},
      docks: freshDocks(),
      destination: undefined,
      open: (target) => set((state) => inFront(state, withTab(state, target))),
      close: (key) => set((state) => inFront(state, withoutTab(state, key))),
      closeOthers: (key) =>
        set((state) =>
          inFront(state, { tabs: state.tabs.filter((tab) => tabKey(tab) === key), activeTab: key }),
        ),
      activate: (key) => set((state) => inFront(state, { activeTab: key })),
      step: (by) => set((state) => inFront(state, { activeTab: neighbourTab(state, by) })),
      keepTabs: (exists) => set((state) => inFront(state, existingTabs(state, exists))),
      select: (key, records) => set(({ selections }) => ({ selections: { ...selections, [key]: records } })),
      goTo: (spot) =>
        set((state) => ({
          ...inFront(state, withTab(state, spot.target)),
          selections: { ...state.selections, [tabKey(spot.target)]: spot.records },
          destination: spot,
        })),
      arrive: () => set({ destination: undefined }),
      showPane: (pane) => set(({ docks }) => ({ docks: withPaneInFront(docks, pane) })),
      toggleDock: (side) =>
        set(({ docks }) => ({ docks: withDockFolded(docks, side, !docks[side].isFolded) })),
      foldDock: (side, isFolded) => set(({ docks }) => ({ docks: withDockFolded(docks, side, isFolded) })),
      resizeDock: (side, size) => set(({ docks }) => ({ docks: withDock(docks, side, { size }) })),
      movePane: (pane, side) => set(({ docks }) => ({ docks: withPaneMoved(docks, pane, side) })),
      resetPanes: () => set({ docks: freshDocks() }),
    }),
    {
      name: "rivulet.workspace",
      version: 2,
      storage: inBrowser(),
      partialize: ({ tabs, activeTab, docks }) => ({ tabs, activeTab, docks }),
      // What an earlier version remembered is not worth a migration.
      migrate: () => ({ tabs: [], activeTab: undefined, docks: freshDocks() }),
      merge: (remembered, state) => {
        const { tabs = [], activeTab, docks } = (remembered ?? {}) as Partial<WorkspaceState>;
        return { ...state, tabs, activeTab, docks: docks === undefined ? state.docks : readDocks(docks) };
      },
    },
  ),
);

/** The workspace outside of drawing: its state at this moment and its actions, in handlers and commands. */
export const workspace: Pick<typeof useWorkspace, "getState" | "subscribe"> = {
  getState: useWorkspace.getState,
  subscribe: useWorkspace.subscribe,
};

/** Ids of the records that are selected in a tab. */
export function useSelection(key: string): readonly string[] {
  return useWorkspace((state) => state.selections[key] ?? noSelection);
}

/** The target of the tab in front. */
export function useActiveTarget(): TabTarget | undefined {
  return useWorkspace(frontOf);
}

/** What an undo step remembers of the workspace. */
export function readView(): WorkspaceView {
  const { activeTab, selections } = workspace.getState();
  return { activeTab, selection: (activeTab !== undefined && selections[activeTab]) || noSelection };
}

/** Brings back what {@link readView} read, as far as it is still there. */
export function restoreView({ activeTab, selection }: WorkspaceView): void {
  const { tabs, activate, select } = workspace.getState();
  if (activeTab === undefined || !tabs.some((tab) => tabKey(tab) === activeTab)) return;
  activate(activeTab);
  select(activeTab, selection);
}
