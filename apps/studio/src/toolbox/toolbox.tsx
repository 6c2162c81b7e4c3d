import { activityGroups } from "@rivulet/activities";
import { useMemo, useState } from "react";
import { ActivityIcon } from "../canvas/activity-icon.tsx";
import { addToFrontCanvas } from "../canvas/insertion.ts";
import { useFrontCanvas } from "../canvas/open-canvas.ts";
import { laterView } from "../controls/later-view.tsx";
import { toolboxMessages } from "../messages/toolbox-messages.ts";
import { useProject } from "../project/use-project.tsx";
import { activityDragType } from "../workspace/drag-activity.ts";
import { isWidgetTarget } from "../workspace/tabs.ts";
import { useActiveTarget } from "../workspace/workspace.ts";
import { ToolboxFrame } from "./toolbox-frame.tsx";
import { toolboxGroups } from "./toolbox-groups.ts";

/** Comes with the first page that is opened. */
const widgetToolbox = laterView(async () => (await import("../pages/widget-toolbox.tsx")).WidgetToolbox);

/** What can be put into the document in front: widgets on a page, else activities. */
export function Toolbox() {
  const target = useActiveTarget();
  return target && isWidgetTarget(target) ? (
    <widgetToolbox.View document={target.kind} />
  ) : (
    <ActivityToolbox />
  );
}

/** What can be drawn: dragged onto the canvas, or added to it with Enter. */
function ActivityToolbox() {
  const { catalog } = useProject();
  const hasCanvas = useFrontCanvas(({ canvas }) => canvas !== undefined);
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
        hint: hasCanvas ? toolboxMessages.hint : toolboxMessages.noCanvas,
      }}
      dragType={activityDragType}
      onAdd={addToFrontCanvas}
    />
  );
}
