import {
  changeObject,
  clientAction,
  createObject,
  createVariable,
  downloadFile,
  type MicroflowSketch,
  type ModuleSketch,
  showMessage,
  showPage,
  validationFeedback,
} from "@rivulet/testkit";
import { describe, expect, test } from "vitest";
import { runFlow } from "../../engine/engine.test-support.ts";
import { shop } from "./elements.test-support.ts";

const withPages: ModuleSketch = { ...shop, pages: { Edit: { parameters: { Order: "Shop.Order" } } } };
const order = createObject("Shop.Order", "Order", { Number: "7" });

async function run(microflow: MicroflowSketch) {
  const { outcome, error } = await runFlow(microflow, { shop: withPages });
  return { error, asked: outcome.status === "completed" ? outcome.clientActionsToJson() : undefined };
}

describe("what a run asks of the screen", () => {
  test("is told in the order of the run, with objects as they are at its end", async () => {
    const { asked } = await run({
      elements: {
        order,
        show: showPage("Shop.Edit", { Order: "$Order" }),
        tell: validationFeedback("Order", "Number", "'Taken.'"),
        say: showMessage("'Seven: ' + $Order/Number", "warning"),
        change: changeObject("Order", { Number: "8" }),
        save: downloadFile("'orders.csv'", "'1;2'"),
        close: clientAction("closePage"),
        home: clientAction("showHomePage"),
      },
    });
    expect(asked).toMatchObject([
      { action: "showPage", page: "Shop.Edit", arguments: { Order: { $entity: "Shop.Order", Number: 8 } } },
      { action: "validationFeedback", object: { $id: "1" }, attribute: "Number", message: "Taken." },
      { action: "showMessage", level: "warning", text: "Seven: 7", isBlocking: false },
      { action: "downloadFile", fileName: "orders.csv", content: "1;2", encoding: "utf-8" },
      { action: "closePage" },
      { action: "showHomePage" },
    ]);
  });

  test("is nothing when the run fails", async () => {
    const { asked, error } = await run({
      elements: {
        say: showMessage("'Half done'"),
        none: createVariable("None", "Decimal", "1 div 0"),
      },
    });
    expect(error).toBeDefined();
    expect(asked).toBeUndefined();
  });

  test("is an empty text or file where there is no value", async () => {
    const { asked } = await run({
      elements: {
        text: createVariable("Text", "String", "empty"),
        say: showMessage("$Text"),
        save: downloadFile("$Text", "$Text"),
      },
    });
    expect(asked).toMatchObject([{ text: "" }, { fileName: "", content: "" }]);
  });

  test("needs an object to tell what is wrong with it", async () => {
    const { outcome, error } = await runFlow(
      {
        parameters: { Order: "Object(Shop.Order)" },
        elements: { tell: validationFeedback("Order", "Number", "'Taken.'") },
      },
      { shop: withPages, parameters: { Order: null } },
    );
    expect([outcome.status, error?.code]).toEqual(["failed", "empty-object"]);
  });

  test("has a limit", async () => {
    const { outcome } = await runFlow(
      { elements: { first: showMessage("'1'"), second: showMessage("'2'") } },
      { limits: { clientActions: 1 } },
    );
    expect(outcome).toMatchObject({ status: "failed", error: { code: "client-action-limit" } });
  });
});
