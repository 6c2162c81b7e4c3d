import type { WidgetRecord } from "@rivulet/model";
import type { pageMessages } from "../messages/page-messages.ts";
import { recordsOf, type TemplateWidget } from "./template-widgets.ts";

/** What a page can begin as. */
export type PageTemplate = keyof (typeof pageMessages)["templates"];

const words = (name: string, content: string, render: string): TemplateWidget => ({
  kind: "text",
  name,
  fields: { content: { text: content, arguments: [] }, render },
});

const header: TemplateWidget = {
  kind: "container",
  name: "container1",
  fields: { look: "header" },
  widgets: [words("text1", "Page title", "h1"), words("text2", "Supporting text", "paragraph")],
};

/** The content of each template, as the original's gallery has them (pages.md B2). */
const templates: Readonly<Record<PageTemplate, readonly TemplateWidget[]>> = {
  blank: [],
  list: [
    header,
    {
      kind: "listView",
      name: "listView1",
      fields: { pageSize: 5, emptyText: "There is nothing here yet." },
      widgets: [words("text3", "List item title", "h2"), words("text4", "Secondary text", "paragraph")],
    },
  ],
  form: [
    header,
    {
      kind: "container",
      name: "container2",
      fields: { look: "card" },
      widgets: [
        {
          kind: "dataView",
          name: "dataView1",
          fields: { emptyText: "There is nothing here yet." },
          widgets: [words("text3", "Details", "h2")],
        },
      ],
    },
  ],
};

/** The widgets of a new page. */
export function templateWidgets(page: string, template: PageTemplate): WidgetRecord[] {
  return recordsOf(page, templates[template]);
}
