import { type MicroflowParameter, microflowParameters } from "@rivulet/activities";
import type { ProjectIndex, WidgetRecord } from "@rivulet/model";
import type { DataType, QualifiedName } from "@rivulet/values";
import { findWidget } from "./widget-catalog.ts";

/** The entity of what a list view tells a data source that it reads page by page, and is told by it. */
export const pagingEntity = "System.Paging";

/** Whether a parameter of this type is given by the list itself. */
export function isPaging(type: DataType | undefined): boolean {
  return type?.kind === "object" && type.entity === pagingEntity;
}

/** The parameter by which a microflow gives its list page by page; `undefined` for one that gives it at once. */
export function pagingParameter(
  microflow: QualifiedName,
  index: ProjectIndex,
): MicroflowParameter | undefined {
  return microflowParameters(microflow, index)?.find(({ type }) => isPaging(type));
}

/** Whether a widget shows many objects, so that its data source may be read page by page. */
export function showsList({ kind }: Pick<WidgetRecord, "kind">): boolean {
  return (
    findWidget(kind)?.fields.some((field) => field.kind === "dataSource" && field.gives === "list") === true
  );
}
