import type { FieldProblemCode } from "@rivulet/activities";
import type { JsonValue } from "@rivulet/model";

/** What can be wrong with a page or the navigation. */
export type PageProblemCode =
  | FieldProblemCode
  | "unknown-role"
  | "unknown-widget"
  | "duplicate-widget-name"
  | "not-a-container"
  | "not-a-list"
  | "not-one-object"
  | "unknown-parameter"
  | "no-object-around"
  | "missing-template-argument"
  | "wrong-format"
  | "screen-activity-in-source"
  | "paging-without-list"
  | "list-never-goes-on"
  | "role-may-not-run"
  | "role-may-not-read"
  | "wrong-attribute-type"
  | "page-needs-object"
  | "misplaced-placeholder"
  | "layout-without-placeholder"
  | "snippet-in-itself"
  | "menu-item-without-target"
  | "menu-item-with-both";

/** A finding in a page or in the navigation, where it is, and where there is one the value that mends it. */
export interface PageFinding {
  readonly code: PageProblemCode;
  readonly record: string;
  /** Name of the field with the position in it: `content.arguments[0]`. */
  readonly field: string;
  /** Range in the text of an expression, in UTF-16 code units. */
  readonly from?: number;
  readonly to?: number;
  readonly message: string;
  readonly fix?: { readonly label: string; readonly value: JsonValue };
}
