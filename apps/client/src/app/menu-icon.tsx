import type { MenuIconName } from "@rivulet/pages/view";
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

/** The icons of the menu as they are drawn. */
const icons: Readonly<Record<MenuIconName, LucideIcon>> = {
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

/** The icon of an item of the menu; a name that is not known shows none. */
export function MenuIcon({ name }: { readonly name: string | undefined }) {
  const Icon = name !== undefined && Object.hasOwn(icons, name) ? icons[name as MenuIconName] : undefined;
  return Icon ? <Icon size={16} aria-hidden /> : <span className="menu-no-icon" aria-hidden />;
}
