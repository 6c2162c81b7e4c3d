import type { WidgetDocument } from "@rivulet/model";
import { type WidgetGroup, widgetDefinitions, widgetGroups } from "@rivulet/pages";
import { useMemo, useState } from "react";
import { pageMessages } from "../messages/page-messages.ts";
import { useProject } from "../project/use-project.tsx";
import { ToolboxFrame, type ToolGroup } from "../toolbox/toolbox-frame.tsx";
import { widgetKindDragType } from "./drag-widget.ts";
import { addToFrontPage } from "./front-page.ts";
import { WidgetIcon } from "./widget-icon.tsx";
import { canStandIn } from "./widget-place.ts";

/** The widgets that a query finds and that can stand in a document, by their groups. */
function widgetTools(document: WidgetDocument["type"], query: string): readonly ToolGroup[] {
  const wanted = query.trim().toLowerCase();
  const found = widgetDefinitions.filter(
    (definition) =>
      canStandIn(definition, { type: document }) && definition.label.toLowerCase().includes(wanted),
  );
  return (Object.keys(widgetGroups) as WidgetGroup[]).flatMap((group) => {
    const tools = found
      .filter((widget) => widget.group === group)
      .map((definition) => ({
        kind: definition.kind,
        label: definition.label,
        summary: definition.summary,
        icon: <WidgetIcon definition={definition} />,
      }));
    return tools.length === 0 ? [] : [{ label: widgetGroups[group].label, tools }];
  });
}

/** What can be put on a page: dragged there, or added with Enter or a double click. */
export function WidgetToolbox({ document }: { document: WidgetDocument["type"] }) {
  const project = useProject();
  const [query, setQuery] = useState("");
  const groups = useMemo(() => widgetTools(document, query), [document, query]);
  return (
    <ToolboxFrame
      query={query}
      onQuery={setQuery}
      groups={groups}
      texts={{
        search: pageMessages.search,
        nothingFound: pageMessages.nothingFound(query),
        hint: pageMessages.toolboxHint,
      }}
      dragType={widgetKindDragType}
      onAdd={(kind) => addToFrontPage(kind, project)}
    />
  );
}
