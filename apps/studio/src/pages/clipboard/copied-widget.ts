import type { ProjectIndex, WidgetRecord } from "@rivulet/model";
import { widgetsOfPage } from "@rivulet/pages";
import { readCopiedText, recordsIn } from "../../clipboard/copied-text.ts";
import { pageMessages } from "../../messages/page-messages.ts";

const format = "rivulet-widgets";

/** A widget with all that is in it, as text for the clipboard; `undefined` when it is gone. */
export function copyWidget(id: string, index: ProjectIndex): string | undefined {
  const widget = index.records.get(id);
  if (widget?.type !== "widget") return undefined;
  return JSON.stringify({ format, version: 1, widgets: [widget, ...widgetsOfPage(id, index)] }, undefined, 1);
}

/** What a text on the clipboard is; a sentence when it is no widget. */
export type ReadWidget =
  /** The widget, and those in it, each after the one that holds it. */
  | { readonly kind: "widget"; readonly widget: WidgetRecord; readonly inside: readonly WidgetRecord[] }
  | { readonly kind: "refused"; readonly message: string };

/** Reads text from the clipboard, whoever put it there. */
export function readCopiedWidget(text: string): ReadWidget {
  const words = pageMessages.copied;
  const read = readCopiedText(text, { format, words });
  if (read.kind === "refused") return read;
  const [widget, ...inside] = recordsIn(read.json["widgets"], ["widget"]) ?? [];
  const damaged = { kind: "refused", message: words.isDamaged } as const;
  if (!widget) return damaged;
  const known = new Set([widget.id]);
  for (const { id, parent } of inside) {
    if (known.has(id) || !known.has(parent)) return damaged;
    known.add(id);
  }
  return { kind: "widget", widget, inside };
}
