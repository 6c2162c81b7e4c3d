import type { PathTyped, TypedNode } from "../typed/typed-node.ts";

/** Paths that are known to hold a value. */
export type KnownPaths = readonly string[];

/** What follows from a condition: the paths that hold a value when it is true, and when it is false. */
export interface Facts {
  readonly whenTrue: KnownPaths;
  readonly whenFalse: KnownPaths;
}

export const noFacts: Facts = { whenTrue: [], whenFalse: [] };

/** More is not remembered: the work stays linear in the length of a chain. */
const maximumPaths = 50;

/** Both sets of paths together. */
export function union(left: KnownPaths, right: KnownPaths): KnownPaths {
  if (right.length === 0 || left.length >= maximumPaths) return left;
  return left.length === 0 ? right : [...left, ...right];
}

export function conjunctionFacts(left: Facts, right: Facts): Facts {
  return { whenTrue: union(left.whenTrue, right.whenTrue), whenFalse: [] };
}

export function disjunctionFacts(left: Facts, right: Facts): Facts {
  return { whenTrue: [], whenFalse: union(left.whenFalse, right.whenFalse) };
}

export function negatedFacts({ whenTrue, whenFalse }: Facts): Facts {
  return { whenTrue: whenFalse, whenFalse: whenTrue };
}

/** The text of a path without the entities that may stand between its steps. */
export function pathKey(path: PathTyped): string {
  switch (path.kind) {
    case "variable":
      return `$${path.name}`;
    case "attribute":
      return `${pathKey(path.object)}/${path.attribute.name}`;
    default:
      return `${pathKey(path.object)}/${path.association.name}`;
  }
}

/** The path that a node is, if it is one. */
export function asPath(node: TypedNode): PathTyped | undefined {
  const isPath = node.kind === "variable" || node.kind === "attribute" || node.kind === "association";
  return isPath ? node : undefined;
}

/**
 * Whether a number, date or truth value may be empty as far as is known: a variable of which the scope says so, or
 * an attribute that starts empty; not where an earlier condition has excluded it.
 */
export function canBeEmpty(node: TypedNode, known: KnownPaths): boolean {
  const path = asPath(node.kind === "toDecimal" ? node.operand : node);
  if (!path || path.kind === "association") return false;
  const startsEmpty = path.kind === "variable" ? path.canBeEmpty : path.attribute.initialValue === null;
  return startsEmpty && !known.includes(pathKey(path));
}
