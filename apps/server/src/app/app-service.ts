import { createEnvironment } from "@rivulet/expressions/environment";
import { re2Patterns } from "@rivulet/expressions/patterns";
import type { PageAction } from "@rivulet/model";
import {
  appView,
  callMicroflow,
  contextEntity,
  type OpenedPage,
  PageFailure,
  type PagePorts,
  pageArguments,
  type Surroundings,
  widgetsOfPage,
} from "@rivulet/pages";
import type { AppView, PageView, RowView } from "@rivulet/pages/view";
import type { RunSettings } from "@rivulet/runtime";
import type { QualifiedName, Value } from "@rivulet/values";
import { HttpProblem } from "../http/http-problem.ts";
import { userRolesOf } from "../people/app-roles.ts";
import { type Caller, personOf } from "../people/caller.ts";
import type { OpenedProject } from "../project/opened-project.ts";
import type { RunService } from "../runs/run-service.ts";
import { type AppSession, asProblem, pagePorts } from "./app-session.ts";
import { AppSessions } from "./app-sessions.ts";

/** What the running application needs of the rest of the server. */
export interface AppServiceParts {
  readonly project: () => Promise<OpenedProject>;
  readonly settings: (project: OpenedProject) => RunSettings;
  readonly runs: RunService;
}

/** What a click did: the same page with new data, another page, or nothing but closing this one. */
export type ClickEffect =
  | { readonly effect: "refresh" | "show"; readonly page: PageView }
  | { readonly effect: "close" | "nothing" };

/** What was clicked. */
export interface Click {
  readonly opening: string;
  readonly widget: string;
  readonly object: string | undefined;
}

/** The running application: sessions, pages and clicks. What the browser gets is described in pages/view. */
export class AppService {
  readonly #parts: AppServiceParts;
  readonly #sessions = new AppSessions();

  constructor(parts: AppServiceParts) {
    this.#parts = parts;
  }

  /**
   * Begins a session. Whoever is at this machine begins as the first user role, and may try each of them; somebody who
   * has signed in has all of his own, and may try one alone.
   *
   * @throws {HttpProblem} `unknown-role`, `not-allowed`
   */
  async begin(caller: Caller, userRole: string | undefined): Promise<{ session: string; app: AppView }> {
    const { index } = (await this.#parts.project()).loaded;
    const choices = userRolesOf(caller, index);
    const isOff = index.settings?.security.level === "off";
    const tried = userRole ?? (caller.kind === "local" ? choices[0] : undefined);
    const userRoles = userRolesOf(caller, index, tried);
    const person = personOf(caller);
    const session = this.#sessions.begin({ owner: person?.id, chosen: isOff ? undefined : tried });
    const user = { userRoles: isOff ? [] : userRoles, choices, person: person?.name };
    return { session: session.id, app: appView(user, index) };
  }

  /** Opens a page that needs no object. */
  async open(caller: Caller, sessionId: string, page: QualifiedName): Promise<PageView> {
    const { session, project, ports } = await this.#enter(caller, sessionId);
    return session.open(page, {}, project).show(ports);
  }

  /** More rows of a list. */
  async rows(
    caller: Caller,
    sessionId: string,
    at: { opening: string; list: string; from: number },
  ): Promise<readonly RowView[]> {
    const { session, project, ports } = await this.#enter(caller, sessionId);
    try {
      return await session.opened(at.opening, project).rows(at.list, at.from, ports);
    } catch (error) {
      throw asProblem(error);
    }
  }

  /** Does what a widget does when it is clicked. */
  async click(
    caller: Caller,
    sessionId: string,
    { opening, widget: id, object }: Click,
  ): Promise<ClickEffect> {
    const { session, project, ports } = await this.#enter(caller, sessionId);
    const opened = session.opened(opening, project);
    const widget = [...widgetsOfPage(opened.page.id, ports.index)].find((each) => each.id === id);
    if (!widget) throw new HttpProblem("page-outdated", "This is no longer on the page. Load it again.");
    try {
      assertBelongs(opened, { widget: id, object }, ports);
      const { action, around } = opened.actionOf(widget, object);
      return await this.#do(action, { around, opened, session, project, ports });
    } catch (error) {
      throw asProblem(error);
    }
  }

  /** Runs the microflow behind an item of the menu, then shows the page that is open again. */
  async choose(
    caller: Caller,
    sessionId: string,
    at: { opening: string; item: string },
  ): Promise<ClickEffect> {
    const { session, project, ports } = await this.#enter(caller, sessionId);
    const opened = session.opened(at.opening, project);
    const item = ports.index.settings?.navigation?.menu.find(({ id }) => id === at.item);
    if (!item?.action) throw new HttpProblem("page-outdated", "This item is no longer in the menu.");
    const around = { page: opened.page, parameters: {}, context: undefined };
    try {
      return await this.#do(item.action, { around, opened, session, project, ports });
    } catch (error) {
      throw asProblem(error);
    }
  }

  async #do(
    action: PageAction,
    on: {
      readonly around: Surroundings;
      readonly opened: OpenedPage;
      readonly session: AppSession;
      readonly project: OpenedProject;
      readonly ports: PagePorts;
    },
  ): Promise<ClickEffect> {
    const { opened, session, project, ports } = on;
    switch (action.kind) {
      case "callMicroflow":
        await callMicroflow(action.microflow, action.arguments ?? {}, on);
        return { effect: "refresh", page: await opened.show(ports) };
      case "showPage": {
        const parameters = pageArguments(action.page, action.arguments ?? {}, on);
        return { effect: "show", page: await session.open(action.page, parameters, project).show(ports) };
      }
      case "closePage":
        return { effect: "close" };
      default:
        return { effect: "nothing" };
    }
  }

  async #enter(
    caller: Caller,
    sessionId: string,
  ): Promise<{ session: AppSession; project: OpenedProject; ports: PagePorts }> {
    const session = this.#sessions.find(sessionId, personOf(caller)?.id);
    const project = await this.#parts.project();
    session.userRoles = userRolesOf(caller, project.loaded.index, session.chosen);
    const { constant } = this.#parts.settings(project);
    const environment = createEnvironment({
      clock: Date.now,
      random: Math.random,
      constant,
      patterns: re2Patterns,
      isNew: () => true,
    });
    const runMicroflow: PagePorts["runMicroflow"] = (microflow, values) =>
      this.#run(caller, microflow, values);
    return { session, project, ports: pagePorts(session, project, { environment, runMicroflow }) };
  }

  async #run(
    caller: Caller,
    microflow: QualifiedName,
    values: Readonly<Record<string, Value>>,
  ): Promise<Value> {
    const handle = await this.#parts.runs
      .start({ caller, microflow, parameters: {}, values, configuration: undefined, isFromPage: true })
      .catch((error: unknown) => {
        throw error instanceof HttpProblem ? new PageFailure(error.message) : error;
      });
    const outcome = await handle.outcome;
    if (outcome.status === "completed") return outcome.value;
    throw new PageFailure(outcome.error.message);
  }
}

/** A click names an object that its own data widget showed: no other object of the page reaches its action. */
function assertBelongs(
  opened: OpenedPage,
  { widget, object }: { widget: string; object: string | undefined },
  { index }: PagePorts,
): void {
  const record = index.records.get(widget);
  if (record?.type !== "widget") return;
  const owner = object === undefined ? undefined : opened.dataWidgetOf(object);
  if (owner === widget) return;
  let parent = index.records.get(record.parent);
  const needsObject = contextEntity(record, opened.page, index) !== undefined;
  if (!needsObject && object === undefined) return;
  while (parent?.type === "widget") {
    if (parent.id === owner) return;
    parent = index.records.get(parent.parent);
  }
  throw new PageFailure("This is no longer on the page. Load it again.");
}
