import {
  call,
  changeList,
  changeObject,
  changeVariable,
  createList,
  createObject,
  createVariable,
  disabled,
  type ElementSketch,
  log,
  loop,
  type MicroflowSketch,
  retrieve,
} from "@rivulet/testkit";
import { type ProblemCase, withFlow, withModule } from "./problem-case.test-support.ts";

const around: MicroflowSketch = {
  parameters: {
    Order: "Object(Sales.Order)",
    Line: "Object(Sales.Line)",
    Tags: "List(Sales.Tag)",
    N: "Integer",
    D: "Decimal",
    Text: "String",
    Flag: "Boolean",
  },
  elements: {},
};

function fieldCase(
  code: ProblemCase["code"],
  title: string,
  {
    valid,
    invalid,
    places,
  }: { readonly valid: ElementSketch; readonly invalid: ElementSketch; readonly places: readonly string[] },
): ProblemCase {
  const project = (element: ElementSketch) => withFlow({ ...around, elements: { e: element } });
  const at = places.map((place) => `Sales.Flow.e ${place}`);
  return { code, title, valid: project(valid), invalid: project(invalid), places: at };
}

const used = (element: ElementSketch, name: string): MicroflowSketch => ({
  ...around,
  elements: { e: element, use: changeObject(name, { Note: "''" }) },
});

const list = createList("Sales.Order", "List");
const add = (value: string): MicroflowSketch => ({
  ...around,
  elements: { list, e: changeList("List", "add", value) },
});
const text = (message: string) => log(message);
const noFields = (kind: string): ElementSketch => ({ kind, fields: {} });
const good = changeObject("Order", { Note: "'x'" });
const goodLog = log("'x'");

const flowCase = (
  code: ProblemCase["code"],
  title: string,
  drawing: {
    readonly valid: MicroflowSketch;
    readonly invalid: MicroflowSketch;
    readonly places: readonly string[];
  },
): ProblemCase => ({
  ...drawing,
  code,
  title,
  valid: withFlow(drawing.valid),
  invalid: withFlow(drawing.invalid),
});

/** One case or more for each code of fields. */
export const fieldCases: readonly ProblemCase[] = [
  fieldCase("missing-value", "a needed field", {
    valid: goodLog,
    invalid: noFields("logMessage"),
    places: ["level", "message"],
  }),
  fieldCase("missing-value", "a change of nothing", {
    valid: good,
    invalid: changeObject("Order", {}),
    places: ["members"],
  }),
  fieldCase("missing-value", "a member without a value", {
    valid: good,
    invalid: changeObject("Order", { Note: " " }),
    places: ["members[0].value"],
  }),
  flowCase("missing-value", "a result", {
    valid: { returns: "Integer", result: "1", elements: {} },
    invalid: { returns: "Integer", elements: {} },
    places: ["Sales.Flow.end returnValue"],
  }),
  fieldCase("wrong-form", "a number for a variable", {
    valid: good,
    invalid: { ...good, fields: { ...good.fields, object: 12 } },
    places: ["object"],
  }),
  fieldCase("unknown-field", "a slip in its name", {
    valid: goodLog,
    invalid: { ...goodLog, fields: { ...goodLog.fields, mesage: "" } },
    places: ["mesage"],
  }),
  fieldCase("text-too-long", "a log node", {
    valid: goodLog,
    invalid: { ...goodLog, fields: { ...goodLog.fields, node: "x".repeat(201) } },
    places: ["node"],
  }),
  fieldCase("unknown-choice", "a slip in a level", {
    valid: goodLog,
    invalid: { ...goodLog, fields: { ...goodLog.fields, level: "inof" } },
    places: ["level"],
  }),
  flowCase("type-not-allowed", "a variable that holds an object", {
    valid: { elements: { x: createVariable("X", "Integer"), use: changeVariable("X", "1") } },
    invalid: {
      elements: { x: createVariable("X", "Object(Sales.Order)"), use: log("if $X = empty then '' else ''") },
    },
    places: ["Sales.Flow.x type"],
  }),
  flowCase("unknown-entity", "of a new object", {
    valid: used(createObject("Sales.Order", "New"), "New"),
    invalid: used(createObject("Sales.Ordr", "New"), "New"),
    places: ["Sales.Flow.e entity"],
  }),
  flowCase("unknown-entity", "the name of something else", {
    valid: used(createObject("Sales.Order", "New"), "New"),
    invalid: used(createObject("Sales.Status", "New"), "New"),
    places: ["Sales.Flow.e entity"],
  }),
  flowCase("unknown-entity", "in the type of a parameter", {
    valid: around,
    invalid: { ...around, parameters: { P: "Object(Sales.Gone)" } },
    places: ["Sales.Flow.parameterP type.entity"],
  }),
  flowCase("unknown-entity", "in the type of the result", {
    valid: { returns: "Object(Sales.Order)", result: "empty", elements: {} },
    invalid: { returns: "Object(Sales.Gone)", result: "empty", elements: {} },
    places: ["Sales.Flow returnType.entity"],
  }),
  flowCase("unknown-enumeration", "in the type of a variable", {
    valid: {
      elements: { x: createVariable("X", "Enumeration(Sales.Status)"), use: changeVariable("X", "empty") },
    },
    invalid: {
      elements: { x: createVariable("X", "Enumeration(Sales.Stats)"), use: changeVariable("X", "empty") },
    },
    places: ["Sales.Flow.x type.enumeration"],
  }),
  flowCase("abstract-entity", "of a new object", {
    valid: used(createObject("Sales.Order", "New"), "New"),
    invalid: {
      ...around,
      elements: { e: createObject("Sales.Base", "New"), use: log("if $New = empty then '' else ''") },
    },
    places: ["Sales.Flow.e entity"],
  }),
  flowCase("unknown-association", "a slip in its name", {
    valid: retrieveLines("Sales.Line_Order", "target"),
    invalid: retrieveLines("Sales.Line_Ordr", "target"),
    places: ["Sales.Flow.e association.association"],
  }),
  flowCase("wrong-association-end", "of entities that the object is not of", {
    valid: retrieveLines("Sales.Line_Order", "target"),
    invalid: retrieveLines("Sales.Line_Tag", "target"),
    places: ["Sales.Flow.e association.end"],
  }),
  fieldCase("unknown-variable", "a slip in its name", {
    valid: good,
    invalid: changeObject("Ordr", { Note: "'x'" }),
    places: ["object"],
  }),
  fieldCase("unknown-variable", "in an expression", {
    valid: goodLog,
    invalid: text("'' + $Txt"),
    places: ["message 5-9"],
  }),
  flowCase("variable-not-available", "in an expression", {
    valid: { elements: { x: createVariable("X", "String"), e: log("$X") } },
    invalid: { elements: { e: log("'' + $X"), x: createVariable("X", "String") } },
    places: ["Sales.Flow.e message 5-7"],
  }),
  flowCase("variable-not-available", "of a disabled activity", {
    valid: { elements: { x: createVariable("X", "Integer"), e: changeVariable("X", "1") } },
    invalid: { elements: { x: disabled(createVariable("X", "Integer")), e: changeVariable("X", "1") } },
    places: ["Sales.Flow.e variable"],
  }),
  fieldCase("wrong-variable", "a list for an object", {
    valid: good,
    invalid: changeObject("Tags", { Note: "''" }),
    places: ["object"],
  }),
  fieldCase("wrong-variable", "an object for a list", {
    valid: loop("Tags", "Tag", { elements: { e2: goodLog } }),
    invalid: loop("Order", "Tag", { elements: { e2: goodLog } }),
    places: ["list"],
  }),
  fieldCase("wrong-variable", "an object for a simple value", {
    valid: changeVariable("N", "1"),
    invalid: changeVariable("Order", "empty"),
    places: ["variable"],
  }),
  fieldCase("invalid-name", "a blank in a name", {
    valid: loop("Tags", "Tag", { elements: { e2: goodLog } }),
    invalid: loop("Tags", "my tag", { elements: { e2: goodLog } }),
    places: ["iterator"],
  }),
  fieldCase("reserved-variable-name", "currentObject", {
    valid: loop("Tags", "Tag", { elements: { e2: goodLog } }),
    invalid: loop("Tags", "currentObject", { elements: { e2: goodLog } }),
    places: ["iterator"],
  }),
  {
    ...flowCase("no-result", "", { valid: around, invalid: around, places: ["Sales.Flow.e output"] }),
    title: "of a microflow that returns nothing",
    invalid: withModule({
      microflows: {
        Quiet: { elements: {} },
        Flow: { elements: { e: call("Sales.Quiet", {}, "R"), use: log("if $R = empty then '' else ''") } },
      },
    }),
  },
  flowCase("return-value-not-expected", "a result of nothing", {
    valid: { elements: {} },
    invalid: { elements: {}, result: "1" },
    places: ["Sales.Flow.end returnValue"],
  }),
  fieldCase("unknown-member", "an attribute", {
    valid: good,
    invalid: changeObject("Order", { Nte: "'x'" }),
    places: ["members[0].member"],
  }),
  fieldCase("unknown-member", "an association", {
    valid: changeObject("Line", { "Sales.Line_Order": "$Order" }),
    invalid: changeObject("Line", { "Sales.Line_Ordr": "$Order" }),
    places: ["members[0].member"],
  }),
  fieldCase("duplicate-member", "set twice", {
    valid: good,
    invalid: changeObject("Order", [
      { member: "Note", value: "'x'" },
      { member: "Note", value: "'y'" },
    ]),
    places: ["members[1].member"],
  }),
  fieldCase("read-only-member", "an AutoNumber", {
    valid: good,
    invalid: changeObject("Order", { Number: "1" }),
    places: ["members[0].member"],
  }),
  fieldCase("association-not-owned", "from the end that does not hold it", {
    valid: changeObject("Order", { "Sales.Order_Tag": "$Tags", "Sales.Order_Base": "empty" }),
    invalid: changeObject("Order", { "Sales.Line_Order": "$Line" }),
    places: ["members[0].member"],
  }),
  fieldCase("operation-not-allowed", "adding to an attribute", {
    valid: changeObject("Order", [{ member: "Sales.Order_Tag", operation: "add", value: "$Tags" }]),
    invalid: changeObject("Order", [{ member: "Note", operation: "add", value: "'x'" }]),
    places: ["members[0].operation"],
  }),
  flowCase("operation-not-allowed", "adding in a new object", {
    valid: used(createObject("Sales.Order", "New", { "Sales.Order_Tag": "$Tags" }), "New"),
    invalid: used(
      createObject("Sales.Order", "New", [{ member: "Sales.Order_Tag", operation: "add", value: "$Tags" }]),
      "New",
    ),
    places: ["Sales.Flow.e members[0].operation"],
  }),
  fieldCase("unknown-microflow", "a slip in its name", {
    valid: call("Sales.SUB", { Order: "$Order" }),
    invalid: call("Sales.SBU", { Order: "$Order" }),
    places: ["call.microflow"],
  }),
  fieldCase("missing-argument", "a parameter without a value", {
    valid: call("Sales.SUB", { Order: "$Order" }),
    invalid: call("Sales.SUB", {}),
    places: ["call.arguments.Order"],
  }),
  fieldCase("unknown-argument", "a value without a parameter", {
    valid: call("Sales.SUB", { Order: "$Order" }),
    invalid: call("Sales.SUB", { Order: "$Order", Other: "1" }),
    places: ["call.arguments.Other"],
  }),
  fieldCase("wrong-type", "of an argument", {
    valid: call("Sales.SUB", { Order: "$Order" }),
    invalid: call("Sales.SUB", { Order: "$Line" }),
    places: ["call.arguments.Order 0-5"],
  }),
  flowCase("wrong-type", "of what is added to a list", {
    valid: add("$Order"),
    invalid: add("$Line"),
    places: ["Sales.Flow.e value 0-5"],
  }),
  flowCase("wrong-type", "of a result", {
    valid: { returns: "Integer", result: "1", elements: {} },
    invalid: { returns: "Integer", result: "'1'", elements: {} },
    places: ["Sales.Flow.end returnValue 0-3"],
  }),
  fieldCase("not-a-whole-number", "a Decimal for an Integer", {
    valid: changeObject("Order", { Amount: "$N", Total: "$N" }),
    invalid: changeObject("Order", { Amount: "$D" }),
    places: ["members[0].value 0-2"],
  }),
  flowCase("not-a-whole-number", "for a variable", {
    valid: { elements: { x: createVariable("X", "Integer", "1"), e: changeVariable("X", "2") } },
    invalid: { elements: { x: createVariable("X", "Integer", "1.5"), e: changeVariable("X", "2") } },
    places: ["Sales.Flow.x value 0-3"],
  }),
  ...expressionCases(),
];

/** A retrieve from an order, with a loop over what it finds. */
function retrieveLines(association: string, endOfStart: "owner" | "target"): MicroflowSketch {
  const e = retrieve("Order", { association, end: endOfStart }, "Lines");
  return { ...around, elements: { e, each: loop("Lines", "Each", { elements: { goodLog } }) } };
}

/** Codes of expressions: a text where a String is needed, and the range of its problem. */
function expressionCases(): ProblemCase[] {
  const rows: readonly [ProblemCase["code"], string, string][] = [
    ["operand-missing", "'a' +", "5-5"],
    ["operator-missing", "'a' 'b'", "4-7"],
    ["keyword-missing", "if $Flag then 'a'", ""],
    ["parenthesis-open", "('a'", "0-1"],
    ["parenthesis-stray", "'a')", "3-4"],
    ["unexpected-text", "'a' ]", ""],
    ["text-open", "'a", "0-1"],
    ["double-quotes", '"a"', "0-3"],
    ["name-incomplete", "$Order/", ""],
    ["slash-is-path", "toString(4 / 2)", ""],
    ["unknown-attribute", "$Order/Nte", "7-10"],
    ["unknown-function", "trimm('a')", "0-5"],
    ["unknown-constant", "toString(@Sales.Vtt)", ""],
    ["unknown-enumeration-value", "toString(Sales.Status.Opn)", ""],
    ["unknown-name", "Text", "0-4"],
    ["not-an-object", "$Text/Note", ""],
    ["many-objects", "$Tags/Name", ""],
    ["wrong-operand", "'a' - 'b'", ""],
    ["wrong-argument-count", "trim()", ""],
    ["branches-differ", "toString(if $Flag then 1 else 'b')", ""],
  ];
  return rows.map(([code, invalid, range]) =>
    fieldCase(code, invalid, {
      valid: goodLog,
      invalid: text(invalid),
      places: [range === "" ? "message *" : `message ${range}`],
    }),
  );
}
