import type { PageAction, WidgetRecord } from "@rivulet/model";
import {
  callArguments,
  type OpenedPage,
  PageFailure,
  type PagePorts,
  pageArguments,
  type Surroundings,
} from "@rivulet/pages";
import type { ClientStep } from "@rivulet/pages/view";
import type { ConsoleEvent, RunOutcome, RunPlace } from "@rivulet/runtime";
import {
  createObject,
  EntityObject,
  link,
  ObjectList,
  type QualifiedName,
  unreachable,
  type Value,
} from "@rivulet/values";
import type { OpenedProject } from "../project/opened-project.ts";
import type { AppSession } from "./app-session.ts";
import { stepsOf } from "./client-steps.ts";

/** A run that has ended well. */
export type EndedRun = Pick<Extract<RunOutcome, { readonly status: "completed" }>, "value" | "clientActions">;

/** Runs a microflow to its end. Throws {@link PageFailure} when it fails. */
export type RunFromPage = (
  microflow: QualifiedName,
  values: Readonly<Record<string, Value>>,
  place: RunPlace,
) => Promise<EndedRun>;

/** Where an action happens. */
export interface ActionPlace {
  readonly session: AppSession;
  readonly project: OpenedProject;
  readonly ports: PagePorts;
  readonly opened: OpenedPage;
  /** What was clicked or changed; left out for an item of the menu. */
  readonly widget?: WidgetRecord;
  /** Writes a line of the console of the application. */
  readonly tell: (event: ConsoleEvent) => void;
  readonly around: Surroundings;
  readonly run: RunFromPage;
  /** What has to hold before it is done: the inputs in a data view, or without one all; left out, nothing has to. */
  readonly form: { readonly dataView: string | undefined } | undefined;
}

type ActionOf<Kind extends PageAction["kind"]> = PageAction & { readonly kind: Kind };

/** Does what a button, a row, an input or an item of the menu does; answers what the browser does then. */
export async function doAction(action: PageAction, place: ActionPlace): Promise<ClientStep[]> {
  switch (action.kind) {
    case "callMicroflow":
      return runMicroflow(action, place);
    case "showPage": {
      const parameters = pageArguments(action.page, action.arguments ?? {}, place);
      const { session, project, ports } = place;
      return [{ kind: "show", page: await session.open(action.page, parameters, project).show(ports) }];
    }
    case "createObject":
      return createAndShow(action, place);
    case "saveChanges":
      if (!isValid(place)) return [await redrawn(place)];
      place.opened.form.save();
      return action.staysOpen === true ? [await redrawn(place)] : close(place);
    case "cancelChanges":
      place.opened.form.cancel();
      return action.staysOpen === true ? [await reloaded(place)] : close(place);
    case "closePage":
      return close(place);
    case "signOut":
      return [signOutStep(place)];
    case "nothing":
    case "openLink":
      return [];
    default:
      return unreachable(action);
  }
}

/** Who has not signed in, as on a server without accounts, is told so. */
function signOutStep({ session }: ActionPlace): ClientStep {
  if (session.owner !== undefined) return { kind: "signOut" };
  const text = "Nobody has signed in here, so there is nobody to sign out.";
  return { kind: "message", level: "information", text, isBlocking: false };
}

function isValid({ opened, form, ports, tell }: ActionPlace): boolean {
  const { inputs } = opened;
  if (form === undefined || opened.form.validate(form.dataView, { inputs, ports })) return true;
  tell({ kind: "validation", page: opened.name, messages: opened.form.messages });
  return false;
}

function runPlace({ opened, widget }: ActionPlace): RunPlace {
  const at = widget === undefined ? {} : { widget: widget.name, widgetId: widget.id };
  return { page: opened.name, ...at };
}

async function redrawn({ opened, ports }: ActionPlace): Promise<ClientStep> {
  return { kind: "refresh", page: await opened.redraw(ports) };
}

async function reloaded({ opened, ports }: ActionPlace): Promise<ClientStep> {
  return { kind: "refresh", page: await opened.show(ports) };
}

/** Closes the page: nothing in it can be named any more. */
function close({ session, opened }: ActionPlace): ClientStep[] {
  session.close(opened.key);
  return [{ kind: "close", opening: opened.key }];
}

async function runMicroflow(action: ActionOf<"callMicroflow">, place: ActionPlace): Promise<ClientStep[]> {
  const asksForm = action.ignoresValidation !== true && place.form?.dataView !== undefined;
  if (asksForm && !isValid(place)) return [await redrawn(place)];
  const values = callArguments(action.microflow, action.arguments ?? {}, place);
  const { clientActions } = await place.run(action.microflow, values, runPlace(place));
  const isRefused = clientActions.some(({ action: asked }) => asked === "validationFeedback");
  if (!isRefused) handOver(Object.values(values), place);
  return stepsOf(clientActions, place);
}

/** What a microflow was given, it has taken over. */
function handOver(values: readonly Value[], { opened }: ActionPlace): void {
  for (const value of values) {
    const objects = value instanceof ObjectList ? value.items : value instanceof EntityObject ? [value] : [];
    for (const object of objects) opened.form.changes.handOver(object);
  }
}

/** Links a new object with the one around. Cancel of its page takes that back with the object. */
function linkOver({ over }: ActionOf<"createObject">, made: EntityObject, place: ActionPlace): void {
  if (!over) return;
  const { around, ports } = place;
  const association = ports.index.association(over.association);
  const object = around.context?.object;
  const leads =
    object &&
    ports.index
      .associationsOf(object.shape.name)
      .find((step) => step.association.name === over.association && step.end === over.end);
  if (
    !association ||
    !object ||
    !leads ||
    leads.isSingle ||
    !ports.index.isKindOf(made.shape.name, leads.other)
  )
    throw new PageFailure("There is no object with which the new one could be linked.");
  link({ object, association, end: over.end }, made);
}

async function createAndShow(action: ActionOf<"createObject">, place: ActionPlace): Promise<ClientStep[]> {
  const { session, project, ports } = place;
  const shape = ports.index.shape(action.entity);
  const [parameter] = ports.index.page(action.page)?.parameters ?? [];
  if (!shape || !parameter)
    throw new PageFailure("What stands behind this part of the page is no longer there.");
  if (!ports.access.mayCreate(action.entity)) throw new PageFailure("You have no right to see or do this.");
  const object = createObject(shape);
  linkOver(action, object, place);
  const opened = session.open(action.page, { [parameter.name]: object }, project);
  opened.form.changes.made(object);
  return [{ kind: "show", page: await opened.show(ports) }];
}
