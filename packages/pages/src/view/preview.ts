import type { PageView } from "./view.ts";

/*
 * What the studio and the application say to each other where the studio shows a page with real data: the application
 * draws it in a frame of the studio's, as it does everywhere, and does nothing else with it.
 */

/** Where the application waits to be told what it shows. */
export const previewAddress = "/app/preview";

/** What the studio asks to be shown. */
export interface ShownPreview {
  readonly kind: "preview";
  readonly page: PageView;
  readonly colorScheme: "light" | "dark";
  /** Id of the widget that is outlined. */
  readonly selected: string | undefined;
}

/** What the application says: that it can show a page, and that somebody has clicked on a widget. */
export type PreviewAnswer =
  | { readonly kind: "ready" }
  | { readonly kind: "selected"; readonly widget: string };
