import type { MenuItem } from "@rivulet/model";

/** Levels of the menu that the application shows. */
const maximumMenuDepth = 3;

/** An item of the menu as a row of its editor. */
export interface MenuRow {
  readonly item: MenuItem;
  /** 1 for an item at the top. */
  readonly depth: number;
  /** Among the items beside it. */
  readonly position: number;
  readonly count: number;
  readonly hasItems: boolean;
}

/** Where an item goes: into another one or to the top, before one of those there or at the end. */
export interface MenuPlace {
  readonly parent: string | undefined;
  readonly before?: string | undefined;
}

/** The items in another one, or at the top. One whose parent is gone is at the top, where everybody finds it. */
export function itemsIn(menu: readonly MenuItem[], parent: string | undefined): readonly MenuItem[] {
  const ids = new Set(menu.map(({ id }) => id));
  return menu.filter(
    (item) => (item.parent !== undefined && ids.has(item.parent) ? item.parent : undefined) === parent,
  );
}

/** The menu from top to bottom, each item before those in it. Items that go round in a circle are left out. */
export function menuRows(menu: readonly MenuItem[], parent?: string, depth = 1): readonly MenuRow[] {
  // Nothing is deeper than there are items: a longer way goes round in a circle.
  if (depth > menu.length) return [];
  const items = itemsIn(menu, parent);
  return items.flatMap((item, position) => {
    const inside = menuRows(menu, item.id, depth + 1);
    return [{ item, depth, position, count: items.length, hasItems: inside.length > 0 }, ...inside];
  });
}

/** How many levels an item has with all that is in it. */
function heightOf(menu: readonly MenuItem[], id: string): number {
  return 1 + Math.max(0, ...menuRows(menu, id).map(({ depth }) => depth));
}

function depthOf(menu: readonly MenuItem[], id: string | undefined): number {
  return id === undefined ? 0 : (menuRows(menu).find(({ item }) => item.id === id)?.depth ?? 0);
}

/** Whether an item can go into another one: not into itself, and no deeper than the application shows. */
export function canMoveInto(menu: readonly MenuItem[], id: string, parent: string | undefined): boolean {
  if (parent === undefined) return true;
  const isInside = parent === id || menuRows(menu, id).some(({ item }) => item.id === parent);
  return !isInside && depthOf(menu, parent) + heightOf(menu, id) <= maximumMenuDepth;
}

/** The menu with an item at another place; the same menu when it cannot go there. */
export function withItemAt(menu: readonly MenuItem[], id: string, place: MenuPlace): readonly MenuItem[] {
  const found = menu.find((item) => item.id === id);
  if (!found || place.before === id || !canMoveInto(menu, id, place.parent)) return menu;
  const { parent: _before, ...rest } = found;
  const moved: MenuItem = place.parent === undefined ? rest : { ...rest, parent: place.parent };
  const others = menu.filter((item) => item.id !== id);
  const at = others.findIndex((item) => item.id === place.before);
  return at === -1 ? [...others, moved] : others.toSpliced(at, 0, moved);
}

/** Where an item goes one place up or down among those beside it; `undefined` at the end. */
export function stepPlace(menu: readonly MenuItem[], { id }: MenuItem, by: 1 | -1): MenuPlace | undefined {
  const row = menuRows(menu).find(({ item }) => item.id === id);
  if (!row) return undefined;
  const { parent } = row.item;
  const siblings = itemsIn(menu, row.depth === 1 ? undefined : parent);
  const at = row.position + by;
  if (at < 0 || at >= siblings.length) return undefined;
  return { parent: row.depth === 1 ? undefined : parent, before: siblings[by === 1 ? at + 1 : at]?.id };
}

/** Where an item goes one level deeper: to the end of the one before it. */
export function indentPlace(menu: readonly MenuItem[], { id }: MenuItem): MenuPlace | undefined {
  const row = menuRows(menu).find(({ item }) => item.id === id);
  const before = row && itemsIn(menu, row.depth === 1 ? undefined : row.item.parent)[row.position - 1];
  return before && canMoveInto(menu, id, before.id) ? { parent: before.id } : undefined;
}

/** Where an item goes one level up: behind the one that it is in. */
export function outdentPlace(menu: readonly MenuItem[], { id }: MenuItem): MenuPlace | undefined {
  const rows = menuRows(menu);
  const row = rows.find(({ item }) => item.id === id);
  const above = row && row.depth > 1 ? rows.find(({ item }) => item.id === row.item.parent) : undefined;
  if (!above) return undefined;
  const parent = above.depth === 1 ? undefined : above.item.parent;
  return { parent, before: itemsIn(menu, parent)[above.position + 1]?.id };
}
