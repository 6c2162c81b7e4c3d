import { elementReferences, readField } from "@rivulet/activities";
import type { ElementRecord } from "@rivulet/model";
import type { StructureCheck } from "./structure-check.ts";

/** The names that elements use, whatever they mean by them. */
function usedNames({ analysis, context }: StructureCheck): Set<string> {
  const used = new Set<string>();
  for (const { element } of analysis.graph.nodes.values()) {
    for (const { kind, name, isDeclaration } of elementReferences(element, context)) {
      if (kind === "variable" && !isDeclaration) used.add(name);
    }
  }
  return used;
}

/**
 * What a connector does outside counts, whether its answer is used or not; and a new object that is linked to another
 * one is found there.
 */
function isUsefulAlone({ kind, fields }: ElementRecord): boolean {
  if (kind !== "createObject") return kind.includes(".");
  return (readField("memberAssignments", fields["members"]) ?? []).some(({ member }) => member.includes("."));
}

/** Variables that an activity makes and nothing uses. Parameters are the caller's, iterators the loop's. */
export function checkUnusedVariables(check: StructureCheck): void {
  const used = usedNames(check);
  for (const { name, element, field, reach } of check.analysis.variables) {
    if (reach !== "after" || used.has(name) || isUsefulAlone(element)) continue;
    const message = `Nothing uses $${name}. Use it, or remove the activity.`;
    check.report.add({ code: "unused-variable", record: element.id, field, message });
  }
}
