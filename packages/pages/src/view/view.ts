/*
 * What the browser gets of a page: texts that are ready to be shown and nothing else. No object, no attribute that
 * the page does not show, no expression, no name of a microflow. A click goes back as the id of the widget with the
 * key of the object that it stood for.
 */

import type { InputView } from "./inputs.ts";

export * from "./boolean-captions.ts";
export type * from "./inputs.ts";
export * from "./preview.ts";

/** A widget as it is shown. `name` is its name in the page; `id` is what a click sends back. */
interface WidgetViewBase {
  readonly id: string;
  readonly name: string;
}

/** Other widgets, together. */
export interface ContainerView extends WidgetViewBase {
  readonly kind: "container";
  readonly look: "column" | "row" | "card" | "header";
  readonly children: readonly WidgetView[];
}

/** A text. */
export interface TextView extends WidgetViewBase {
  readonly kind: "text";
  readonly render: "text" | "paragraph" | "label" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6";
  readonly text: string;
}

/** Columns side by side. */
export interface GridView extends WidgetViewBase {
  readonly kind: "layoutGrid";
  readonly gap: "none" | "small" | "normal" | "large";
  readonly children: readonly WidgetView[];
}

/** A column, as wide as its parts of twelve say on each size of screen. */
export interface ColumnView extends WidgetViewBase {
  readonly kind: "gridColumn";
  readonly parts: { readonly phone: number; readonly tablet: number; readonly desktop: number };
  readonly children: readonly WidgetView[];
}

/** A picture; without an alternative text it only adorns. */
export interface ImageView extends WidgetViewBase {
  readonly kind: "image";
  readonly picture:
    | { readonly kind: "icon"; readonly icon: string }
    | { readonly kind: "file"; readonly data: string };
  readonly alternative: string;
  readonly size: "small" | "medium" | "large" | "full";
}

/** The menu of the application, which came with its frame. */
export interface MenuView extends WidgetViewBase {
  readonly kind: "menu";
  readonly look: "bar" | "tree";
}

/** The place for the page in a layout. */
export interface PlaceholderView extends WidgetViewBase {
  readonly kind: "placeholder";
}

/** The window, divided into regions. */
export interface RegionsView extends WidgetViewBase {
  readonly kind: "regions";
  readonly children: readonly WidgetView[];
}

/** A region at an edge of the window, or in its middle. */
export interface RegionView extends WidgetViewBase {
  readonly kind: "region";
  readonly side: "top" | "left" | "center" | "right" | "bottom";
  readonly children: readonly WidgetView[];
}

/** What a snippet shows. */
export interface SnippetView extends WidgetViewBase {
  readonly kind: "snippet";
  readonly children: readonly WidgetView[];
}

/** A button; `link` is the address that it opens by itself. */
export interface ButtonView extends WidgetViewBase {
  readonly kind: "button";
  readonly look: "default" | "primary" | "danger" | "link";
  readonly caption: string;
  readonly confirmation?: string;
  /** What is shown while it runs: beside the page, or over it so that nothing else can be done. */
  readonly progress?: { readonly kind: "beside" | "over"; readonly message: string };
  readonly link?: string;
  /** Key of the object around; `undefined` where there is none. */
  readonly object?: string;
}

/** One row of a list: the key of its object, and the widgets that show it. */
export interface RowView {
  readonly object: string;
  readonly children: readonly WidgetView[];
}

/** What is beyond the rows of a list that are shown. `total` counts all, where that is known. */
export type ListRest =
  | { readonly kind: "none" }
  /** More of them at a click. A list that is read page by page does not know how many. */
  | { readonly kind: "more"; readonly total?: number }
  /** As many rows are shown as a list can show, and there are more. */
  | { readonly kind: "full"; readonly total?: number };

/** More rows of a list. */
export interface MoreRows {
  readonly rows: readonly RowView[];
  readonly rest: ListRest;
}

/** A list with its first rows. */
export interface ListView extends WidgetViewBase {
  readonly kind: "listView";
  readonly rows: readonly RowView[];
  readonly rest: ListRest;
  readonly emptyText: string;
  /** Whether a click on a row does something. */
  readonly isClickable: boolean;
  /** Key of this list, with which more rows are asked for. */
  readonly list: string;
}

/** One object, or the text that stands there when there is none. */
export interface DataView extends WidgetViewBase {
  readonly kind: "dataView";
  readonly children: readonly WidgetView[] | undefined;
  readonly emptyText: string;
}

/** What stands in the place of a widget that could not be shown. */
export interface FailureView extends WidgetViewBase {
  readonly kind: "failure";
  readonly message: string;
}

/** A widget as it is shown. */
export type WidgetView =
  | ContainerView
  | GridView
  | ColumnView
  | ImageView
  | MenuView
  | PlaceholderView
  | RegionsView
  | RegionView
  | SnippetView
  | TextView
  | ButtonView
  | ListView
  | DataView
  | FailureView
  | InputView;

/** A page as it is shown. */
export interface PageView {
  /** `Module.Name`, for the address. */
  readonly page: string;
  /** Key of this opening of the page; clicks in it name it. */
  readonly opening: string;
  readonly title: string;
  /** `sidebar`, `topBar` or `popup`; the qualified name of a layout of the project, which is asked for apart. */
  readonly layout: string;
  readonly widgets: readonly WidgetView[];
}

export * from "./menu-icons.ts";

/** A file that the browser saves under a name; `data` is base64 where it is binary. */
export interface DownloadStep {
  readonly kind: "download";
  readonly fileName: string;
  readonly data: string;
  readonly isBinary: boolean;
}

/** Something that the browser does after an action. */
export type ClientStep =
  /** A page that is open has changed. */
  | { readonly kind: "refresh"; readonly page: PageView }
  /** Another page is shown. */
  | { readonly kind: "show"; readonly page: PageView }
  | { readonly kind: "showHome" }
  /** Whoever has signed in is so no longer. */
  | { readonly kind: "signOut" }
  /** The page with this key is closed; what was under it is shown anew. */
  | { readonly kind: "close"; readonly opening: string }
  | {
      readonly kind: "message";
      readonly level: "information" | "warning" | "error";
      readonly text: string;
      /** Whether it has to be read and closed before anything else can be done. */
      readonly isBlocking: boolean;
    }
  | DownloadStep;

/** What came of an action: done by the browser in this order. */
export interface ActionAnswer {
  readonly steps: readonly ClientStep[];
}

/** An item of the menu that the present role may use. */
export interface MenuItemView {
  readonly id: string;
  readonly caption: string;
  readonly icon?: string;
  /** The page that it shows, for its address. */
  readonly page?: string;
  readonly link?: string;
  readonly items: readonly MenuItemView[];
}

/** The frame of the application for the present role. */
export interface AppView {
  readonly title: string;
  /** Page that opens first; none when the role may see none. */
  readonly homePage?: string;
  readonly menu: readonly MenuItemView[];
  /** The user role as which the application is shown; none while security is off. */
  readonly userRole?: string;
  /** The user roles that can be tried; empty while security is off. */
  readonly userRoles: readonly string[];
  /** The demo users in whose place the user may try it, who may change the project; left out where there are none. */
  readonly demoUsers?: readonly string[];
  /** The demo user in whose place it is shown. */
  readonly demoUser?: string;
  /** Whether the user has any role here, or needs none. */
  readonly hasRoles: boolean;
  /** Name of whoever has signed in. */
  readonly person?: string;
  /** Whether the user may look at the project in the studio. */
  readonly isAuthor?: boolean;
}

/** An open page after the project has changed: as it is shown then, or why it cannot be any more. */
export type ResumedPage =
  | { readonly opening: string; readonly page: PageView }
  | { readonly opening: string; readonly reason: string };

/** The application after the project has changed. */
export interface ResumedApp {
  readonly app: AppView;
  readonly pages: readonly ResumedPage[];
  /** What was typed and has no place any more, as sentences. */
  readonly lost: readonly string[];
}
