import { specialVariable, type VariableFault } from "@rivulet/activities";
import { closestName } from "@rivulet/expressions";
import { unreachable } from "@rivulet/values";
import { elementTitle } from "../graph/element-title.ts";
import type { Availability } from "./element-scope.ts";

/** The reason and the way out for a variable that exists, but not here. */
function reasonOf(availability: Exclude<Availability, { readonly kind: "available" | "unknown" }>): string {
  if (availability.kind === "no-error") {
    return "it exists only where every way comes from an error handler. Use it before the ways join, or keep what you need of it in a variable that is made earlier";
  }
  const maker = elementTitle(availability.maker);
  switch (availability.kind) {
    case "own":
      return `it is made by ${maker} itself. Use another variable`;
    case "later":
      return `${maker} makes it later. Move that activity before this one`;
    case "some-ways":
      return `${maker} makes it on only some of the ways that lead here. Create it before the ways part`;
    case "other-way":
      return `${maker} makes it on a way that does not lead here. Create it before the ways part`;
    case "inside":
      return `it exists only inside ${elementTitle(availability.container)}. Create a variable or list before the loop and change it inside`;
    case "when-failed":
      return `${maker} does not make it when it fails, and then a way leads here. Create it before that activity`;
    case "disabled":
      return `${maker}, which makes it, is disabled. Enable it`;
    default:
      return unreachable(availability);
  }
}

/**
 * Why a variable cannot be used, in words (style rule 8); `undefined` when it can. `names` are those that can be used.
 *
 * @example "$Order is not available here: "Create object" makes it later. Move that activity before this one."
 */
export function variableFault(
  name: string,
  availability: Availability,
  names: () => readonly string[],
): VariableFault | undefined {
  if (availability.kind === "available") return undefined;
  if (availability.kind === "unknown") {
    const special = specialVariable(name);
    if (special) return { code: "variable-not-available", message: `$${name} ${special.meaning}.` };
    const closest = closestName(name, names());
    const wayOut =
      closest === undefined
        ? "Create it in an earlier activity, or use another one."
        : `Did you mean $${closest}?`;
    return { code: "unknown-variable", message: `There is no variable $${name}. ${wayOut}`, closest };
  }
  const message = `$${name} is not available here: ${reasonOf(availability)}.`;
  return { code: "variable-not-available", message };
}
