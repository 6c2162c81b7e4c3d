import type { ComponentType } from "react";
import { PropertiesPane } from "../dialogs/properties-pane.tsx";
import { DocumentationPane } from "../documentation/documentation-pane.tsx";
import { Explorer } from "../explorer/explorer.tsx";
import { ProblemsPane } from "../problems/problems-pane.tsx";
import { ConsolePane } from "../run/console-pane.tsx";
import { RunPane } from "../run/run-pane.tsx";
import { Toolbox } from "../toolbox/toolbox.tsx";
import { DropFiles } from "../transfer/drop-files.tsx";
import type { PaneName } from "../workspace/docks.ts";

/** What each pane shows. */
export const paneViews: Readonly<Record<PaneName, ComponentType>> = {
  explorer: () => (
    <DropFiles>
      <Explorer />
    </DropFiles>
  ),
  toolbox: Toolbox,
  properties: PropertiesPane,
  problems: ProblemsPane,
  run: RunPane,
  console: ConsolePane,
  documentation: DocumentationPane,
};
