import { type ProjectRecord, type WidgetDocument, widgetDocumentTypes } from "@rivulet/model";

const documentTypes = ["microflow", "page", "pageLayout", "snippet", "enumeration", "constant"] as const;

/** A record that is a document with a tab of its own. */
export type TabDocument = Extract<ProjectRecord, { readonly type: (typeof documentTypes)[number] }>;

/** Whether a record is a document that has a tab of its own. */
export function isTabDocument(record: ProjectRecord | undefined): record is TabDocument {
  return documentTypes.some((type) => type === record?.type);
}

/** What a tab shows. Everything is named by its id, also a module, so that a tab outlives a renaming. */
export type TabTarget =
  | { readonly kind: "microflow"; readonly id: string }
  | { readonly kind: "domainModel"; readonly module: string }
  | { readonly kind: "enumeration"; readonly id: string }
  | { readonly kind: "constant"; readonly id: string }
  | { readonly kind: "page" | "pageLayout" | "snippet"; readonly id: string }
  | { readonly kind: "navigation" }
  | { readonly kind: "settings" }
  | { readonly kind: "security" }
  | { readonly kind: "data" }
  | { readonly kind: "runs" }
  | { readonly kind: "people" }
  | { readonly kind: "keys" }
  | { readonly kind: "audit" };

/** What shows a document that holds widgets. */
export type WidgetTarget = Extract<TabTarget, { readonly kind: WidgetDocument["type"] }>;

/** Whether a tab shows a document that holds widgets. */
export function isWidgetTarget(target: TabTarget): target is WidgetTarget {
  return widgetDocumentTypes.some((type) => type === target.kind);
}

/** Whether a tab shows something that is drawn, with parts to select and to add; else it is a form or a list. */
export function isDrawing({ kind }: TabTarget): boolean {
  return kind === "microflow" || kind === "domainModel" || widgetDocumentTypes.some((type) => type === kind);
}

/** The tabs that are open, in their order, and the one in front. */
export interface Tabs {
  readonly tabs: readonly TabTarget[];
  readonly activeTab: string | undefined;
}

/** Key of a tab: the same target is open only once. */
export function tabKey(target: TabTarget): string {
  if (target.kind === "domainModel") return `domainModel:${target.module}`;
  return "id" in target ? `${target.kind}:${target.id}` : target.kind;
}

/** The tabs with one more in front, or with the one in front that is open already. */
export function withTab({ tabs }: Tabs, target: TabTarget): Tabs {
  const key = tabKey(target);
  const isOpen = tabs.some((tab) => tabKey(tab) === key);
  return { tabs: isOpen ? tabs : [...tabs, target], activeTab: key };
}

/** The tabs without one. When it was in front, its right neighbour is then, else its left one. */
export function withoutTab({ tabs, activeTab }: Tabs, key: string): Tabs {
  const at = tabs.findIndex((tab) => tabKey(tab) === key);
  const rest = tabs.filter((tab) => tabKey(tab) !== key);
  const neighbour = rest[Math.min(at, rest.length - 1)];
  return { tabs: rest, activeTab: activeTab === key ? neighbour && tabKey(neighbour) : activeTab };
}

/** The tabs of which the target still exists. */
export function existingTabs(all: Tabs, exists: (target: TabTarget) => boolean): Tabs {
  const gone = all.tabs.filter((tab) => !exists(tab)).map(tabKey);
  return gone.reduce(withoutTab, all);
}

/** The tab that is `by` steps beside the one in front, round and round. */
export function neighbourTab({ tabs, activeTab }: Tabs, by: 1 | -1): string | undefined {
  const at = tabs.findIndex((tab) => tabKey(tab) === activeTab);
  const next = tabs[(at + by + tabs.length) % tabs.length];
  return next && tabKey(next);
}
