import type { PageView, WidgetView } from "@rivulet/pages/view";

/** The texts of one object, with the key of it. */
export interface ShownRow {
  readonly key: string;
  readonly cells: readonly string[];
}

/** What a data widget shows with real data: the texts of each row, or why there are none. */
export type ShownRows =
  | { readonly rows: readonly ShownRow[]; readonly total: number }
  | { readonly failure: string };

/** The texts of a widget and of those in it. */
function* textsOf(view: WidgetView): Generator<string> {
  if (view.kind === "text") yield view.text;
  else if (view.kind === "button") yield view.caption;
  else if (view.kind === "failure") yield view.message;
  else if ("value" in view) yield `${view.label}: ${String(view.value)}`;
  else for (const child of childrenOf(view)) yield* textsOf(child);
}

function childrenOf(view: WidgetView): readonly WidgetView[] {
  if (view.kind === "listView") return view.rows.flatMap(({ children }) => children);
  return "children" in view ? (view.children ?? []) : [];
}

function cells(children: readonly WidgetView[]): string[] {
  return children.flatMap((child) => [...textsOf(child)]).filter((text) => text !== "");
}

function rowsOf(view: WidgetView): ShownRows | undefined {
  if (view.kind === "failure") return { failure: view.message };
  if (view.kind === "listView")
    return {
      rows: view.rows.map(({ object, children }) => ({ key: object, cells: cells(children) })),
      total: view.total,
    };
  if (view.kind !== "dataView") return undefined;
  return view.children
    ? { rows: [{ key: view.id, cells: cells(view.children) }], total: 1 }
    : { rows: [], total: 0 };
}

/** What the data widgets of a page show, by their ids; of one that stands in rows, what its first one shows. */
export function shownRows({ widgets }: Pick<PageView, "widgets">): ReadonlyMap<string, ShownRows> {
  const found = new Map<string, ShownRows>();
  const collect = (views: readonly WidgetView[]) => {
    for (const view of views) {
      const rows = rowsOf(view);
      if (rows && !found.has(view.id)) found.set(view.id, rows);
      collect(childrenOf(view));
    }
  };
  collect(widgets);
  return found;
}
