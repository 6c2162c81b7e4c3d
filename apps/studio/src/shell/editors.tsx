import "./editors.css";
import { ActionIcon, Button, Kbd, Menu, Tabs } from "@mantine/core";
import { X } from "lucide-react";
import { type MouseEvent, Suspense, useEffect, useRef } from "react";
import { isMac, shortcutKeys } from "../commands/shortcut.ts";
import { ShortcutKeys } from "../commands/shortcut-keys.tsx";
import { useCommands } from "../commands/use-commands.tsx";
import { shellMessages } from "../messages/shell-messages.ts";
import { useOutlineIndex } from "../project/use-project.tsx";
import { type TabTarget, tabKey } from "../workspace/tabs.ts";
import { useActiveTarget, useWorkspace, workspace } from "../workspace/workspace.ts";
import { editorViewOf } from "./editor-views.tsx";
import { EmptyPane } from "./empty-pane.tsx";
import { ErrorBoundary } from "./error-boundary.tsx";
import { editorIcons } from "./icons.ts";
import { targetTitle } from "./target-title.ts";

function TabMenu({ tab, name }: { tab: string; name: string }) {
  const { close, closeOthers } = workspace.getState();
  return (
    <Menu.Dropdown>
      <Menu.Item rightSection={<ShortcutKeys shortcut="Del" />} onClick={() => close(tab)}>
        {shellMessages.closeTab(name)}
      </Menu.Item>
      <Menu.Item onClick={() => closeOthers(tab)}>{shellMessages.closeOthers}</Menu.Item>
    </Menu.Dropdown>
  );
}

/** One tab. It closes by its cross, by the middle button, and by Delete. */
function EditorTab({ target }: { target: TabTarget }) {
  const index = useOutlineIndex();
  const tabs = useWorkspace((state) => state.tabs);
  const key = tabKey(target);
  const frame = useRef<HTMLDivElement>(null);
  const isInFront = useWorkspace((state) => state.activeTab) === key;
  // More tabs than fit: the one in front is never out of sight.
  useEffect(() => {
    if (isInFront) frame.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [isInFront]);
  const { close } = workspace.getState();
  const title = targetTitle(target, index);
  const Icon = editorIcons[target.kind];
  const name = title?.name ?? shellMessages.goneTitle;
  const isAmbiguous = tabs.some((tab) => tab !== target && targetTitle(tab, index)?.name === name);
  const closeByMiddle = (event: MouseEvent) => {
    if (event.button === 1) close(key);
  };
  return (
    <Menu>
      <Menu.ContextMenu>
        <div ref={frame} className="rv-editor-tab-frame" role="presentation" onAuxClick={closeByMiddle}>
          <Tabs.Tab
            value={key}
            leftSection={<Icon size={14} />}
            data-testid={`tab-${key}`}
            onKeyDown={({ key: pressed }) => pressed === "Delete" && close(key)}
          >
            {name}
            {isAmbiguous && <span className="rv-editor-tab-module">{title?.module}</span>}
          </Tabs.Tab>
          <ActionIcon
            className="rv-editor-tab-close"
            size={20}
            // The keyboard closes a tab by Delete or the command; a tab list may hold nothing but tabs.
            tabIndex={-1}
            aria-hidden="true"
            onClick={() => close(key)}
          >
            <X size={13} />
          </ActionIcon>
        </div>
      </Menu.ContextMenu>
      <TabMenu tab={key} name={name} />
    </Menu>
  );
}

/** What is in front of the editors: tabs of the open documents. */
function EditorTabs() {
  const tabs = useWorkspace((state) => state.tabs);
  return (
    <Tabs.List aria-label={shellMessages.editors}>
      {tabs.map((target) => (
        <EditorTab key={tabKey(target)} target={target} />
      ))}
    </Tabs.List>
  );
}

/** Nothing is open: where to begin. */
function Welcome() {
  const commands = useCommands();
  const goTo = commands.find("goToDocument");
  const newMicroflow = commands.find("new:microflow");
  return (
    <div className="rv-welcome">
      <h1>{shellMessages.welcomeTitle}</h1>
      <p>{shellMessages.welcomeText}</p>
      <div className="rv-welcome-actions">
        {goTo && (
          <Button
            variant="default"
            onClick={goTo.run}
            rightSection={shortcutKeys(goTo.shortcuts[0] ?? "", { isMac }).map((key) => (
              <Kbd key={key} size="xs">
                {key}
              </Kbd>
            ))}
          >
            {shellMessages.welcomeGoTo}
          </Button>
        )}
        {newMicroflow && (
          <Button variant="default" onClick={newMicroflow.run}>
            {shellMessages.welcomeNewMicroflow}
          </Button>
        )}
      </div>
    </div>
  );
}

function Editor({ target }: { target: TabTarget }) {
  const index = useOutlineIndex();
  const { View, scope } = editorViewOf(target);
  if (!targetTitle(target, index)) {
    return <EmptyPane text={`${shellMessages.goneTitle}. ${shellMessages.goneText}`} />;
  }
  return (
    <div className="rv-editor" data-command-scope={scope}>
      <ErrorBoundary>
        <Suspense>
          <View target={target} />
        </Suspense>
      </ErrorBoundary>
    </div>
  );
}

/** The middle of the frame: tabs, and the editor of the one in front. */
export function Editors() {
  const target = useActiveTarget();
  const { activate } = workspace.getState();
  if (!target) return <Welcome />;
  const key = tabKey(target);
  return (
    <Tabs
      value={key}
      onChange={(tab) => tab !== null && activate(tab)}
      keepMounted={false}
      classNames={{
        root: "rv-editors",
        list: "rv-editor-list",
        tab: "rv-editor-tab",
        panel: "rv-editor-panel",
      }}
    >
      <EditorTabs />
      <Tabs.Panel value={key}>
        <Editor key={key} target={target} />
      </Tabs.Panel>
    </Tabs>
  );
}
