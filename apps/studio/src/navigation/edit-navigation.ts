import type { DocumentStore } from "@rivulet/document";
import { type MenuItem, type Navigation, newRecordId } from "@rivulet/model";
import { navigationMessages } from "../messages/navigation-messages.ts";
import { type MenuPlace, withItemAt } from "./menu-tree.ts";

const { steps } = navigationMessages;

/** The navigation of a project that has none yet. */
export const noNavigation: Navigation = { menu: [] };

function change(
  store: DocumentStore,
  { label, mergeKey }: { readonly label: string; readonly mergeKey?: string },
  edit: (navigation: Navigation) => Navigation,
): void {
  const settings = store.get("project");
  if (settings?.type !== "project") return;
  store.transact(
    label,
    (transaction) =>
      transaction.update("project", "project", { navigation: edit(settings.navigation ?? noNavigation) }),
    mergeKey === undefined ? {} : { mergeKey },
  );
}

/** Title of the application; the project's name again when it is empty. */
export function setApplicationTitle(store: DocumentStore, title: string): void {
  change(store, { label: steps.title, mergeKey: "navigation.title" }, ({ title: _before, ...rest }) =>
    title === "" ? rest : { ...rest, title },
  );
}

/** The page with which the application opens. */
export function setHomePage(store: DocumentStore, page: string | undefined): void {
  change(store, { label: steps.homePage }, ({ homePage: _before, ...rest }) =>
    page === undefined ? rest : { ...rest, homePage: page },
  );
}

/** Adds an item at the end of the menu; returns its id. */
export function addMenuItem(store: DocumentStore): string {
  const id = newRecordId();
  change(store, { label: steps.add }, (navigation) => ({
    ...navigation,
    menu: [...navigation.menu, { id, caption: navigationMessages.suggestion }],
  }));
  return id;
}

/** Changes an item; a member that is `undefined` is taken away. */
export function changeMenuItem(
  store: DocumentStore,
  item: MenuItem,
  changes: { readonly [Key in keyof MenuItem]?: MenuItem[Key] | undefined },
): void {
  const changed = Object.fromEntries(
    Object.entries({ ...item, ...changes }).filter(([, value]) => value !== undefined),
  ) as unknown as MenuItem;
  const key = Object.keys(changes).join();
  change(store, { label: steps.change(item.caption), mergeKey: `menu.${item.id}.${key}` }, (navigation) => ({
    ...navigation,
    menu: navigation.menu.map((each) => (each.id === item.id ? changed : each)),
  }));
}

/** Puts an item, with those in it, to another place in the menu. */
export function putMenuItem(store: DocumentStore, item: MenuItem, place: MenuPlace): void {
  change(store, { label: steps.move(item.caption) }, (navigation) => ({
    ...navigation,
    menu: [...withItemAt(navigation.menu, item.id, place)],
  }));
}

/** Other home pages for some user roles; none are left out of the file. */
export function setRoleHomePages(store: DocumentStore, rows: NonNullable<Navigation["roleHomePages"]>): void {
  change(store, { label: steps.roleHomePages }, ({ roleHomePages: _before, ...rest }) =>
    rows.length === 0 ? rest : { ...rest, roleHomePages: [...rows] },
  );
}

/** Deletes an item; those in it move one level up. */
export function deleteMenuItem(store: DocumentStore, item: MenuItem): void {
  change(store, { label: steps.delete(item.caption) }, (navigation) => ({
    ...navigation,
    menu: navigation.menu.flatMap((each) => {
      if (each.id === item.id) return [];
      const { parent, ...rest } = each;
      if (parent !== item.id) return [each];
      return [item.parent === undefined ? rest : { ...rest, parent: item.parent }];
    }),
  }));
}
