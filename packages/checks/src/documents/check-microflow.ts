import { checkFields, unknownInType } from "@rivulet/activities";
import type { MicroflowRecord } from "@rivulet/model";
import { analyseMicroflow } from "../scope/analyse-microflow.ts";
import { checkBeginnings } from "../structure/beginnings.ts";
import { checkDuplicateVariables } from "../structure/duplicate-variables.ts";
import { checkErrorHandling } from "../structure/error-handling.ts";
import { checkIncompleteObjects } from "../structure/incomplete-objects.ts";
import { checkKeyedObjects } from "../structure/keyed-objects.ts";
import { checkNamedTables } from "../structure/named-tables.ts";
import { checkOutcomes } from "../structure/outcomes.ts";
import { checkPlacement } from "../structure/placement.ts";
import { checkReachability } from "../structure/reachability.ts";
import { checkRefusedFlows } from "../structure/refused-flows.ts";
import type { StructureCheck } from "../structure/structure-check.ts";
import { checkUnusedVariables } from "../structure/unused-variables.ts";
import { checkWaysOn } from "../structure/ways-on.ts";
import { checkFolder } from "./check-folder.ts";
import type { DocumentCheck } from "./document-check.ts";

/** The rules about the drawing, in the order in which their problems are listed. */
const structureRules: readonly ((check: StructureCheck) => void)[] = [
  checkBeginnings,
  checkPlacement,
  checkRefusedFlows,
  checkWaysOn,
  checkOutcomes,
  checkErrorHandling,
  checkReachability,
  checkDuplicateVariables,
  checkUnusedVariables,
  checkIncompleteObjects,
  checkKeyedObjects,
  checkNamedTables,
];

function checkAllowedRoles(microflow: MicroflowRecord, { context: { index }, report }: DocumentCheck): void {
  const module = index.records.get(microflow.parent);
  if (module?.type !== "module") return;
  for (const [position, role] of microflow.allowedRoles.entries()) {
    if (module.roles.some(({ name }) => name === role)) continue;
    const message = `${module.name} has no module role ${role}. Roles of a microflow are those of its own module: choose another one or remove it.`;
    report.add({ code: "unknown-role", record: microflow.id, field: `allowedRoles[${position}]`, message });
  }
}

function checkElements({ analysis, context, report }: StructureCheck): void {
  const { microflow } = analysis;
  for (const { element, definition, isSkipped } of analysis.graph.nodes.values()) {
    if (!definition || isSkipped) continue;
    const scope = analysis.scopeAt(element.id);
    for (const finding of checkFields({ definition, element, microflow, index: context.index, scope })) {
      report.add({ record: element.id, ...finding });
    }
  }
}

function checkAnnotationFlows({ document, context: { index }, report }: DocumentCheck): void {
  for (const record of document.records) {
    if (record.type !== "annotationFlow") continue;
    if (index.records.has(record.from) && index.records.has(record.to)) continue;
    const message = "This line joins an annotation with an element that does not exist. Remove it.";
    report.add({ code: "dangling-annotation", record: record.id, message });
  }
}

/** A microflow: its drawing, the fields of its elements, and what it says about itself. */
export function checkMicroflow(check: DocumentCheck): void {
  const { context, report } = check;
  for (const record of check.document.records) {
    if (record.type !== "microflow") continue;
    checkFolder(record, check);
    checkAllowedRoles(record, check);
    const unknown = unknownInType(record.returnType, "returnType", context.index);
    if (unknown) report.add({ record: record.id, ...unknown });
    const structure = { analysis: analyseMicroflow(record, context), context, report };
    for (const rule of structureRules) rule(structure);
    checkElements(structure);
  }
  checkAnnotationFlows(check);
}
