import "./toolbox.css";
import { ActionIcon, TextInput } from "@mantine/core";
import { type ActivityDefinition, activityGroups } from "@rivulet/activities";
import { Search, X } from "lucide-react";
import { useMemo, useState } from "react";
import { ActivityIcon } from "../canvas/activity-icon.tsx";
import { addToFrontCanvas } from "../canvas/insertion.ts";
import { useFrontCanvas } from "../canvas/open-canvas.ts";
import { laterView } from "../controls/later-view.tsx";
import { toolboxMessages } from "../messages/toolbox-messages.ts";
import { useProject } from "../project/use-project.tsx";
import { Highlight } from "../search/highlight.tsx";
import { useSearchList } from "../search/use-search-list.ts";
import { EmptyPane } from "../shell/empty-pane.tsx";
import { activityDragType } from "../workspace/drag-activity.ts";
import { isWidgetTarget } from "../workspace/tabs.ts";
import { useActiveTarget } from "../workspace/workspace.ts";
import { toolboxGroups } from "./toolbox-groups.ts";

/** Comes with the first page that is opened. */
const widgetToolbox = laterView(async () => (await import("../pages/widget-toolbox.tsx")).WidgetToolbox);

interface ToolboxItemProps {
  readonly activity: ActivityDefinition;
  readonly query: string;
  readonly option: ReturnType<ReturnType<typeof useSearchList>["optionProps"]>;
  readonly onAdd: () => void;
}

function ToolboxItem({ activity, query, option, onAdd }: ToolboxItemProps) {
  return (
    <div
      {...option}
      // Said again where the linter can see it.
      role="option"
      aria-selected={option["aria-selected"]}
      tabIndex={-1}
      className="rv-toolbox-item"
      title={activity.summary}
      draggable
      data-testid={`toolbox-item-${activity.kind}`}
      onDragStart={(event) => {
        event.dataTransfer.setData(activityDragType, activity.kind);
        event.dataTransfer.effectAllowed = "copy";
      }}
      onDoubleClick={onAdd}
    >
      <ActivityIcon definition={activity} size={26} />
      <span className="rv-toolbox-label">
        <Highlight text={activity.label} query={query} />
      </span>
    </div>
  );
}

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
  const groups = useMemo(() => toolboxGroups(catalog.definitions, query), [catalog, query]);
  const activities = groups.flatMap((group) => group.activities);
  const add = (position: number) => {
    const activity = activities[position];
    if (activity) addToFrontCanvas(activity.kind);
  };
  const list = useSearchList({ query, count: activities.length, onChoose: add });
  return (
    <div className="rv-toolbox">
      <div className="rv-toolbox-head">
        <TextInput
          leftSection={<Search size={14} />}
          aria-label={toolboxMessages.search}
          placeholder={toolboxMessages.search}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
          rightSection={
            query !== "" && (
              <ActionIcon
                variant="subtle"
                color="gray"
                size={22}
                aria-label={toolboxMessages.clearSearch}
                onClick={() => setQuery("")}
              >
                <X size={13} />
              </ActionIcon>
            )
          }
          {...list.inputProps}
        />
      </div>
      {groups.length === 0 && <EmptyPane text={toolboxMessages.nothingFound(query)} />}
      <div className="rv-toolbox-list" aria-label={toolboxMessages.list} {...list.listProps}>
        {groups.map(({ group, activities: members }) => {
          const label = group === undefined ? toolboxMessages.best : activityGroups[group].label;
          return (
            <div key={label} role="group" aria-label={label} className="rv-toolbox-group">
              <div className="rv-toolbox-heading" role="presentation">
                {label}
              </div>
              {members.map((activity) => {
                const position = activities.indexOf(activity);
                return (
                  <ToolboxItem
                    key={activity.kind}
                    activity={activity}
                    query={query}
                    option={list.optionProps(position)}
                    onAdd={() => add(position)}
                  />
                );
              })}
            </div>
          );
        })}
      </div>
      <p className="rv-toolbox-hint">{hasCanvas ? toolboxMessages.hint : toolboxMessages.noCanvas}</p>
    </div>
  );
}
