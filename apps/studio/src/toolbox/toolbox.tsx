import { activityGroups } from "@rivulet/activities";
import { unreachable } from "@rivulet/values";
import { useMemo, useState } from "react";
import { ActivityIcon } from "../canvas/activity-icon.tsx";
import { addToFrontCanvas } from "../canvas/insertion.ts";
import { laterView } from "../controls/later-view.tsx";
import { toolboxMessages } from "../messages/toolbox-messages.ts";
import { useProject } from "../project/use-project.tsx";
import { EmptyPane } from "../shell/empty-pane.tsx";
import { activityDragType } from "../workspace/drag-activity.ts";
import { useActiveTarget } from "../workspace/workspace.ts";
import { ToolboxFrame } from "./toolbox-frame.tsx";
import { toolboxGroups } from "./toolbox-groups.ts";
import { toolsOfDocument } from "./tools-of-document.ts";

/** Comes with the first page that is opened. */
const widgetToolbox = laterView(async () => (await import("../pages/widget-toolbox.tsx")).WidgetToolbox);

/** What can be put into the document in front. */
export function Toolbox() {
  const project = useProject();
  const target = useActiveTarget();
  const tools = toolsOfDocument(target, (id) => project.isReadOnly(id));
  switch (tools.kind) {
    case "activities":
      return <ActivityToolbox />;
    case "widgets":
      return <widgetToolbox.View document={tools.document} />;
    case "entities":
      return <EmptyPane text={toolboxMessages.entities} />;
    case "readOnly":
      return <EmptyPane text={toolboxMessages.readOnly} />;
    case "none":
      return <EmptyPane text={toolboxMessages.nothingToAdd} />;
    default:
      return unreachable(tools);
  }
}

/** What can be drawn: dragged onto the canvas, or added to it with Enter. */
function ActivityToolbox() {
  const { catalog } = useProject();
  const [query, setQuery] = useState("");
  const groups = useMemo(
    () =>
      toolboxGroups(catalog.definitions, query).map(({ group, activities }) => ({
        label: group === undefined ? toolboxMessages.best : activityGroups[group].label,
        tools: activities.map((definition) => ({
          ...definition,
          icon: <ActivityIcon definition={definition} size={26} />,
        })),
      })),
    [catalog, query],
  );
  return (
    <ToolboxFrame
      query={query}
      onQuery={setQuery}
      groups={groups}
      texts={{
        search: toolboxMessages.search,
        nothingFound: toolboxMessages.nothingFound(query),
        hint: toolboxMessages.hint,
      }}
      dragType={activityDragType}
      onAdd={addToFrontCanvas}
    />
  );
}
