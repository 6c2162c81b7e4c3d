import type { ComponentType } from "react";
import { laterView } from "../controls/later-view.tsx";
import { PropertiesPane } from "../dialogs/properties-pane.tsx";
import { Explorer } from "../explorer/explorer.tsx";
import { Toolbox } from "../toolbox/toolbox.tsx";
import { DropFiles } from "../transfer/drop-files.tsx";
import type { PaneName } from "../workspace/docks.ts";

/** The panes that are folded away until somebody wants them. */
export const laterPanes = {
  outline: laterView(async () => (await import("../pages/outline/outline-pane.tsx")).OutlinePane),
  problems: laterView(async () => (await import("../problems/problems-pane.tsx")).ProblemsPane),
  run: laterView(async () => (await import("../run/run-pane.tsx")).RunPane),
  console: laterView(async () => (await import("../run/console-pane.tsx")).ConsolePane),
  documentation: laterView(
    async () => (await import("../documentation/documentation-pane.tsx")).DocumentationPane,
  ),
};

/** What each pane shows. */
export const paneViews: Readonly<Record<PaneName, ComponentType>> = {
  explorer: () => (
    <DropFiles>
      <Explorer />
    </DropFiles>
  ),
  outline: laterPanes.outline.View,
  toolbox: Toolbox,
  properties: PropertiesPane,
  problems: laterPanes.problems.View,
  run: laterPanes.run.View,
  console: laterPanes.console.View,
  documentation: laterPanes.documentation.View,
};
