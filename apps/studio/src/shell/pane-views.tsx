import type { ComponentType } from "react";
import { shellMessages } from "../messages/shell-messages.ts";
import type { PaneName } from "../workspace/docks.ts";
import { EmptyPane } from "./empty-pane.tsx";

const missing = (text: string) => () => <EmptyPane text={text} />;

/** What each pane shows. */
export const paneViews: Readonly<Record<PaneName, ComponentType>> = {
  explorer: missing(""),
  toolbox: missing(""),
  properties: missing(shellMessages.propertiesMissing),
  problems: missing(shellMessages.problemsMissing),
  run: missing(shellMessages.runMissing),
  console: missing(shellMessages.consoleMissing),
  documentation: missing(shellMessages.documentationMissing),
};
