import {
  changeList as changeListDefinition,
  changeObject as changeObjectDefinition,
  changeVariable as changeVariableDefinition,
  createList as createListDefinition,
  createObject as createObjectDefinition,
  createVariable as createVariableDefinition,
  decision as decisionDefinition,
  end as endDefinition,
  errorEvent as errorEventDefinition,
  logMessage as logMessageDefinition,
  loop as loopDefinition,
  type MemberAssignment,
  merge as mergeDefinition,
  microflowCall as microflowCallDefinition,
  retrieveByAssociation as retrieveDefinition,
  start as startDefinition,
} from "@rivulet/activities";
import type { ErrorHandling, JsonValue } from "@rivulet/model";
import type { DrawingSketch, ElementSketch } from "./microflow-sketch.ts";
import { typeFromText } from "./types-from-text.ts";

/** Members as a table: attribute or association, and the expression of its value. */
export type MemberSketch = Readonly<Record<string, string>> | readonly MemberAssignment[];

function members(sketch: MemberSketch): JsonValue {
  if (Array.isArray(sketch)) return sketch as readonly JsonValue[];
  return Object.entries(sketch as Readonly<Record<string, string>>).map(([member, value]) => ({
    member,
    value,
  }));
}

/** Where a run begins. */
export const start: ElementSketch = { kind: startDefinition.kind };

/** Joins flows. */
export const merge: ElementSketch = { kind: mergeDefinition.kind };

/** Where a run ends. @example end("$Total") */
export function end(returnValue?: string): ElementSketch {
  return { kind: endDefinition.kind, fields: returnValue === undefined ? {} : { returnValue } };
}

/** Where a run ends with the error that it handles. */
export const errorEvent: ElementSketch = { kind: errorEventDefinition.kind };

/** A choice. @example decision("$Order/Total > 100") */
export function decision(condition: string): ElementSketch {
  return { kind: decisionDefinition.kind, fields: { condition } };
}

/** A loop over a list. @example loop("OrderList", "Order", { elements: { add: changeVariable("Count", "$Count + 1") } }) */
export function loop(list: string, iterator: string, body: DrawingSketch): ElementSketch {
  return { kind: loopDefinition.kind, fields: { list, iterator }, body };
}

/** @example createObject("Sales.Order", "NewOrder", { Total: "12.5" }) */
export function createObject(entity: string, output: string, sketch: MemberSketch = {}): ElementSketch {
  return { kind: createObjectDefinition.kind, fields: { entity, output, members: members(sketch) } };
}

/** @example changeObject("Order", { Total: "$Order/Total + 1" }) */
export function changeObject(object: string, sketch: MemberSketch): ElementSketch {
  return { kind: changeObjectDefinition.kind, fields: { object, members: members(sketch) } };
}

/** @example retrieve("Order", { association: "Sales.Line_Order", end: "target" }, "LineList") */
export function retrieve(
  from: string,
  association: { readonly association: string; readonly end: "owner" | "target" },
  output: string,
): ElementSketch {
  return { kind: retrieveDefinition.kind, fields: { start: from, association: { ...association }, output } };
}

/** @example createList("Sales.Order", "OrderList") */
export function createList(entity: string, output: string): ElementSketch {
  return { kind: createListDefinition.kind, fields: { entity, output } };
}

/** @example changeList("OrderList", "add", "$NewOrder") */
export function changeList(
  list: string,
  operation: "add" | "remove" | "clear" | "replace",
  value?: string,
): ElementSketch {
  return {
    kind: changeListDefinition.kind,
    fields: { list, operation, ...(value === undefined ? {} : { value }) },
  };
}

/** @example createVariable("Count", "Integer", "0") */
export function createVariable(output: string, type: string, value?: string): ElementSketch {
  const fields = { output, type: typeFromText(type), ...(value === undefined ? {} : { value }) };
  return { kind: createVariableDefinition.kind, fields };
}

/** @example changeVariable("Count", "$Count + 1") */
export function changeVariable(variable: string, value: string): ElementSketch {
  return { kind: changeVariableDefinition.kind, fields: { variable, value } };
}

/** @example call("Sales.SUB_Total", { Order: "$Order" }, "Total") */
export function call(
  microflow: string,
  callArguments: Readonly<Record<string, string>> = {},
  output?: string,
): ElementSketch {
  const fields = { call: { microflow, arguments: { ...callArguments } } };
  return {
    kind: microflowCallDefinition.kind,
    fields: output === undefined ? fields : { ...fields, output },
  };
}

/** @example log("'Total: ' + $Total") */
export function log(message: string): ElementSketch {
  return { kind: logMessageDefinition.kind, fields: { level: "info", message } };
}

/** @example showPage("Sales.Edit", { Order: "$Order" }) */
export function showPage(page: string, given: Readonly<Record<string, string>> = {}): ElementSketch {
  return { kind: "showPage", fields: { page: { page, arguments: { ...given } } } };
}

/** @example showMessage("'Done'", "warning") */
export function showMessage(message: string, level = "information"): ElementSketch {
  return { kind: "showMessage", fields: { level, message, isBlocking: false } };
}

/** @example validationFeedback("Order", "Number", "'It is taken.'") */
export function validationFeedback(object: string, attribute: string, message: string): ElementSketch {
  return { kind: "validationFeedback", fields: { object, attribute, message } };
}

/** @example downloadFile("'orders.csv'", "'1;2'") */
export function downloadFile(fileName: string, content: string): ElementSketch {
  return { kind: "downloadFile", fields: { fileName, content } };
}

/** Close page and Show home page have no fields. */
export function clientAction(kind: "closePage" | "showHomePage"): ElementSketch {
  return { kind };
}

/** The same element, passed over by a run. */
export function disabled(element: ElementSketch): ElementSketch {
  return { ...element, isDisabled: true };
}

/** The same element, whose errors are handled. @example handling("continue", call("Sales.SUB_Total")) */
export function handling(errorHandling: ErrorHandling, element: ElementSketch): ElementSketch {
  return { ...element, errorHandling };
}
