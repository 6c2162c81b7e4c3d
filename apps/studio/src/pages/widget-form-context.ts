import type { ExpressionScope } from "@rivulet/expressions";
import type { ProjectIndex, WidgetDocument, WidgetRecord } from "@rivulet/model";
import type { PageFinding } from "@rivulet/pages";
import type { AttributeShape } from "@rivulet/values";
import { createContext, useContext } from "react";

/** What the editors of a widget's fields share. */
export interface WidgetForm {
  readonly page: WidgetDocument;
  readonly widget: WidgetRecord;
  readonly index: ProjectIndex;
  readonly isReadOnly: boolean;
  /** What expressions of the widget can use. */
  readonly scope: ExpressionScope;
  /** What the condition of an input can use: `$value` too. */
  readonly valueScope: ExpressionScope;
  /** Entity of the object around the widget. */
  readonly context: string | undefined;
  /** The attribute that the widget shows. */
  readonly attribute: AttributeShape | undefined;
  readonly findings: readonly PageFinding[];
}

export const WidgetFormContext = createContext<WidgetForm | undefined>(undefined);

/** The form around. Throws outside of one: a mistake of the program. */
export function useWidgetForm(): WidgetForm {
  const form = useContext(WidgetFormContext);
  if (!form) throw new Error("A field of a widget stands outside of its form.");
  return form;
}

/** What is wrong at a place of the widget: a field, or something in it. */
export function useProblemAt(field: string): string | undefined {
  const { findings } = useWidgetForm();
  return findings.find((finding) => finding.field === field)?.message;
}
