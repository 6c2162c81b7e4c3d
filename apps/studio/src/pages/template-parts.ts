import type { JsonValue, PageAction } from "@rivulet/model";
import type { TemplateWidget } from "./template-widgets.ts";

/*
 * What templates are written with. The names of the widgets are given when a page is made.
 */

const widget = (
  kind: string,
  fields: TemplateWidget["fields"],
  widgets: readonly TemplateWidget[] = [],
): TemplateWidget => ({ kind, name: kind, fields, widgets });

const template = (words: string): JsonValue => ({ text: words, arguments: [] });
const emptyText = "There is nothing here yet.";

/** A text, as a heading or a paragraph or within a line. */
export const text = (words: string, render = "text"): TemplateWidget =>
  widget("text", { content: template(words), render });

/** A label. */
export const label = (words: string): TemplateWidget => widget("label", { content: template(words) });

/** An icon. */
export const picture = (icon: string, size: "small" | "medium" | "large"): TemplateWidget =>
  widget("image", { picture: { kind: "icon", icon }, alternative: "", size });

/** A button. */
export const button = (caption: string, look: "default" | "primary", onClick: PageAction): TemplateWidget =>
  widget("button", { caption: template(caption), look, onClick: { ...onClick } as JsonValue });

/** What stands at the top of a page. */
export const header = (): TemplateWidget =>
  widget("container", { look: "header" }, [text("Page title", "h1"), text("Supporting text", "paragraph")]);

/** A frame round other widgets. */
export const card = (widgets: readonly TemplateWidget[]): TemplateWidget =>
  widget("container", { look: "card" }, widgets);

/** Widgets side by side. */
export const row = (widgets: readonly TemplateWidget[]): TemplateWidget =>
  widget("container", { look: "row" }, widgets);

/** Columns side by side. */
export const grid = (columns: readonly TemplateWidget[]): TemplateWidget =>
  widget("layoutGrid", { gap: "normal" }, columns);

/** A column, of so many of twelve parts; below each other on a phone. */
export const column = (desktop: number, widgets: readonly TemplateWidget[]): TemplateWidget =>
  widget("gridColumn", { desktop, tablet: Math.min(12, Math.max(desktop, 6)), phone: 12 }, widgets);

/** A list view that gets its data source later. */
export const list = (widgets: readonly TemplateWidget[], pageSize: number): TemplateWidget =>
  widget("listView", { pageSize, emptyText }, widgets);

/** A data view that gets its data source later. */
export const dataView = (widgets: readonly TemplateWidget[]): TemplateWidget =>
  widget("dataView", { emptyText }, widgets);
