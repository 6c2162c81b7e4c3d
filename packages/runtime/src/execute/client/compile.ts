import { argumentText } from "@rivulet/activities";
import type { EntityObject } from "@rivulet/values";
import type { ActivityCompiler } from "../../compile/activity-compiler.ts";
import { atField } from "../../run/at-field.ts";
import type { ClientAction } from "../../run/client-action.ts";
import { emptyVariable } from "../../run/empty-variable.ts";
import type { Frame } from "../../run/frame.ts";

/** Show page: its arguments are evaluated now, and the page is shown when the run is done. */
export const compileShowPage: ActivityCompiler = (activity) => {
  const call = activity.read("pageCall", "page");
  const parameters = activity.index.page(call.page)?.parameters ?? [];
  const list = parameters.map(({ name, entity }) => {
    const { operand } = activity.expressions.compile(argumentText(call, name), [{ kind: "object", entity }]);
    return { name, operand };
  });
  const { next } = activity;
  return (frame) => {
    const given = list.map(({ name, operand }) => {
      try {
        return [name, operand.valueIn(frame)] as const;
      } catch (error) {
        throw atField(error, `page.arguments.${name}`);
      }
    });
    frame.run.tellClient({ action: "showPage", page: call.page, arguments: Object.fromEntries(given) });
    return next;
  };
};

function compileBare(action: "showHomePage" | "closePage"): ActivityCompiler {
  return ({ next }) =>
    (frame: Frame) => {
      frame.run.tellClient({ action });
      return next;
    };
}

/** Show home page. */
export const compileShowHomePage = compileBare("showHomePage");
/** Close page. */
export const compileClosePage = compileBare("closePage");

type Message = Extract<ClientAction, { readonly action: "showMessage" }>;

/** Show message: an empty message is an empty text. */
export const compileShowMessage: ActivityCompiler = (activity) => {
  const level = activity.read("choice", "level") as Message["level"];
  const isBlocking = activity.find("boolean", "isBlocking") ?? true;
  const { operand } = activity.requiredExpression("message");
  const { next } = activity;
  return (frame) => {
    const text = (operand.valueIn(frame) as string | null) ?? "";
    frame.run.tellClient({ action: "showMessage", level, text, isBlocking });
    return next;
  };
};

/** Validation feedback. */
export const compileValidationFeedback: ActivityCompiler = (activity) => {
  const name = activity.read("variable", "object");
  const slot = activity.slotOf("object");
  const attribute = activity.read("attribute", "attribute");
  const { operand } = activity.requiredExpression("message");
  const { next } = activity;
  return (frame) => {
    const object = frame.slots[slot] as EntityObject | null;
    if (object === null) throw emptyVariable("empty-object", name, "object");
    const message = (operand.valueIn(frame) as string | null) ?? "";
    frame.run.tellClient({ action: "validationFeedback", object, attribute, message });
    return next;
  };
};

/** Download file: an empty content is an empty file. */
export const compileDownloadFile: ActivityCompiler = (activity) => {
  const fileName = activity.requiredExpression("fileName").operand;
  const { operand } = activity.requiredExpression("content");
  const { next } = activity;
  return (frame) => {
    const content = (operand.valueIn(frame) as string | Uint8Array | null) ?? "";
    const name = (fileName.valueIn(frame) as string | null) ?? "";
    frame.run.tellClient({ action: "downloadFile", fileName: name, content });
    return next;
  };
};
