import { Group, ScrollArea, Text } from "@mantine/core";
import { activityGroups, captionOf } from "@rivulet/activities";
import type { ProjectRecord } from "@rivulet/model";
import { findWidget } from "@rivulet/pages";
import type { ReactNode } from "react";
import { ActivityIcon } from "../canvas/activity-icon.tsx";
import { laterView } from "../controls/later-view.tsx";
import { dialogMessages } from "../messages/dialog-messages.ts";
import { pageMessages } from "../messages/page-messages.ts";
import { useProject, useRecord } from "../project/use-project.tsx";
import { isWidgetTarget } from "../workspace/tabs.ts";
import { type TabTarget, tabKey, useSelection, useWorkspace } from "../workspace/workspace.ts";
import "./properties-pane.css";

/** The forms. The first screen does without them: the toolbox stands before them. */
export const properties = {
  element: laterView(async () => (await import("./element-properties.tsx")).ElementProperties),
  microflow: laterView(async () => (await import("./microflow-properties.tsx")).MicroflowProperties),
  flow: laterView(async () => (await import("./flow-properties.tsx")).FlowProperties),
  entity: laterView(async () => (await import("../domain-model/entity-properties.tsx")).EntityProperties),
  association: laterView(
    async () => (await import("../domain-model/association-properties.tsx")).AssociationProperties,
  ),
  page: laterView(async () => (await import("../pages/page-properties.tsx")).PageProperties),
  part: laterView(async () => (await import("../pages/part-properties.tsx")).PartProperties),
  widget: laterView(async () => (await import("../pages/widget-properties.tsx")).WidgetProperties),
};

function Hint({ children }: { children: ReactNode }) {
  return (
    <Text size="sm" c="dimmed" ta="center" mt={48} px="lg">
      {children}
    </Text>
  );
}

/** What a record's properties are called, and the properties. */
function describe(record: ProjectRecord): { readonly title: string; readonly body: ReactNode } | undefined {
  switch (record.type) {
    case "element":
      return { title: "", body: <properties.element.View key={record.id} element={record} /> };
    case "sequenceFlow":
      return {
        title: dialogMessages.sequenceFlow,
        body: <properties.flow.View key={record.id} flow={record} />,
      };
    case "microflow":
      return { title: record.name, body: <properties.microflow.View key={record.id} microflow={record} /> };
    case "entity":
      return { title: record.name, body: <properties.entity.View key={record.id} entity={record} /> };
    case "association":
      return {
        title: record.name,
        body: <properties.association.View key={record.id} association={record} />,
      };
    case "page":
      return { title: record.name, body: <properties.page.View key={record.id} page={record} /> };
    case "pageLayout":
    case "snippet":
      return { title: record.name, body: <properties.part.View key={record.id} document={record} /> };
    case "widget":
      return {
        title: findWidget(record.kind)?.label ?? record.kind,
        body: <properties.widget.View key={record.id} widget={record} />,
      };
    default:
      return undefined;
  }
}

function useAnyRecord(id: string): ProjectRecord | undefined {
  const project = useProject();
  const present = project.record(id);
  // One hook for each type would do the same; the record's own type is asked for.
  return useRecord(present?.type ?? "element", id);
}

function Heading({ record, title }: { record: ProjectRecord; title: string }) {
  const project = useProject();
  if (record.type !== "element") return <h2 className="rv-properties-title">{title}</h2>;
  const definition = project.catalog.find(record.kind);
  return (
    <Group gap="sm" wrap="nowrap" className="rv-properties-heading">
      <ActivityIcon definition={definition} size={28} />
      <div>
        <h2 className="rv-properties-title">{captionOf(definition, record)}</h2>
        {definition && <p className="rv-properties-kind">{activityGroups[definition.group].label}</p>}
      </div>
    </Group>
  );
}

function RecordProperties({ id }: { id: string }) {
  const record = useAnyRecord(id);
  const described = record && describe(record);
  if (!record || !described) return <Hint>{dialogMessages.nothingToSet}</Hint>;
  return (
    <ScrollArea h="100%" type="auto" scrollbars="y">
      <section className="rv-properties" aria-label={dialogMessages.properties} data-testid="properties">
        <Heading record={record} title={described.title} />
        {described.body}
      </section>
    </ScrollArea>
  );
}

/** The record that has properties while nothing is selected: the document itself. */
function documentOf(target: TabTarget): string | undefined {
  return target.kind === "microflow" || isWidgetTarget(target) ? target.id : undefined;
}

function PropertiesOf({ target }: { target: TabTarget }) {
  const selection = useSelection(tabKey(target));
  const [only] = selection;
  if (selection.length > 1) {
    const several = isWidgetTarget(target) ? pageMessages.selected : dialogMessages.severalSelected;
    return <Hint>{several(selection.length)}</Hint>;
  }
  const id = only ?? documentOf(target);
  if (id === undefined) return <Hint>{dialogMessages.nothingSelected}</Hint>;
  return <RecordProperties key={id} id={id} />;
}

/** The docked pane: what is selected in the editor in front, or that document itself. Changes count at once. */
export function PropertiesPane() {
  const target = useWorkspace(({ tabs, activeTab }) => tabs.find((tab) => tabKey(tab) === activeTab));
  if (!target) return <Hint>{dialogMessages.nothingOpen}</Hint>;
  return <PropertiesOf key={tabKey(target)} target={target} />;
}
