import {
  call,
  changeList,
  changeObject,
  changeVariable,
  createList,
  createObject,
  createVariable,
  decision,
  disabled,
  end,
  log,
  loop,
  type MicroflowSketch,
  type ModuleSketch,
  merge,
  retrieve,
} from "@rivulet/testkit";
import { describe, expect, test } from "vitest";
import { runFlow } from "../engine/engine.test-support.ts";

const shop: ModuleSketch = {
  enumerations: { State: ["Open", "Closed"] },
  entities: {
    Order: {
      attributes: {
        Number: "Long",
        Count: "Integer",
        Total: "Decimal",
        Title: "String(5)",
        IsPaid: "Boolean",
        State: "Enumeration(Shop.State)",
        Placed: { type: "DateTime", defaultValue: "2026-01-31T12:00:00.000Z" },
      },
    },
    Rush: { generalization: "Shop.Order", attributes: { Deadline: "DateTime" } },
    Line: { attributes: { Amount: "Long" } },
  },
  associations: {
    Line_Order: "Line -> Order",
    Order_Related: "Order ->> Order",
    Order_Bill: "Order <-> Line",
  },
};

const lineToOrder = { association: "Shop.Line_Order", end: "owner" } as const;
const orderToLines = { association: "Shop.Line_Order", end: "target" } as const;

const orderFields = {
  $entity: "Shop.Order",
  $id: "1",
  Number: null,
  Count: null,
  Total: null,
  Title: null,
  IsPaid: false,
  State: null,
  Placed: "2026-01-31T12:00:00.000Z",
  "Shop.Order_Related": [],
  "Shop.Order_Bill": null,
};

describe("what a microflow gives", () => {
  test.each<[string, MicroflowSketch, unknown]>([
    ["nothing where nothing is returned", { elements: {} }, null],
    ["the value of its end event", { returns: "Integer", elements: {}, result: "1 + 2" }, 3],
    ["an Integer as the Decimal that it returns", { returns: "Decimal", elements: {}, result: "3" }, "3"],
    [
      "a new object with the initial values of its entity",
      {
        returns: "Object(Shop.Order)",
        elements: { make: createObject("Shop.Order", "Order") },
        result: "$Order",
      },
      orderFields,
    ],
    [
      "an object with the members that were set, in their order",
      {
        returns: "Object(Shop.Order)",
        elements: {
          make: createObject("Shop.Order", "Order", {
            Number: "9007199254740993",
            Count: "7",
            Total: "12",
            Title: "'a' + 'b'",
            IsPaid: "1 < 2",
            State: "Shop.State.Closed",
            Placed: "empty",
          }),
        },
        result: "$Order",
      },
      {
        ...orderFields,
        Number: "9007199254740993",
        Count: 7,
        Total: "12",
        Title: "ab",
        IsPaid: true,
        State: "Closed",
        Placed: null,
      },
    ],
    [
      "an object of a specialization where the general one is returned",
      {
        returns: "Object(Shop.Order)",
        elements: { make: createObject("Shop.Rush", "Rush") },
        result: "$Rush",
      },
      { ...orderFields, $entity: "Shop.Rush", Deadline: null },
    ],
    [
      "an object changed after it was made",
      {
        returns: "Integer",
        elements: {
          make: createObject("Shop.Order", "Order", { Number: "1" }),
          change: changeObject("Order", { Number: "$Order/Number + 1" }),
          again: changeObject("Order", { Number: "$Order/Number * 10" }),
        },
        result: "$Order/Number",
      },
      20,
    ],
    [
      "a variable and what it was changed to",
      {
        returns: "String",
        elements: {
          make: createVariable("Text", "String", "'a'"),
          change: changeVariable("Text", "$Text + 'b'"),
        },
        result: "$Text",
      },
      "ab",
    ],
    [
      "empty for a variable without a value",
      { returns: "String", elements: { make: createVariable("Text", "String") }, result: "$Text" },
      null,
    ],
    [
      "an empty list that was created",
      {
        returns: "List(Shop.Order)",
        elements: { make: createList("Shop.Order", "Orders") },
        result: "$Orders",
      },
      [],
    ],
  ])("%s", async (_, microflow, expected) => {
    const { json, error } = await runFlow(microflow, { shop });
    expect(error).toBe(undefined);
    expect(json).toEqual(expected);
  });
});

const threeLines = {
  order: createObject("Shop.Order", "Order"),
  first: createObject("Shop.Line", "First", { Amount: "1", "Shop.Line_Order": "$Order" }),
  second: createObject("Shop.Line", "Second", { Amount: "2", "Shop.Line_Order": "$Order" }),
  third: createObject("Shop.Line", "Third", { Amount: "3" }),
};

/** Amounts of a list of lines as one text. */
const amounts = {
  text: createVariable("Text", "String", "''"),
  read: loop("Lines", "Line", { elements: { join: changeVariable("Text", "$Text + $Line/Amount") } }),
};

test("regular expressions are there for the microflows that use them, also when they are called", async () => {
  const microflows: ModuleSketch["microflows"] = {
    Match: { returns: "Boolean", elements: {}, result: "isMatch('a1', '[a-z][0-9]')" },
  };
  const { json } = await runFlow(
    { returns: "Boolean", elements: { call: call("Shop.Match", {}, "Result") }, result: "$Result" },
    { shop: { microflows } },
  );
  expect(json).toBe(true);
});

describe("associations", () => {
  test.each<[string, MicroflowSketch["elements"], string]>([
    ["are read from the end that does not own them, in the order of linking", threeLines, "12"],
    [
      "give a link up when the owner gets another target",
      {
        ...threeLines,
        other: createObject("Shop.Order", "Other"),
        move: changeObject("First", { "Shop.Line_Order": "$Other" }),
      },
      "2",
    ],
    [
      "can be taken away",
      { ...threeLines, unlink: changeObject("First", { "Shop.Line_Order": "empty" }) },
      "2",
    ],
    [
      "keep their place when linked again",
      { ...threeLines, again: changeObject("Third", { "Shop.Line_Order": "$Order" }) },
      "123",
    ],
  ])("%s", async (_, elements, expected) => {
    const { json } = await runFlow(
      {
        returns: "String",
        elements: { ...elements, lines: retrieve("Order", orderToLines, "Lines"), ...amounts },
        result: "$Text",
      },
      { shop },
    );
    expect(json).toBe(expected);
  });

  test("are read from the owner as one object", async () => {
    const elements = { ...threeLines, find: retrieve("Second", lineToOrder, "Found") };
    const { json } = await runFlow({ returns: "Boolean", elements, result: "$Found = $Order" }, { shop });
    expect(json).toBe(true);
  });

  test("that nobody set are empty from the owner, and a list without members from the target", async () => {
    const elements = {
      ...threeLines,
      find: retrieve("Third", lineToOrder, "Found"),
      bare: createObject("Shop.Order", "Bare"),
      lines: retrieve("Bare", orderToLines, "Lines"),
    };
    const result = "$Found = empty and $Lines = empty and length($Lines) = 0";
    const { json } = await runFlow({ returns: "Boolean", elements, result }, { shop });
    expect(json).toBe(true);
  });

  test.each<[string, "set" | "add" | "remove", string, number]>([
    ["set to a list", "set", "$Others", 2],
    ["set to one object", "set", "$Other", 1],
    ["with a list added", "add", "$Others", 3],
    ["with one object added", "add", "$Other", 2],
    ["with a list removed", "remove", "$Others", 1],
    ["set to empty", "set", "empty", 0],
  ])("that hold many, %s", async (_, operation, value, count) => {
    const related = { association: "Shop.Order_Related", end: "owner" } as const;
    const member = "Shop.Order_Related";
    const elements = {
      order: createObject("Shop.Order", "Order"),
      old: createObject("Shop.Order", "Old"),
      other: createObject("Shop.Order", "Other"),
      others: createList("Shop.Order", "Others"),
      fill: changeList("Others", "add", "$Other"),
      more: createObject("Shop.Order", "More"),
      fill2: changeList("Others", "add", "$More"),
      first: changeObject("Order", [{ member, value: "$Old" }]),
      change: changeObject("Order", [{ member, operation, value }]),
      found: retrieve("Order", related, "Found"),
    };
    const { json } = await runFlow({ returns: "Integer", elements, result: "length($Found)" }, { shop });
    expect(json).toBe(count);
  });

  test("that are one to one give up what either side had", async () => {
    const bill = { association: "Shop.Order_Bill", end: "owner" } as const;
    const elements = {
      order: createObject("Shop.Order", "Order"),
      other: createObject("Shop.Order", "Other"),
      line: createObject("Shop.Line", "Line", { Amount: "1" }),
      first: changeObject("Order", { "Shop.Order_Bill": "$Line" }),
      second: changeObject("Other", { "Shop.Order_Bill": "$Line" }),
      found: retrieve("Order", bill, "Found"),
      kept: retrieve("Other", bill, "Kept"),
    };
    const result = "$Found = empty and $Kept = $Line";
    const { json } = await runFlow({ returns: "Boolean", elements, result }, { shop });
    expect(json).toBe(true);
  });
});

describe("change list", () => {
  const start = {
    ...threeLines,
    lines: createList("Shop.Line", "Lines"),
    one: changeList("Lines", "add", "$First"),
    two: changeList("Lines", "add", "$Second"),
    others: createList("Shop.Line", "Others"),
    three: changeList("Others", "add", "$First"),
    four: changeList("Others", "add", "$Third"),
    nothing: createObject("Shop.Order", "Lonely"),
    none: retrieve("Third", lineToOrder, "NoOrder"),
    bill: retrieve("Lonely", { association: "Shop.Order_Bill", end: "owner" }, "NoLine"),
  };

  test.each<[string, "add" | "remove" | "clear" | "replace", string | undefined, string]>([
    ["adds an object, also twice", "add", "$First", "121"],
    ["adds a list", "add", "$Others", "1213"],
    ["adds a list to itself", "add", "$Lines", "1212"],
    ["adds nothing that is empty", "add", "$NoLine", "12"],
    ["removes an object", "remove", "$First", "2"],
    ["removes a list, silent about what is not there", "remove", "$Others", "2"],
    ["removes a list from itself", "remove", "$Lines", ""],
    ["clears", "clear", undefined, ""],
    ["replaces by a list", "replace", "$Others", "13"],
    ["replaces by an object", "replace", "$Third", "3"],
    ["replaces by itself", "replace", "$Lines", "12"],
    ["replaces by nothing", "replace", "$NoLine", ""],
  ])("%s", async (_, operation, value, expected) => {
    const elements = { ...start, change: changeList("Lines", operation, value), ...amounts };
    const { json } = await runFlow({ returns: "String", elements, result: "$Text" }, { shop });
    expect(json).toBe(expected);
  });

  test("changes the list for whoever holds it", async () => {
    const { json } = await runFlow(
      {
        returns: "Integer",
        elements: {
          lines: createList("Shop.Line", "Lines"),
          fill: call("Shop.Fill", { Target: "$Lines" }),
        },
        result: "length($Lines)",
      },
      {
        shop: {
          ...shop,
          microflows: {
            Fill: {
              parameters: { Target: "List(Shop.Line)" },
              elements: {
                make: createObject("Shop.Line", "Line"),
                add: changeList("Target", "add", "$Line"),
              },
            },
          },
        },
      },
    );
    expect(json).toBe(1);
  });
});

describe("a loop", () => {
  const lines = {
    lines: createList("Shop.Line", "Lines"),
    first: createObject("Shop.Line", "First", { Amount: "1" }),
    add1: changeList("Lines", "add", "$First"),
    second: createObject("Shop.Line", "Second", { Amount: "2" }),
    add2: changeList("Lines", "add", "$Second"),
    text: createVariable("Text", "String", "''"),
  };

  test.each<[string, Parameters<typeof loop>[2], string]>([
    [
      "knows the position of the present object",
      { elements: { join: changeVariable("Text", "$Text + $currentIndex") } },
      "01",
    ],
    [
      "goes over the list as it stood when objects are added",
      { elements: { add: changeList("Lines", "add", "$Line"), join: changeVariable("Text", "$Text + 'x'") } },
      "xx",
    ],
    [
      "goes over the list as it stood when it is cleared",
      {
        elements: {
          clear: changeList("Lines", "clear"),
          join: changeVariable("Text", "$Text + $Line/Amount"),
        },
      },
      "12",
    ],
    [
      "goes over the list as it stood when objects are removed",
      {
        elements: {
          remove: changeList("Lines", "remove", "$First"),
          join: changeVariable("Text", "$Text + $Line/Amount"),
        },
      },
      "12",
    ],
    [
      "inside a loop has its own position",
      {
        elements: {
          before: changeVariable("Text", "$Text + $currentIndex + ':'"),
          inner: loop("Lines", "Inner", {
            elements: { join: changeVariable("Text", "$Text + $currentIndex + $Inner/Amount + ' '") },
          }),
          after: changeVariable("Text", "$Text + $currentIndex + ';'"),
        },
      },
      "0:01 12 0;1:01 12 1;",
    ],
    ["without a body does nothing", { elements: {} }, ""],
    [
      "ends a round where no flow goes on",
      {
        elements: {
          check: decision("$Line/Amount = 1"),
          join: changeVariable("Text", "$Text + $Line/Amount"),
          over: merge,
        },
        flows: ["check true> join", "check false> over"],
      },
      "1",
    ],
    [
      "may repeat a part of its body",
      {
        elements: {
          count: createVariable("Count", "Integer", "0"),
          again: merge,
          join: changeVariable("Text", "$Text + $Line/Amount"),
          next: changeVariable("Count", "$Count + 1"),
          check: decision("$Count < 3"),
          over: merge,
        },
        flows: ["count > again > join > next > check", "check true> again", "check false> over"],
      },
      "111222",
    ],
  ])("%s", async (_, body, expected) => {
    const { json, error } = await runFlow(
      { returns: "String", elements: { ...lines, loop: loop("Lines", "Line", body) }, result: "$Text" },
      { shop },
    );
    expect(error).toBe(undefined);
    expect(json).toBe(expected);
  });
});

describe("a decision", () => {
  const paths = {
    a: end("'A'"),
    b: end("'B'"),
    c: end("'C'"),
  };
  const state = { parameters: { State: "Enumeration(Shop.State)" }, returns: "String", isBare: true };
  const flows = ["start > check", "check Open> a", "check Closed> b", "check (empty)> c"];
  const elements = { start: { kind: "start" }, check: decision("$State"), ...paths };

  test.each<[string | null, string]>([
    ["Open", "A"],
    ["Closed", "B"],
    [null, "C"],
  ])("on an enumeration takes the flow of %s", async (value, expected) => {
    const { json } = await runFlow({ ...state, elements, flows }, { shop, parameters: { State: value } });
    expect(json).toBe(expected);
  });

  test("takes one flow for several outcomes", async () => {
    const { a, b } = paths;
    const { json } = await runFlow(
      {
        ...state,
        elements: { start: elements.start, check: elements.check, a, b },
        flows: ["start > check", "check Open|(empty)> a", "check Closed> b"],
      },
      { shop, parameters: { State: null } },
    );
    expect(json).toBe("A");
  });

  test("on an empty Boolean is an error of the decision", async () => {
    const { error } = await runFlow(
      {
        parameters: { Flag: "Boolean" },
        returns: "String",
        isBare: true,
        elements: { start: elements.start, check: decision("$Flag"), a: paths.a, b: paths.b },
        flows: ["start > check", "check true> a", "check false> b"],
      },
      { shop, parameters: { Flag: null } },
    );
    expect(error).toEqual({ code: "empty-condition", activity: "Shop.Flow.check", field: "condition" });
  });
});

describe("a flow that leads back", () => {
  test("repeats what is between", async () => {
    const { json, outcome } = await runFlow({
      returns: "Integer",
      elements: {
        count: createVariable("Count", "Integer", "0"),
        again: merge,
        add: changeVariable("Count", "$Count + 1"),
        check: decision("$Count < 10"),
        end: end("$Count"),
      },
      flows: ["start > count > again > add > check", "check true> again", "check false> end"],
    });
    expect(json).toBe(10);
    expect(outcome.steps).toBe(22);
  });

  test("from merge to merge without anything between comes to the limit of steps", async () => {
    const { error } = await runFlow(
      {
        elements: { one: merge, two: merge, check: decision("1 = 1") },
        flows: ["start > check", "check true> one > two > one", "check false> end"],
      },
      { limits: { steps: 10_000 } },
    );
    expect(error).toMatchObject({ code: "step-limit" });
  });
});

describe("what is disabled", () => {
  test.each<[string, MicroflowSketch["elements"], string]>([
    ["an activity", { skip: disabled(changeVariable("Text", "'b'")) }, "a"],
    [
      "a loop with all that is in it",
      {
        lines: createList("Shop.Line", "Lines"),
        line: createObject("Shop.Line", "Line"),
        add: changeList("Lines", "add", "$Line"),
        skip: disabled(loop("Lines", "Each", { elements: { change: changeVariable("Text", "'b'") } })),
      },
      "a",
    ],
  ])("is passed over: %s", async (_, elements, expected) => {
    const { json } = await runFlow(
      {
        returns: "String",
        elements: { text: createVariable("Text", "String", "'a'"), ...elements },
        result: "$Text",
      },
      { shop },
    );
    expect(json).toBe(expected);
  });
});

describe("a call", () => {
  const microflows: ModuleSketch["microflows"] = {
    Double: { parameters: { Value: "Decimal" }, returns: "Decimal", elements: {}, result: "$Value * 2" },
    Change: {
      parameters: { Line: "Object(Shop.Line)", Amount: "Integer" },
      elements: { change: changeObject("Line", { Amount: "$Amount" }) },
    },
    Sum: {
      parameters: { Upto: "Integer" },
      returns: "Integer",
      elements: {
        check: decision("$Upto = 0"),
        zero: end("0"),
        call: call("Shop.Sum", { Upto: "$Upto - 1" }, "Rest"),
        end: end("$Upto + $Rest"),
      },
      flows: ["start > check", "check true> zero", "check false> call > end"],
    },
  };
  const withCalls = { ...shop, microflows };

  test.each<[string, MicroflowSketch, unknown]>([
    [
      "gives a result, with an Integer for a Decimal",
      {
        returns: "Decimal",
        elements: { call: call("Shop.Double", { Value: "4" }, "Result") },
        result: "$Result",
      },
      "8",
    ],
    ["may leave the result", { elements: { call: call("Shop.Double", { Value: "4" }) } }, null],
    [
      "gives objects by reference",
      {
        returns: "Integer",
        elements: {
          make: createObject("Shop.Line", "Line", { Amount: "1" }),
          call: call("Shop.Change", { Line: "$Line", Amount: "$Line/Amount + 1" }),
        },
        result: "$Line/Amount",
      },
      2,
    ],
    [
      "may call itself",
      {
        returns: "Integer",
        elements: { call: call("Shop.Sum", { Upto: "100" }, "Result") },
        result: "$Result",
      },
      5050,
    ],
  ])("%s", async (_, microflow, expected) => {
    const { json, error } = await runFlow(microflow, { shop: withCalls });
    expect(error).toBe(undefined);
    expect(json).toBe(expected);
  });

  test("inside a thousand others does not grow the stack", async () => {
    const { json } = await runFlow(
      {
        returns: "Integer",
        elements: { call: call("Shop.Sum", { Upto: "100000" }, "Result") },
        result: "$Result",
      },
      { shop: withCalls, limits: { callDepth: 200_000 } },
    );
    expect(json).toBe(5_000_050_000);
  });

  test("that fails says where, in the microflow that was called", async () => {
    const { outcome } = await runFlow(
      {
        elements: {
          make: createObject("Shop.Line", "Line"),
          call: call("Shop.Fail", { Line: "$Line" }),
        },
      },
      {
        shop: {
          ...shop,
          microflows: {
            Fail: {
              parameters: { Line: "Object(Shop.Line)" },
              elements: { change: changeObject("Line", { Amount: "$Line/Amount + 1" }) },
            },
          },
        },
      },
    );
    expect(outcome.status === "failed" && outcome.error.place).toMatchObject({
      microflow: "Shop.Fail",
      activity: "Shop.Fail.change",
      field: "members[0].value",
    });
  });
});

describe("failures", () => {
  const order = { parameters: { Order: "Object(Shop.Order)" }, returns: "Nothing" };
  const noOrder = { parameters: { Order: null } };
  test.each<[string, MicroflowSketch, { code: string; activity: string; field: string }]>([
    [
      "an object that is empty cannot be changed",
      { ...order, elements: { at: changeObject("Order", { Number: "1" }) } },
      { code: "empty-object", activity: "Shop.Flow.at", field: "object" },
    ],
    [
      "nothing is retrieved from an empty object",
      { ...order, elements: { at: retrieve("Order", orderToLines, "Lines") } },
      { code: "empty-object", activity: "Shop.Flow.at", field: "start" },
    ],
    [
      "an attribute of an empty object cannot be read",
      { ...order, elements: { at: createVariable("Number", "Integer", "$Order/Number") } },
      { code: "empty-object", activity: "Shop.Flow.at", field: "value" },
    ],
    [
      "an Integer attribute holds 32 bits",
      { ...order, elements: { at: createObject("Shop.Order", "New", { Number: "1", Count: "2147483648" }) } },
      { code: "value-out-of-range", activity: "Shop.Flow.at", field: "members[1].value" },
    ],
    [
      "an Integer attribute holds 32 bits below zero",
      { ...order, elements: { at: createObject("Shop.Order", "New", { Count: "-2147483649" }) } },
      { code: "value-out-of-range", activity: "Shop.Flow.at", field: "members[0].value" },
    ],
    [
      "a String attribute holds its maximum length",
      { ...order, elements: { at: createObject("Shop.Order", "New", { Title: "'123456'" }) } },
      { code: "value-out-of-range", activity: "Shop.Flow.at", field: "members[0].value" },
    ],
    [
      "an Integer has 64 bits",
      {
        ...order,
        elements: {
          many: createVariable("Many", "Integer", "9223372036854775807"),
          at: changeVariable("Many", "$Many + 1"),
        },
      },
      { code: "integer-overflow", activity: "Shop.Flow.at", field: "value" },
    ],
    [
      "nothing is divided by zero",
      { ...order, returns: "Decimal", elements: { end: end("1 div 0") } },
      { code: "division-by-zero", activity: "Shop.Flow.end", field: "returnValue" },
    ],
  ])("%s", async (_, microflow, expected) => {
    const { error } = await runFlow(microflow, { shop, ...noOrder });
    expect(error).toEqual(expected);
  });

  test.each<[string, MicroflowSketch["elements"], string]>([
    ["a loop", { at: loop("Lines", "Line", { elements: {} }) }, "empty-list-variable"],
    ["a change", { at: changeList("Lines", "clear") }, "empty-list-variable"],
  ])("%s needs a list that is there", async (_, elements, code) => {
    const { error } = await runFlow(
      { parameters: { Lines: "List(Shop.Line)" }, elements },
      { shop, parameters: { Lines: null } },
    );
    expect(error).toEqual({ code, activity: "Shop.Flow.at", field: "list" });
  });
});

test("the log has level, node, message, time and place of each line", async () => {
  const { log: lines } = await runFlow(
    {
      elements: {
        note: { kind: "logMessage", fields: { level: "warning", node: "Shop", message: "'Total: ' + 3" } },
        blank: log("empty"),
      },
    },
    { evaluation: { clock: () => 86_400_000 } },
  );
  expect(lines).toEqual([
    {
      level: "warning",
      node: "Shop",
      message: "Total: 3",
      at: 86_400_000,
      microflow: "Shop.Flow",
      element: "Shop.Flow.note",
    },
    {
      level: "info",
      node: "",
      message: "",
      at: 86_400_000,
      microflow: "Shop.Flow",
      element: "Shop.Flow.blank",
    },
  ]);
});
