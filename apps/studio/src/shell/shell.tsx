import "./shell.css";
import { CommandsProvider } from "../commands/use-commands.tsx";
import { useProblemChecks } from "../problems/use-problem-checks.ts";
import { useTableWatch } from "../tables/use-table-knowledge.ts";
import { Editors } from "./editors.tsx";
import { Frame } from "./frame.tsx";
import { ShellDialogs } from "./shell-dialogs.tsx";
import { TopBar } from "./top-bar.tsx";
import { useAddressedWidget } from "./use-addressed-widget.ts";
import { useProjectTabs } from "./use-project-tabs.ts";
import { useRemoteChanges } from "./use-remote-changes.ts";

/** What goes on while the project is open. It follows each save, so it stands beside the frame, not above it. */
function OpenProject() {
  useProjectTabs();
  useTableWatch();
  useProblemChecks();
  useRemoteChanges();
  useAddressedWidget();
  return null;
}

/** The frame: top bar, explorer, tabs with the canvas, properties, and the panes below. */
export function Shell() {
  return (
    <CommandsProvider>
      <OpenProject />
      <div className="rv-shell">
        <TopBar />
        <main className="rv-main">
          <Frame>
            <Editors />
          </Frame>
        </main>
      </div>
      <ShellDialogs />
    </CommandsProvider>
  );
}
