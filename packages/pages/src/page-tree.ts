import type { ProjectIndex, WidgetRecord } from "@rivulet/model";
import { readWidgetField } from "./fields/field-values.ts";

/** The widgets of a page or widget, in the order in which they stand. */
export function widgetsIn(parent: string, index: ProjectIndex): WidgetRecord[] {
  return index
    .children(parent)
    .filter((record) => record.type === "widget")
    .toSorted((left, right) =>
      left.order === right.order ? Number(left.id > right.id) * 2 - 1 : left.order < right.order ? -1 : 1,
    );
}

/** All widgets of a page, each before those in it. */
export function* widgetsOfPage(page: string, index: ProjectIndex): Generator<WidgetRecord> {
  for (const widget of widgetsIn(page, index)) {
    yield widget;
    yield* widgetsOfPage(widget.id, index);
  }
}

/** Ids of a snippet and of all that it calls, and that those call. */
export function snippetsCalledBy(snippet: string, index: ProjectIndex): ReadonlySet<string> {
  const called = new Set([snippet]);
  // The set grows while it is walked.
  for (const id of called) {
    for (const widget of widgetsOfPage(id, index)) {
      const call = readWidgetField("snippet", widget.fields["snippet"]);
      const record = call && index.snippet(call.snippet);
      if (record) called.add(record.id);
    }
  }
  return called;
}
