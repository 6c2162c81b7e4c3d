import { isMenuIcon, menuIcons } from "@rivulet/pages/icons";

/** The icon of an item of the menu; a name that is not known shows none. */
export function MenuIcon({ name }: { readonly name: string | undefined }) {
  if (!isMenuIcon(name)) return <span className="menu-no-icon" aria-hidden />;
  const Icon = menuIcons[name];
  return <Icon size={16} aria-hidden />;
}
