import type { ScopeVariable } from "@rivulet/expressions";
import type { WidgetDocument } from "@rivulet/model";
import type { EntityObject, QualifiedName, Value } from "@rivulet/values";

/** What stands around a widget: the page with its arguments, and the object of the data widget that holds it. */
export interface Surroundings {
  readonly page: WidgetDocument;
  readonly parameters: Readonly<Record<string, EntityObject>>;
  readonly context: ContextObject | undefined;
  /** Variables that are there besides. */
  readonly more?: readonly { readonly variable: ScopeVariable; readonly value: Value }[];
}

/** The object of a data widget, with the entity that the widget is declared for. */
export interface ContextObject {
  readonly entity: QualifiedName;
  readonly object: EntityObject;
}
