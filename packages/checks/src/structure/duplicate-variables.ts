import { elementTitle } from "../graph/element-title.ts";
import type { StructureCheck } from "./structure-check.ts";

/** Names that two elements claim, and variables that nothing uses. */
export function checkDuplicateVariables({ analysis, report }: StructureCheck): void {
  for (const { name, element, field } of analysis.duplicates) {
    const first = analysis.variablesByName.get(name);
    const owner = first && analysis.graph.nodes.get(first.element.id);
    const title = owner ? elementTitle(owner) : "another element";
    const message = `The name $${name} is taken by ${title}. Names are unique in a whole microflow, also on different ways and inside loops: choose another one.`;
    report.add({ code: "duplicate-variable", record: element.id, field, message });
  }
}
