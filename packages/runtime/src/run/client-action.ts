import type { JsonValue, ProjectIndex } from "@rivulet/model";
import {
  type EntityObject,
  type ObjectIds,
  type QualifiedName,
  scalarToJson,
  type Value,
  valueToJson,
} from "@rivulet/values";

/** Something that a run asks of the screen of whoever started it; done after the run, in the order of the run. */
export type ClientAction =
  | {
      readonly action: "showPage";
      readonly page: QualifiedName;
      /** Objects by the names of the page's parameters. */
      readonly arguments: Readonly<Record<string, Value>>;
    }
  | { readonly action: "showHomePage" | "closePage" }
  | {
      readonly action: "showMessage";
      readonly level: "information" | "warning" | "error";
      readonly text: string;
      readonly isBlocking: boolean;
    }
  | {
      readonly action: "validationFeedback";
      readonly object: EntityObject;
      readonly attribute: string;
      readonly message: string;
    }
  | { readonly action: "downloadFile"; readonly fileName: string; readonly content: string | Uint8Array };

/** How objects in client actions are written. */
export interface ClientActionWriting {
  readonly ids: ObjectIds;
  readonly index: ProjectIndex;
}

function objectJson(value: Value, { ids, index }: ClientActionWriting): JsonValue {
  const associationsOf = (entity: QualifiedName) => index.associationsOf(entity);
  // The kind alone counts for an object: which entity it is of, it knows itself.
  return valueToJson(value, { kind: "object", entity: "" }, { ids, associationsOf, hidesSecrets: true });
}

/** A client action as the run API answers it. */
export function clientActionToJson(action: ClientAction, writing: ClientActionWriting): JsonValue {
  switch (action.action) {
    case "showPage": {
      const given = Object.entries(action.arguments).map(([name, value]) => [
        name,
        objectJson(value, writing),
      ]);
      return { ...action, arguments: Object.fromEntries(given) as Record<string, JsonValue> };
    }
    case "validationFeedback":
      return { ...action, object: objectJson(action.object, writing) };
    case "downloadFile": {
      const isText = typeof action.content === "string";
      const content = isText ? action.content : scalarToJson("binary", action.content);
      return { ...action, content, encoding: isText ? "utf-8" : "base64" };
    }
    default:
      return { ...action };
  }
}
