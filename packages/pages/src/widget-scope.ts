import type { ExpressionScope, ScopeVariable } from "@rivulet/expressions";
import type { PageRecord, ProjectIndex, WidgetRecord } from "@rivulet/model";
import type { DataType, QualifiedName } from "@rivulet/values";
import { type DataSource, readWidgetField } from "./fields/field-values.ts";
import { findWidget } from "./widget-catalog.ts";

/** Name of the variable that holds the object of the data widget around. */
export const currentObject = "currentObject";

/** The entity of the objects that a data source gives; `undefined` when something in it is wrong. */
export function entityOfSource(
  source: DataSource,
  page: PageRecord,
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
      return page.parameters?.find(({ name }) => name === source.parameter)?.entity;
  }
}

/** The data source of a widget, by the definition of its kind. */
export function sourceOf(widget: WidgetRecord): DataSource | undefined {
  const field = findWidget(widget.kind)?.fields.find(({ kind }) => kind === "dataSource");
  return field && readWidgetField("dataSource", widget.fields[field.name]);
}

/** The entity of the object around a widget: that of the nearest data widget which holds it. */
export function contextEntity(
  widget: WidgetRecord,
  page: PageRecord,
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

/** The variables of expressions in a page, in a fixed order: the order of their slots. */
export function pageVariables(page: PageRecord, context: QualifiedName | undefined): ScopeVariable[] {
  const parameters = (page.parameters ?? []).map(
    ({ name, entity }): ScopeVariable => ({
      name,
      type: { kind: "object", entity },
    }),
  );
  if (context === undefined) return parameters;
  return [...parameters, { name: currentObject, type: { kind: "object", entity: context } }];
}

/** What expressions in a page can use: its parameters, and `$currentObject` inside a data widget. */
export function scopeOf(
  page: PageRecord,
  context: QualifiedName | undefined,
  index: ProjectIndex,
): ExpressionScope {
  const variables = new Map(pageVariables(page, context).map((variable) => [variable.name, variable]));
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
