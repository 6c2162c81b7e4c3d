import type { ActivityCatalog } from "@rivulet/activities";
import { formOf } from "../geometry.ts";
import type { PlacedElement } from "../placed-elements.ts";
import { producedVariable, subtitleOf } from "../subtitle.ts";
import type { Box } from "./flow-sides.ts";

/** About as wide as a letter of the fonts of the canvas; measuring each text would cost more than it is worth. */
const letter = 7;
const lineHeight = 18;
/** As wide as what is written above or beside an element becomes (element-node.css). */
const widest = 190;

/** What is written outside of an element: the variable below a card, the question above a decision, a result. */
export function writingOf(catalog: ActivityCatalog, { kind, element, box }: PlacedElement): Box | undefined {
  const definition = catalog.find(kind);
  if (!definition) return undefined;
  switch (formOf(kind)) {
    case "card": {
      const variable = producedVariable(definition, element);
      if (variable === undefined) return undefined;
      const width = Math.min(box.width - 20, (variable.length + 1) * letter + 16);
      return { x: box.x + 10, y: box.y + box.height + 4, width, height: lineHeight };
    }
    case "decision": {
      const question = element.caption ?? subtitleOf(definition, element);
      const width = Math.min(widest, question.length * letter);
      if (width === 0) return undefined;
      return {
        x: box.x + (box.width - width) / 2,
        y: box.y - lineHeight - 2,
        width,
        height: lineHeight,
      };
    }
    case "end": {
      const width = Math.min(widest, subtitleOf(definition, element).length * letter);
      if (width === 0) return undefined;
      return {
        x: box.x + box.width + 10,
        y: box.y + (box.height - lineHeight) / 2,
        width,
        height: lineHeight,
      };
    }
    default:
      return undefined;
  }
}
