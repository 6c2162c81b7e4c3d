import {
  Bell,
  Box,
  Calendar,
  ChartBar,
  ClipboardList,
  Database,
  FileText,
  Folder,
  House,
  Layers,
  LayoutDashboard,
  List,
  type LucideIcon,
  Mail,
  Package,
  Search,
  Settings,
  ShoppingCart,
  Star,
  Table,
  Tag,
  User,
  Users,
} from "lucide-react";
import type { MenuIconName } from "../view/menu-icons.ts";

/** The icons that items of the menu and images can have, as studio and application draw them. */
export const menuIcons: Readonly<Record<MenuIconName, LucideIcon>> = {
  bell: Bell,
  box: Box,
  calendar: Calendar,
  chart: ChartBar,
  clipboard: ClipboardList,
  database: Database,
  document: FileText,
  folder: Folder,
  home: House,
  layers: Layers,
  dashboard: LayoutDashboard,
  list: List,
  mail: Mail,
  package: Package,
  search: Search,
  settings: Settings,
  cart: ShoppingCart,
  star: Star,
  table: Table,
  tag: Tag,
  user: User,
  users: Users,
};

/** Whether a name is that of an icon; a project can name others. */
export function isMenuIcon(name: string | undefined): name is MenuIconName {
  return name !== undefined && Object.hasOwn(menuIcons, name);
}
