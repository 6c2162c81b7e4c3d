import { type ReactNode, useEffect, useRef } from "react";
import {
  Group,
  type Layout,
  type LayoutChangedMeta,
  Panel,
  Separator,
  usePanelRef,
} from "react-resizable-panels";
import { elementDialog } from "../canvas/microflow-editor.tsx";
import { connectDialog } from "../canvas/popups/canvas-popups.tsx";
import { laterView } from "../controls/later-view.tsx";
import { properties } from "../dialogs/properties-pane.tsx";
import { loadCodeEditor } from "../expression-editor/load-code-editor.ts";
import { shellMessages } from "../messages/shell-messages.ts";
import { documentPicker } from "../pickers/picker-field.tsx";
import { TutorialOffer } from "../tutorial/tutorial-offer.tsx";
import { useTutorial } from "../tutorial/tutorial-store.ts";
import type { DockSide } from "../workspace/docks.ts";
import { useWorkspace, workspace } from "../workspace/workspace.ts";
import { Dock } from "./dock.tsx";
import { fetchLater } from "./fetch-later.ts";
import { notices } from "./notices.tsx";
import { laterPanes } from "./pane-views.tsx";
import { everydayDialogs } from "./shell-dialogs.tsx";

/** What is left of a dock when it is folded, and the least that it needs to be used; in pixels. */
const foldedSize = 36;
const leastSizes: Readonly<Record<DockSide, number>> = { left: 180, right: 240, bottom: 120 };

/** The panel of the tutorial: the first screen does without it. */
export const tutorialPanel = laterView(
  async () => (await import("../tutorial/tutorial-panel.tsx")).TutorialPanel,
);

function OpenTutorial() {
  return useTutorial(({ isOpen }) => isOpen) ? <tutorialPanel.View /> : null;
}

/** A dock that can be dragged to another size, or so small that it folds. */
function ResizableDock({ side }: { side: DockSide }) {
  const panel = usePanelRef();
  const isFolded = useWorkspace(({ docks }) => docks[side].isFolded);
  const { docks, foldDock } = workspace.getState();
  // The panel begins as it should be; only what changes later has to be told.
  const applied = useRef(isFolded);
  useEffect(() => {
    if (applied.current === isFolded) return;
    applied.current = isFolded;
    if (isFolded) panel.current?.collapse();
    else panel.current?.resize(workspace.getState().docks[side].size);
  }, [isFolded, panel, side]);
  const { size } = docks[side];
  return (
    <Panel
      id={`dock-${side}`}
      panelRef={panel}
      defaultSize={isFolded ? foldedSize : size}
      minSize={leastSizes[side]}
      maxSize="60%"
      collapsible
      collapsedSize={foldedSize}
      groupResizeBehavior="preserve-pixel-size"
      onResize={({ inPixels }) => {
        // Nothing is laid out yet. A window without room for a dock folds it, also when it opens.
        if (inPixels === 0) return;
        const isNowFolded = inPixels <= foldedSize + 1;
        if (isNowFolded !== workspace.getState().docks[side].isFolded) foldDock(side, isNowFolded);
      }}
    >
      {side === "left" ? (
        <div className="rv-left-column">
          <Dock side={side} />
          {!isFolded && <OpenTutorial />}
          {!isFolded && <TutorialOffer />}
        </div>
      ) : (
        <Dock side={side} />
      )}
    </Panel>
  );
}

/** Remembers the sizes to which a person dragged the docks; a folded one keeps the size that it had before. */
function rememberSizes(sides: readonly DockSide[]) {
  return (_layout: Layout, { isUserInteraction }: LayoutChangedMeta): void => {
    if (!isUserInteraction) return;
    for (const side of sides) {
      const box = document.getElementById(`dock-${side}`)?.getBoundingClientRect();
      const size = Math.round((side === "bottom" ? box?.height : box?.width) ?? 0);
      if (size > foldedSize + 1) workspace.getState().resizeDock(side, size);
    }
  };
}

const rememberWidths = rememberSizes(["left", "right"]);
const rememberHeight = rememberSizes(["bottom"]);

const Divider = ({ side }: { side: DockSide }) => (
  <Separator className="rv-divider" data-side={side} aria-label={shellMessages.resizeDock(side)} />
);

/** What people need soon, and the first screen does without. */
const rest = [
  ...Object.values(everydayDialogs),
  elementDialog,
  notices,
  ...Object.values(properties),
  documentPicker,
  connectDialog,
  ...Object.values(laterPanes),
  tutorialPanel,
].map(({ fetch }) => fetch);

/** The docks round what is in the middle. A side without panes takes no room. */
export function Frame({ children }: { children: ReactNode }) {
  useEffect(() => fetchLater([...rest, loadCodeEditor]), []);
  const hasTutorial = useTutorial(({ isOpen }) => isOpen);
  const hasLeft = useWorkspace(({ docks }) => docks.left.panes.length > 0) || hasTutorial;
  const hasRight = useWorkspace(({ docks }) => docks.right.panes.length > 0);
  const hasBottom = useWorkspace(({ docks }) => docks.bottom.panes.length > 0);
  return (
    <Group orientation="horizontal" className="rv-frame" onLayoutChanged={rememberWidths}>
      {hasLeft && <ResizableDock side="left" />}
      {hasLeft && <Divider side="left" />}
      <Panel id="middle" minSize={280}>
        <Group orientation="vertical" onLayoutChanged={rememberHeight}>
          <Panel id="editors" minSize={160}>
            {children}
          </Panel>
          {hasBottom && <Divider side="bottom" />}
          {hasBottom && <ResizableDock side="bottom" />}
        </Group>
      </Panel>
      {hasRight && <Divider side="right" />}
      {hasRight && <ResizableDock side="right" />}
    </Group>
  );
}
