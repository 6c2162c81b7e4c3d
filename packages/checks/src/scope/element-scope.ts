import type { FieldScope, VariableFault } from "@rivulet/activities";
import type { DataType } from "@rivulet/values";
import type { FlowNode } from "../graph/flow-graph.ts";
import type { AvailableVariable } from "./microflow-variable.ts";

/** Whether a name can be used where an element stands, and if not, why; `maker` is what makes the variable. */
export type Availability =
  | { readonly kind: "available"; readonly variable: AvailableVariable }
  /** No activity of the microflow makes it. */
  | { readonly kind: "unknown" }
  /** The element itself makes it. */
  | { readonly kind: "own"; readonly maker: FlowNode }
  /** It is made later than the element. */
  | { readonly kind: "later"; readonly maker: FlowNode }
  /** It is made on some of the ways that lead to the element, not on all. */
  | { readonly kind: "some-ways"; readonly maker: FlowNode }
  /** It is made on a way that does not lead to the element. */
  | { readonly kind: "other-way"; readonly maker: FlowNode }
  /** It exists only inside the body of `container`. */
  | { readonly kind: "inside"; readonly maker: FlowNode; readonly container: FlowNode }
  /** What makes it may have failed on the way that leads to the element. */
  | { readonly kind: "when-failed"; readonly maker: FlowNode }
  /** It is an error that is handled, and the element does not stand behind error handlers only. */
  | { readonly kind: "no-error" }
  /** What makes it is disabled. */
  | { readonly kind: "disabled"; readonly maker: FlowNode };

/**
 * The variables that exist whenever an element is executed, on every way to it. An expression scope: expressions of
 * the element are parsed, checked, completed and compiled against it.
 */
export interface ElementScope extends FieldScope {
  variable(name: string): AvailableVariable | undefined;
  /** Type of an available variable, if it can be told. */
  typeOf(name: string): DataType | undefined;
  /** All of them, the nearest first and the special ones last. */
  variables(): Iterable<AvailableVariable>;
  /** Why a name can or cannot be used here. */
  availability(name: string): Availability;
  /** The same in words; `undefined` when the name can be used. */
  fault(name: string): VariableFault | undefined;
}
