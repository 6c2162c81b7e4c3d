import type { MenuItem, ProjectIndex } from "@rivulet/model";
import { isWebAddress } from "../opened/plain-view.ts";
import type { AppView, MenuItemView } from "../view/view.ts";
import { mayUse } from "./may-use.ts";
import { type AppAccess, accessOf } from "./roles.ts";

function itemViews(
  menu: readonly MenuItem[],
  parent: string | undefined,
  { access, index, depth }: { access: AppAccess; index: ProjectIndex; depth: number },
): MenuItemView[] {
  if (depth > maximumMenuDepth) return [];
  return menu.flatMap((item) => {
    if (item.parent !== parent) return [];
    const items = itemViews(menu, item.id, { access, index, depth: depth + 1 });
    const { id, caption, icon, action } = item;
    const isShown = items.length > 0 || (action !== undefined && mayUse(action, access, index));
    if (!isShown) return [];
    return [
      {
        id,
        caption,
        items,
        ...(icon === undefined ? {} : { icon }),
        ...(action?.kind === "showPage" ? { page: action.page } : {}),
        ...(action?.kind === "openLink" && isWebAddress(action.address) ? { link: action.address } : {}),
      },
    ];
  });
}

/** Levels of the menu that are shown. */
const maximumMenuDepth = 3;

/** The page with which the application opens for a role: the first that it may see. */
function homePageOf(
  userRoles: readonly string[],
  access: AppAccess,
  index: ProjectIndex,
): string | undefined {
  const { homePage, roleHomePages = [] } = index.settings?.navigation ?? {};
  const own = roleHomePages.filter((row) => userRoles.includes(row.userRole)).map(({ page }) => page);
  return [...own, ...(homePage === undefined ? [] : [homePage])].find((name) => {
    const page = index.page(name);
    return page !== undefined && access.mayOpen(page);
  });
}

/** As whom the application is used. */
export interface AppUser {
  /** The user roles that count, together. */
  readonly userRoles: readonly string[];
  /** The roles among which the user may choose one. */
  readonly choices: readonly string[];
  /** The demo users in whose place the user may act. */
  readonly demoUsers?: readonly string[];
  /** The one in whose place the user acts. */
  readonly demoUser?: string | undefined;
  /** Name of whoever has signed in. */
  readonly person?: string | undefined;
  /** Whether the user may look at the project in the studio. */
  readonly isAuthor?: boolean;
}

/**
 * The frame of the application for a user: its title, where it opens, and the items of the menu that the user may use.
 *
 * @example appView({ userRoles: ["User"], choices: [] }, index).menu.map(({ caption }) => caption) // ["Table overview"]
 */
export function appView(user: AppUser, index: ProjectIndex): AppView {
  const { userRoles, choices, demoUsers = [], demoUser, person, isAuthor } = user;
  const access = accessOf(userRoles, index);
  const { settings } = index;
  const homePage = homePageOf(userRoles, access, index);
  const isOff = settings?.security.level === "off";
  const [userRole] = userRoles;
  return {
    title: settings?.navigation?.title ?? settings?.name ?? "Rivulet",
    ...(homePage === undefined ? {} : { homePage }),
    menu: itemViews(settings?.navigation?.menu ?? [], undefined, { access, index, depth: 1 }),
    ...(userRole === undefined || userRoles.length > 1 ? {} : { userRole }),
    userRoles: isOff ? [] : choices,
    ...(demoUsers.length === 0 ? {} : { demoUsers }),
    ...(demoUser === undefined ? {} : { demoUser }),
    hasRoles: isOff || userRoles.length > 0,
    ...(person === undefined ? {} : { person }),
    ...(isAuthor ? { isAuthor } : {}),
  };
}
