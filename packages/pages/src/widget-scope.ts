import type { ExpressionScope, ScopeVariable } from "@rivulet/expressions";
import type { ProjectIndex, WidgetDocument, WidgetRecord } from "@rivulet/model";
import { type AttributeShape, type DataType, dataTypeOfAttribute, type QualifiedName } from "@rivulet/values";
import { type DataSource, readWidgetField } from "./fields/field-values.ts";
import { findWidget } from "./widget-catalog.ts";

/** Name of the variable that holds the object of the data widget around. */
export const currentObject = "currentObject";

/** Name of the variable that holds what was put into an input, in the condition under which it is valid. */
const inputValue = "value";

/** The objects that a document needs to be shown; a layout needs none. */
export function parametersOf(
  document: WidgetDocument,
): readonly { readonly name: string; readonly entity: QualifiedName }[] {
  return document.type === "pageLayout" ? [] : (document.parameters ?? []);
}

/** The entity of the objects that a data source gives; `undefined` when something in it is wrong. */
export function entityOfSource(
  source: DataSource,
  page: WidgetDocument,
  index: ProjectIndex,
): QualifiedName | undefined {
  switch (source.kind) {
    case "microflow": {
      const type = index.microflow(source.microflow)?.returnType;
      return type && "entity" in type ? type.entity : undefined;
    }
    case "association": {
      const association = index.association(source.association);
      return association && (source.end === "owner" ? association.target : association.owner);
    }
    default:
      return parametersOf(page).find(({ name }) => name === source.parameter)?.entity;
  }
}

/** The data source of a widget, by the definition of its kind. */
export function sourceOf(widget: WidgetRecord): DataSource | undefined {
  const field = findWidget(widget.kind)?.fields.find(({ kind }) => kind === "dataSource");
  return field && readWidgetField("dataSource", widget.fields[field.name]);
}

/** The entity of the object around a widget: that of the nearest data widget which holds it. */
export function contextEntity(
  widget: Pick<WidgetRecord, "parent">,
  page: WidgetDocument,
  index: ProjectIndex,
): QualifiedName | undefined {
  let parent = index.records.get(widget.parent);
  for (let steps = 0; parent?.type === "widget" && steps < index.records.size; steps += 1) {
    const source = sourceOf(parent);
    if (source) return entityOfSource(source, page, index);
    parent = index.records.get(parent.parent);
  }
  return undefined;
}

/** The name of the attribute that an input shows; `undefined` for other widgets, and while none is chosen. */
export function attributeOf(widget: WidgetRecord): string | undefined {
  const field = findWidget(widget.kind)?.fields.find(({ kind }) => kind === "attribute");
  return field && readWidgetField("attribute", widget.fields[field.name]);
}

/** The attribute that an input shows of an entity. */
export function shownAttribute(
  widget: WidgetRecord,
  entity: QualifiedName | undefined,
  index: ProjectIndex,
): AttributeShape | undefined {
  const name = attributeOf(widget);
  if (name === undefined || entity === undefined) return undefined;
  return index.shape(entity)?.attributesByName.get(name);
}

/** `$value` in the condition of an input. */
export function valueVariable({ type }: AttributeShape): ScopeVariable {
  return { name: inputValue, type: dataTypeOfAttribute(type) };
}

/** The variables of expressions in a page, in a fixed order: the order of their slots. */
export function pageVariables(
  page: WidgetDocument,
  context: QualifiedName | undefined,
  more: readonly ScopeVariable[] = [],
): ScopeVariable[] {
  const parameters = parametersOf(page).map(
    ({ name, entity }): ScopeVariable => ({
      name,
      type: { kind: "object", entity },
    }),
  );
  if (context === undefined) return [...parameters, ...more];
  return [...parameters, { name: currentObject, type: { kind: "object", entity: context } }, ...more];
}

/** Where an expression of a page stands. */
export interface PagePlace {
  readonly page: WidgetDocument;
  readonly context: QualifiedName | undefined;
  /** Variables that are there besides. */
  readonly more?: readonly ScopeVariable[];
}

/** What expressions in a page can use: its parameters, and `$currentObject` inside a data widget. */
export function scopeOf({ page, context, more }: PagePlace, index: ProjectIndex): ExpressionScope {
  const variables = new Map(pageVariables(page, context, more).map((variable) => [variable.name, variable]));
  return { model: index, variable: (name) => variables.get(name), variables: () => variables.values() };
}

/** The text that gives an argument its value: what is written, else the object around when its entity fits. */
export function argumentOf(
  { written, type }: { readonly written: string | undefined; readonly type: DataType | undefined },
  { context, index }: { readonly context: QualifiedName | undefined; readonly index: ProjectIndex },
): string | undefined {
  if (written !== undefined && written.trim() !== "") return written;
  const fits = type?.kind === "object" && context !== undefined && index.isKindOf(context, type.entity);
  return fits ? `$${currentObject}` : undefined;
}
