import "./dock.css";
import { ActionIcon, Menu, Tabs, Tooltip } from "@mantine/core";
import {
  ArrowDownToLine,
  ArrowLeftToLine,
  ArrowRightToLine,
  Ellipsis,
  type LucideIcon,
  Minus,
  RotateCcw,
} from "lucide-react";
import { shellMessages } from "../messages/shell-messages.ts";
import { type DockSide, dockSides, type PaneName } from "../workspace/docks.ts";
import { usePaneBadges } from "../workspace/pane-badges.ts";
import { useWorkspace, workspace } from "../workspace/workspace.ts";
import { ErrorBoundary } from "./error-boundary.tsx";
import { paneIcons } from "./icons.ts";
import { paneViews } from "./pane-views.tsx";

const sideIcons: Readonly<Record<DockSide, LucideIcon>> = {
  left: ArrowLeftToLine,
  right: ArrowRightToLine,
  bottom: ArrowDownToLine,
};

/** How much there is in a pane, beside its name. */
function PaneCount({ pane }: { pane: PaneName }) {
  const badge = usePaneBadges(({ badges }) => badges[pane]);
  if (!badge || badge.count === 0) return null;
  return (
    <span className="rv-pane-count" data-tone={badge.tone}>
      {shellMessages.count(badge.count)}
    </span>
  );
}

/** What can be done with the pane in front: by mouse, and by keyboard from its button. */
function PaneMenu({ pane, side }: { pane: PaneName; side: DockSide }) {
  const { movePane, foldDock, resetPanes } = workspace.getState();
  const label = shellMessages.paneMenu(shellMessages.paneLabels[pane]);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Tooltip label={label}>
          <ActionIcon size={28} aria-label={label} data-testid={`pane-menu-${pane}`}>
            <Ellipsis size={15} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {dockSides
          .filter((other) => other !== side)
          .map((other) => {
            const Icon = sideIcons[other];
            return (
              <Menu.Item key={other} leftSection={<Icon size={14} />} onClick={() => movePane(pane, other)}>
                {shellMessages.movePane(other)}
              </Menu.Item>
            );
          })}
        <Menu.Item leftSection={<Minus size={14} />} onClick={() => foldDock(side, true)}>
          {shellMessages.foldDock}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<RotateCcw size={14} />} onClick={resetPanes}>
          {shellMessages.resetPanes}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** A folded dock at the side: the icons of its panes, one under the other. */
function FoldedDock({ side }: { side: DockSide }) {
  const panes = useWorkspace(({ docks }) => docks[side].panes);
  const { showPane } = workspace.getState();
  return (
    <nav className="rv-folded-dock" data-side={side} aria-label={shellMessages.panesOf(side)}>
      {panes.map((pane) => {
        const Icon = paneIcons[pane];
        const label = shellMessages.paneLabels[pane];
        return (
          <Tooltip key={pane} label={label} position={side === "left" ? "right" : "left"}>
            <ActionIcon size={30} aria-label={label} onClick={() => showPane(pane)}>
              <Icon size={16} />
            </ActionIcon>
          </Tooltip>
        );
      })}
    </nav>
  );
}

/** The panes of one side: their tabs and the one in front. */
export function Dock({ side }: { side: DockSide }) {
  const { panes, active, isFolded } = useWorkspace(({ docks }) => docks[side]);
  const { showPane, foldDock } = workspace.getState();
  if (isFolded && side !== "bottom") return <FoldedDock side={side} />;
  const choose = (pane: string | null) => {
    if (pane === active && side === "bottom") foldDock(side, !isFolded);
    else if (pane !== null) showPane(pane as PaneName);
  };
  return (
    <section
      className="rv-dock"
      data-side={side}
      data-folded={isFolded || undefined}
      aria-label={shellMessages.panesOf(side)}
    >
      <Tabs
        value={isFolded ? null : (active ?? null)}
        onChange={choose}
        allowTabDeactivation={side === "bottom"}
        keepMounted={false}
        classNames={{
          root: "rv-dock-tabs",
          list: "rv-dock-list",
          tab: "rv-dock-tab",
          panel: "rv-dock-panel",
        }}
      >
        <Tabs.List aria-label={shellMessages.panesOf(side)}>
          {panes.map((pane) => {
            const Icon = paneIcons[pane];
            return (
              <Tabs.Tab
                key={pane}
                value={pane}
                title={shellMessages.paneLabels[pane]}
                leftSection={<Icon size={14} />}
                rightSection={<PaneCount pane={pane} />}
                data-testid={`pane-tab-${pane}`}
              >
                {shellMessages.paneLabels[pane]}
              </Tabs.Tab>
            );
          })}
        </Tabs.List>
        {active && (
          <div className="rv-dock-menu">
            <PaneMenu pane={active} side={side} />
          </div>
        )}
        {panes.map((pane) => {
          const View = paneViews[pane];
          return (
            // It has the focus itself while what is in it is being fetched.
            <Tabs.Panel key={pane} value={pane} tabIndex={-1} data-testid={`pane-${pane}`}>
              <ErrorBoundary>
                <View />
              </ErrorBoundary>
            </Tabs.Panel>
          );
        })}
      </Tabs>
    </section>
  );
}
