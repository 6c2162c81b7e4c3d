import type { ProjectIndex, WidgetDocument, WidgetRecord } from "@rivulet/model";
import type { QualifiedName, Value } from "@rivulet/values";
import type { AppAccess } from "../access/roles.ts";
import type { PageExpressions } from "./page-expressions.ts";

/** What an opened page needs of the world around it. */
export interface PagePorts {
  readonly index: ProjectIndex;
  readonly access: AppAccess;
  readonly expressions: PageExpressions;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /**
   * Runs a microflow that gives a widget its data to its end; what it asks of the screen is not done. Arguments by the names of its parameters.
   *
   * @throws {PageFailure} when it fails
   */
  readonly runMicroflow: (
    microflow: QualifiedName,
    values: Readonly<Record<string, Value>>,
    at: { readonly document: WidgetDocument; readonly widget: WidgetRecord },
  ) => Promise<Value>;
}
