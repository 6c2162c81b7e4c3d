import type { ItemJson } from "./attribute.ts";

/** What somebody wants to do with an item. */
export type ItemAct =
  | { readonly kind: "add" }
  /** A new one that begins as another. */
  | { readonly kind: "duplicate"; readonly item: ItemJson }
  /** With the field of an attribute to begin in. */
  | { readonly kind: "open"; readonly item: ItemJson; readonly attribute?: string | undefined }
  | { readonly kind: "delete"; readonly item: ItemJson }
  | { readonly kind: "use"; readonly item: ItemJson };
