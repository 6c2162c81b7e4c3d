import type { ElementRecord } from "@rivulet/model";
import type { ActivityDefinition } from "./definition.ts";

/**
 * What people call an element: the caption that somebody wrote, else the label of its kind.
 *
 * @example captionOf(catalog.find(element.kind), element) // "Create object"
 */
export function captionOf(definition: ActivityDefinition | undefined, element: ElementRecord): string {
  return element.caption ?? definition?.label ?? element.kind;
}
