import type { ErrorHandling, JsonValue } from "@rivulet/model";

/** An element without its place: its kind, its fields and, for a loop, what is inside. */
export interface ElementSketch {
  readonly kind: string;
  readonly fields?: Readonly<Record<string, JsonValue>>;
  readonly body?: DrawingSketch;
  readonly caption?: string;
  readonly isDisabled?: boolean;
  readonly errorHandling?: ErrorHandling;
}

/**
 * Elements by a key of their own and the flows between them. Keys are unique in the whole microflow; the id of an
 * element is `Module.Microflow.key`.
 *
 * A flow is written as a chain: `"start > check"`, `"check true> add > end"`, `"check A|(empty)> other"` for two
 * outcomes on one flow, `"call !> handler"` for an error handler. Left out, the elements are joined in their order.
 */
export interface DrawingSketch {
  readonly elements: Readonly<Record<string, ElementSketch>>;
  readonly flows?: readonly string[];
}

/**
 * A microflow in few words. `start` and `end` are there without being named, unless `isBare`; parameters stand in
 * `parameters` by name, with their type as `parseDataType` reads it.
 */
export interface MicroflowSketch extends DrawingSketch {
  readonly parameters?: Readonly<Record<string, string>>;
  /** Type of the result, `Nothing` when left out. */
  readonly returns?: string;
  /** Expression of the end event that is there by itself. */
  readonly result?: string;
  readonly allowedRoles?: readonly string[];
  readonly isInternal?: boolean;
  readonly folder?: string;
  /** Neither start nor end are added. */
  readonly isBare?: boolean;
}
