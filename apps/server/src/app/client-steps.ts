import { PageFailure } from "@rivulet/pages";
import type { ClientStep } from "@rivulet/pages/view";
import type { ClientAction } from "@rivulet/runtime";
import { EntityObject, scalarToJson, type Value } from "@rivulet/values";
import { HttpProblem } from "../http/http-problem.ts";
import type { ActionPlace } from "./app-actions.ts";
import { safeFileName } from "./file-name.ts";

type Asked<Kind extends ClientAction["action"]> = Extract<ClientAction, { readonly action: Kind }>;

/** A message of a run at its inputs; as a message of its own where no input shows the attribute. */
function feedbackStep(
  { object, attribute, message }: Asked<"validationFeedback">,
  { opened }: ActionPlace,
): ClientStep[] {
  const isTold = opened.form.tell(object, attribute, { message, inputs: opened.inputs });
  return isTold ? [] : [{ kind: "message", level: "error", text: message, isBlocking: false }];
}

/** The objects with which a page is shown. Throws {@link PageFailure} when one is missing. */
function objectsOf(given: Readonly<Record<string, Value>>, page: string): Record<string, EntityObject> {
  const objects: Record<string, EntityObject> = {};
  for (const [name, value] of Object.entries(given)) {
    if (!(value instanceof EntityObject))
      throw new PageFailure(`The page ${page} needs ${name}, and the microflow gave it nothing.`);
    objects[name] = value;
  }
  return objects;
}

function downloadStep({ fileName, content }: Asked<"downloadFile">): ClientStep {
  const isBinary = typeof content !== "string";
  const data = isBinary ? String(scalarToJson("binary", content)) : content;
  return { kind: "download", fileName: safeFileName(fileName), data, isBinary };
}

async function stepOf(asked: ClientAction, place: ActionPlace): Promise<ClientStep[]> {
  const { session, project, ports, opened } = place;
  switch (asked.action) {
    case "showPage": {
      const shown = session.open(asked.page, objectsOf(asked.arguments, asked.page), project);
      return [{ kind: "show", page: await shown.show(ports) }];
    }
    case "showHomePage":
      return [{ kind: "showHome" }];
    case "closePage":
      session.close(opened.key);
      return [{ kind: "close", opening: opened.key }];
    case "showMessage": {
      const { level, text, isBlocking } = asked;
      return [{ kind: "message", level, text, isBlocking }];
    }
    case "validationFeedback":
      return feedbackStep(asked, place);
    case "downloadFile":
      return [downloadStep(asked)];
  }
}

/** What is asked for and cannot be done: the run has happened all the same. */
function whyNot(error: unknown): ClientStep[] {
  if (!(error instanceof PageFailure) && !(error instanceof HttpProblem)) throw error;
  return [{ kind: "message", level: "error", text: error.message, isBlocking: false }];
}

/**
 * What the browser does after a run: the page from which it was started gets new data, then comes what the run asked
 * for, in its order. Where the run found mistakes, the page stays as it was typed.
 */
export async function stepsOf(asked: readonly ClientAction[], place: ActionPlace): Promise<ClientStep[]> {
  const { opened, ports } = place;
  const isRefused = asked.some(({ action }) => action === "validationFeedback");
  const steps: ClientStep[] = [];
  for (const action of asked) steps.push(...(await stepOf(action, place).catch(whyNot)));
  if (isRefused) place.tell({ kind: "validation", page: opened.name, messages: opened.form.messages });
  if (steps.some(({ kind }) => kind === "close")) return steps;
  const page = await (isRefused ? opened.redraw(ports) : opened.show(ports));
  return [{ kind: "refresh", page }, ...steps];
}
