import "./top-bar.css";
import { ActionIcon, Button, Menu, Tooltip } from "@mantine/core";
import { ChevronRight, CircleCheck, Ellipsis, Lock, Play, Search, Square, TriangleAlert } from "lucide-react";
import { isInUse, turnApplication, useApplication } from "../application/application-store.ts";
import { isEnabled, labelOf } from "../commands/command-table.ts";
import { isMac, showShortcut } from "../commands/shortcut.ts";
import { ShortcutKeys } from "../commands/shortcut-keys.tsx";
import { useCommands } from "../commands/use-commands.tsx";
import { applicationMessages } from "../messages/application-messages.ts";
import { shellMessages } from "../messages/shell-messages.ts";
import { AccountMenu } from "../people/account-menu.tsx";
import { useOutlineIndex, useProject } from "../project/use-project.tsx";
import { useHistoryLabels } from "../project/use-session.tsx";
import { usePaneBadges } from "../workspace/pane-badges.ts";
import { openDialog } from "../workspace/shell-dialog.ts";
import { useActiveTarget, workspace } from "../workspace/workspace.ts";
import { ConfigurationSwitch } from "./configuration-switch.tsx";
import { Logo } from "./logo.tsx";
import { SaveIndicator } from "./save-indicator.tsx";
import { targetTitle } from "./target-title.ts";

/** A command as a button with its icon; its tooltip says what it would do now. */
function CommandButton({ id }: { id: string }) {
  const command = useCommands().find(id);
  if (!command?.icon) return null;
  const Icon = command.icon;
  const [shortcut] = command.shortcuts;
  const label = labelOf(command);
  const hint = shortcut === undefined ? label : `${label} (${showShortcut(shortcut, { isMac })})`;
  return (
    <Tooltip label={hint}>
      <ActionIcon
        size={30}
        aria-label={label}
        // Not `disabled`: the tooltip shall still say what it is.
        {...(isEnabled(command) ? {} : { "data-disabled": true })}
        aria-disabled={!isEnabled(command)}
        onClick={() => isEnabled(command) && command.run()}
        data-testid={`command-${id}`}
      >
        <Icon size={16} />
      </ActionIcon>
    </Tooltip>
  );
}

function HistoryButtons() {
  useHistoryLabels();
  return (
    <>
      <CommandButton id="undo" />
      <CommandButton id="redo" />
    </>
  );
}

/** Where the document in front is. */
function Breadcrumb() {
  const index = useOutlineIndex();
  const project = useProject();
  const target = useActiveTarget();
  const title = target && targetTitle(target, index);
  const isReadOnly =
    project.isLocked ||
    (target !== undefined &&
      (("id" in target && project.isReadOnly(target.id)) ||
        ("module" in target && project.isReadOnly(target.module))));
  return (
    <nav className="rv-breadcrumb" aria-label={shellMessages.breadcrumb}>
      <h1 className="rv-project-name">{index.settings?.name}</h1>
      {title?.module !== undefined && (
        <>
          <ChevronRight size={14} aria-hidden="true" />
          <span>{title.module}</span>
        </>
      )}
      {title && (
        <>
          <ChevronRight size={14} aria-hidden="true" />
          <span className="rv-breadcrumb-document" aria-current="page">
            {title.name}
          </span>
        </>
      )}
      {isReadOnly && (
        <span className="rv-read-only">
          <Lock size={11} aria-hidden="true" />
          {shellMessages.readOnly}
        </span>
      )}
    </nav>
  );
}

/** How many problems there are; until somebody has counted them, the room for it, so that nothing moves. */
function ProblemCount() {
  const badge = usePaneBadges(({ badges }) => badges.problems);
  if (!badge) {
    return (
      <span className="rv-problem-count" data-waiting aria-hidden="true">
        <CircleCheck size={14} />
        {shellMessages.noProblems}
      </span>
    );
  }
  const hasProblems = badge.count > 0;
  const Icon = hasProblems ? TriangleAlert : CircleCheck;
  return (
    <button
      type="button"
      className="rv-problem-count"
      data-tone={hasProblems ? badge.tone : "success"}
      data-testid="problem-count"
      onClick={() => workspace.getState().showPane("problems")}
    >
      <Icon size={14} aria-hidden="true" />
      {hasProblems ? shellMessages.problems(badge.count) : shellMessages.noProblems}
    </button>
  );
}

/** Commands that have no button of their own in the bar. */
const menuCommands = [
  ["toggleDock:left", "toggleDock:bottom", "toggleDock:right", "resetPanes"],
  ["exportFlow", "importFlow"],
  ["lightTheme", "darkTheme", "systemTheme"],
  ["tutorial", "shortcuts"],
] as const;

function MoreMenu() {
  const commands = useCommands();
  return (
    <Menu position="bottom-end" width={300}>
      <Menu.Target>
        <ActionIcon size={30} aria-label={shellMessages.more} data-testid="more-menu">
          <Ellipsis size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {menuCommands.map((ids, position) => [
          position > 0 && <Menu.Divider key={`before:${ids[0]}`} />,
          ...ids.map((id) => {
            const command = commands.find(id);
            if (!command) return null;
            const Icon = command.icon;
            const [shortcut] = command.shortcuts;
            return (
              <Menu.Item
                key={id}
                leftSection={Icon && <Icon size={14} />}
                rightSection={shortcut !== undefined && <ShortcutKeys shortcut={shortcut} />}
                onClick={command.run}
              >
                {command.label}
              </Menu.Item>
            );
          }),
        ])}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Runs what is in front; the area of runs hands in the command. */
function RunButton() {
  const command = useCommands().find("run");
  useActiveTarget();
  const canRun = command !== undefined && isEnabled(command);
  const [shortcut] = command?.shortcuts ?? [];
  const keys = shortcut === undefined ? "" : ` (${showShortcut(shortcut, { isMac })})`;
  return (
    <Tooltip label={canRun ? shellMessages.run + keys : shellMessages.runUnavailable}>
      <Button
        size="compact-sm"
        className="rv-run-button"
        leftSection={<Play size={13} fill="currentColor" />}
        {...(canRun ? {} : { "data-disabled": true })}
        aria-disabled={!canRun}
        onClick={() => canRun && command.run()}
        data-testid="run"
      >
        {shellMessages.run}
      </Button>
    </Tooltip>
  );
}

/** Stops the application, while somebody uses it. */
function StopButton() {
  const isShown = useApplication(isInUse);
  if (!isShown) return null;
  return (
    <Tooltip label={applicationMessages.stop}>
      <ActionIcon
        variant="default"
        size={30}
        aria-label={applicationMessages.stop}
        onClick={() => void turnApplication(false)}
        data-testid="stop-application"
      >
        <Square size={12} fill="currentColor" />
      </ActionIcon>
    </Tooltip>
  );
}

function SearchButton() {
  return (
    <button type="button" className="rv-search-button" onClick={() => openDialog({ kind: "commands" })}>
      <Search size={14} aria-hidden="true" />
      {shellMessages.search}
      <span className="rv-search-keys">
        <ShortcutKeys shortcut="Ctrl+K" />
      </span>
    </button>
  );
}

/** The bar over everything: where one is, how it is saved, with what it runs. */
export function TopBar() {
  return (
    <header className="rv-top-bar">
      <Logo size={22} />
      <Breadcrumb />
      <div className="rv-top-bar-tools">
        <SaveIndicator />
        <HistoryButtons />
        <ProblemCount />
        <SearchButton />
        <ConfigurationSwitch />
        <MoreMenu />
        <RunButton />
        <StopButton />
        <AccountMenu />
      </div>
    </header>
  );
}
