import { checkExpression } from "@rivulet/activities";
import type { ExpressionType, ScopeVariable } from "@rivulet/expressions";
import type { ProjectIndex, WidgetDocument, WidgetRecord } from "@rivulet/model";
import type { DataType, QualifiedName } from "@rivulet/values";
import { contextEntity, scopeOf } from "../widget-scope.ts";
import type { PageFinding } from "./page-finding.ts";

/** The check of one widget: what it reads, and where it tells what it found. */
export class WidgetCheck {
  readonly page: WidgetDocument;
  readonly widget: WidgetRecord;
  readonly index: ProjectIndex;
  /** Entity of the object around the widget. */
  readonly context: QualifiedName | undefined;
  readonly findings: PageFinding[] = [];

  constructor(widget: WidgetRecord, page: WidgetDocument, index: ProjectIndex) {
    this.page = page;
    this.widget = widget;
    this.index = index;
    this.context = contextEntity(widget, page, index);
  }

  add(finding: Omit<PageFinding, "record">): void {
    this.findings.push({ record: this.widget.id, ...finding });
  }

  /**
   * Checks an expression at a place of the widget, and tells its type. In a list's own click the object is one of its
   * rows.
   */
  expression(
    text: string,
    { field, expected, context = this.context, more = [] }: ExpressionPlace,
  ): ExpressionType {
    const scope = scopeOf({ page: this.page, context, more }, this.index);
    const checked = checkExpression(text, [expected], scope);
    for (const { code, from, to, message } of checked.problems) this.add({ code, field, from, to, message });
    return checked.type;
  }
}

/** Where an expression stands and what it must be; any type will do without one. */
export interface ExpressionPlace {
  readonly field: string;
  readonly expected?: DataType | undefined;
  readonly context?: QualifiedName | undefined;
  readonly more?: readonly ScopeVariable[];
}
