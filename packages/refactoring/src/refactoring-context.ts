import type { ActivityCatalog, ReferenceKind } from "@rivulet/activities";
import type { ElementRecord, MicroflowRecord, ProjectIndex } from "@rivulet/model";
import type { DataType } from "@rivulet/values";

/** Types of the variables where an element stands. */
export type VariableTypes = (name: string) => DataType | undefined;

/** What a refactoring looks at. */
export interface RefactoringContext {
  readonly index: ProjectIndex;
  readonly catalog: ActivityCatalog;
  /**
   * Tells the types of variables; asked for when a microflow is looked at. Without it, attributes of variables
   * (`$Order/Total`) are not found; everything that is written with its whole name is.
   */
  readonly variablesAt?: (microflow: MicroflowRecord, element: ElementRecord) => VariableTypes;
  /** Whether a record belongs to somebody else: what connectors use is neither listed nor changed. */
  readonly isReadOnly?: (id: string) => boolean;
}

/** Something that gets another name; both names are whole. */
export interface NameChange {
  readonly kind: RefactoringTarget["kind"];
  readonly from: string;
  readonly to: string;
}

/** What is looked for: an entity, an attribute (`Sales.Order.Total`), a constant ... with its whole name. */
export interface RefactoringTarget {
  readonly kind: Exclude<ReferenceKind, "variable">;
  readonly name: string;
}
