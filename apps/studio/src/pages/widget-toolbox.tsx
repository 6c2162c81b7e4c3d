import { TextInput } from "@mantine/core";
import type { WidgetDocument } from "@rivulet/model";
import { type WidgetGroup, widgetDefinitions, widgetGroups } from "@rivulet/pages";
import { Search } from "lucide-react";
import { useState } from "react";
import { pageMessages } from "../messages/page-messages.ts";
import { toolboxMessages } from "../messages/toolbox-messages.ts";
import { useProject } from "../project/use-project.tsx";
import { useSearchList } from "../search/use-search-list.ts";
import { EmptyPane } from "../shell/empty-pane.tsx";
import { widgetKindDragType } from "./drag-widget.ts";
import { addToFrontPage } from "./front-page.ts";
import { WidgetIcon } from "./widget-icon.tsx";
import { canStandIn } from "./widget-place.ts";

/** What can be put on a page: dragged there, or added with Enter or a double click. */
export function WidgetToolbox({ document }: { document: WidgetDocument["type"] }) {
  const project = useProject();
  const [query, setQuery] = useState("");
  const wanted = query.trim().toLowerCase();
  const widgets = widgetDefinitions.filter(
    (definition) =>
      canStandIn(definition, { type: document }) && definition.label.toLowerCase().includes(wanted),
  );
  const add = (position: number) => {
    const widget = widgets[position];
    if (widget) addToFrontPage(widget.kind, project);
  };
  const list = useSearchList({ query, count: widgets.length, onChoose: add });
  const groups = Object.entries(widgetGroups) as [WidgetGroup, { readonly label: string }][];
  return (
    <div className="rv-toolbox">
      <div className="rv-toolbox-head">
        <TextInput
          leftSection={<Search size={14} />}
          aria-label={pageMessages.search}
          placeholder={pageMessages.search}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
          {...list.inputProps}
        />
      </div>
      {widgets.length === 0 && <EmptyPane text={pageMessages.nothingFound(query)} />}
      <div className="rv-toolbox-list" aria-label={toolboxMessages.list} {...list.listProps}>
        {groups.map(([group, { label }]) => {
          const members = widgets.filter((widget) => widget.group === group);
          if (members.length === 0) return null;
          return (
            <div key={group} role="group" aria-label={label} className="rv-toolbox-group">
              <div className="rv-toolbox-heading" role="presentation">
                {label}
              </div>
              {members.map((widget) => {
                const option = list.optionProps(widgets.indexOf(widget));
                return (
                  <div
                    key={widget.kind}
                    {...option}
                    // Said again where the linter can see it.
                    role="option"
                    aria-selected={option["aria-selected"]}
                    tabIndex={-1}
                    className="rv-toolbox-item"
                    title={widget.summary}
                    draggable
                    data-testid={`toolbox-item-${widget.kind}`}
                    onDragStart={(event) => {
                      event.dataTransfer.setData(widgetKindDragType, widget.kind);
                      event.dataTransfer.effectAllowed = "copy";
                    }}
                    onDoubleClick={() => add(widgets.indexOf(widget))}
                  >
                    <WidgetIcon definition={widget} />
                    <span className="rv-toolbox-label">{widget.label}</span>
                  </div>
                );
              })}
            </div>
          );
        })}
      </div>
      <p className="rv-toolbox-hint">{pageMessages.toolboxHint}</p>
    </div>
  );
}
