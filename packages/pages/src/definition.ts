import type { WidgetDocument } from "@rivulet/model";
import type { WidgetField } from "./fields/field.ts";

/** Groups of the widget toolbox, in their order. */
export const widgetGroups = {
  structure: { label: "Structure" },
  text: { label: "Text" },
  data: { label: "Data" },
  input: { label: "Input" },
  action: { label: "Actions" },
  navigation: { label: "Navigation" },
  layout: { label: "Layout" },
} as const;

/** The group that a widget is in. */
export type WidgetGroup = keyof typeof widgetGroups;

/**
 * A widget, declared once: toolbox, properties, checks, references, the running page and the documentation read this.
 * Strict JSON.
 */
export interface WidgetDefinition {
  /** Saved as the widget's `kind`. */
  readonly kind: string;
  readonly label: string;
  readonly group: WidgetGroup;
  /** Name of an icon of the icon set. */
  readonly icon: string;
  /** One sentence. */
  readonly summary: string;
  readonly fields: readonly WidgetField[];
  /** Whether other widgets can stand in it. */
  readonly holdsWidgets: boolean;
  /** The kinds of documents that it can stand in; in all of them when left out. */
  readonly standsIn?: readonly WidgetDocument["type"][];
  /** Kind of the widgets that it is made of: it holds only these, and they stand nowhere else. A new one has `count`. */
  readonly parts?: { readonly kind: string; readonly count: number };
}

/**
 * Declares a widget.
 *
 * @example export const text = defineWidget({ kind: "text", label: "Text", group: "text", ... })
 */
export function defineWidget<const Definition extends WidgetDefinition>(definition: Definition): Definition {
  return definition;
}
