import type { ExpressionScope } from "@rivulet/expressions";
import type { ElementRecord } from "@rivulet/model";
import type { MicroflowVariable } from "./microflow-variable.ts";

/** Whether a name can be used where an element stands, and if not, why. */
export type Availability =
  | { readonly kind: "available"; readonly variable: MicroflowVariable }
  /** No activity of the microflow makes it. */
  | { readonly kind: "unknown" }
  /** The element itself makes it. */
  | { readonly kind: "own"; readonly variable: MicroflowVariable }
  /** It is made later than the element. */
  | { readonly kind: "later"; readonly variable: MicroflowVariable }
  /** It is made on some of the ways that lead to the element, not on all. */
  | { readonly kind: "some-ways"; readonly variable: MicroflowVariable }
  /** It is made on a way that does not lead to the element. */
  | { readonly kind: "other-way"; readonly variable: MicroflowVariable }
  /** It exists only inside the body of `container`. */
  | { readonly kind: "inside"; readonly variable: MicroflowVariable; readonly container: ElementRecord }
  /** The activity that makes it is disabled. */
  | { readonly kind: "disabled"; readonly element: ElementRecord };

/**
 * The variables that exist whenever an element is executed, on every way to it. An expression scope: expressions of
 * the element are parsed, checked, completed and compiled against it.
 */
export interface ElementScope extends ExpressionScope {
  variable(name: string): MicroflowVariable | undefined;
  /** All of them, the nearest first. */
  variables(): Iterable<MicroflowVariable>;
  /** Why a name can or cannot be used here. */
  availability(name: string): Availability;
}
