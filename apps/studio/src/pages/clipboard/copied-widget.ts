import type { ProjectIndex, WidgetRecord } from "@rivulet/model";
import { widgetsOfPage } from "@rivulet/pages";
import { readCopiedText, recordsIn } from "../../clipboard/copied-text.ts";
import { pageMessages } from "../../messages/page-messages.ts";

const format = "rivulet-widgets";

/** Widgets with all that is in them, as text for the clipboard; `undefined` for none. None of them stands in another one. */
export function copyWidgets(copied: readonly WidgetRecord[], index: ProjectIndex): string | undefined {
  if (copied.length === 0) return undefined;
  const widgets = copied.flatMap((widget) => [widget, ...widgetsOfPage(widget.id, index)]);
  return JSON.stringify({ format, version: 1, widgets }, undefined, 1);
}

/** A widget on the clipboard, and those in it, each after the one that holds it. */
export interface CopiedWidget {
  readonly widget: WidgetRecord;
  readonly inside: readonly WidgetRecord[];
}

/** What a text on the clipboard is; a sentence when it is no widget. */
export type ReadWidgets =
  | { readonly kind: "widgets"; readonly copied: readonly [CopiedWidget, ...CopiedWidget[]] }
  | { readonly kind: "refused"; readonly message: string };

/** Reads text from the clipboard, whoever put it there. */
export function readCopiedWidgets(text: string): ReadWidgets {
  const words = pageMessages.copied;
  const read = readCopiedText(text, { format, words });
  if (read.kind === "refused") return read;
  const damaged = { kind: "refused", message: words.isDamaged } as const;
  const copied: { widget: WidgetRecord; inside: WidgetRecord[] }[] = [];
  const known = new Set<string>();
  for (const record of recordsIn(read.json["widgets"], ["widget"]) ?? []) {
    if (known.has(record.id)) return damaged;
    // What stands in none of those before begins anew.
    const last = copied.at(-1);
    const isInside =
      last !== undefined && [last.widget, ...last.inside].some(({ id }) => id === record.parent);
    if (isInside) last.inside.push(record);
    else if (known.has(record.parent)) return damaged;
    else copied.push({ widget: record, inside: [] });
    known.add(record.id);
  }
  const [first, ...others] = copied;
  return first ? { kind: "widgets", copied: [first, ...others] } : damaged;
}
