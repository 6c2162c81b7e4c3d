/** The icons that an item of the menu can have: what the project saves, and what studio and application draw. */
export const menuIconNames = [
  "bell",
  "box",
  "calendar",
  "chart",
  "clipboard",
  "database",
  "document",
  "folder",
  "home",
  "layers",
  "dashboard",
  "list",
  "mail",
  "package",
  "search",
  "settings",
  "cart",
  "star",
  "table",
  "tag",
  "user",
  "users",
] as const;

/** The name of an icon of the menu. */
export type MenuIconName = (typeof menuIconNames)[number];
