import { createEnvironment } from "@rivulet/expressions/environment";
import { re2Patterns } from "@rivulet/expressions/patterns";
import type { WidgetRecord } from "@rivulet/model";
import {
  appView,
  formAround,
  type InputJson,
  type OpenedPage,
  PageFailure,
  type PagePorts,
  readWidgetField,
} from "@rivulet/pages";
import type { ActionAnswer, AppView, PageView, RowView } from "@rivulet/pages/view";
import type { RunSettings } from "@rivulet/runtime";
import type { QualifiedName, Value } from "@rivulet/values";
import { HttpProblem } from "../http/http-problem.ts";
import { userRolesOf } from "../people/app-roles.ts";
import { type Caller, hasRight, personOf } from "../people/caller.ts";
import type { OpenedProject } from "../project/opened-project.ts";
import type { RunService } from "../runs/run-service.ts";
import { type ActionPlace, doAction, type EndedRun } from "./app-actions.ts";
import { type AppSession, asProblem, pagePorts } from "./app-session.ts";
import { AppSessions } from "./app-sessions.ts";

/** What the running application needs of the rest of the server. */
export interface AppServiceParts {
  readonly project: () => Promise<OpenedProject>;
  readonly settings: (project: OpenedProject) => RunSettings;
  readonly runs: RunService;
}

/** Who asks, in which session. */
export interface Visit {
  readonly caller: Caller;
  /** Its id. */
  readonly session: string;
}

/** What was clicked. */
export interface Click {
  readonly opening: string;
  readonly widget: string;
  readonly object: string | undefined;
}

/** What was put into an input. */
export interface Change {
  readonly opening: string;
  readonly widget: string;
  readonly object: string;
  readonly value: InputJson;
}

/** What somebody asks of a page that he has open. */
interface Entered {
  readonly session: AppSession;
  readonly project: OpenedProject;
  readonly ports: PagePorts;
  readonly run: ActionPlace["run"];
}

/** The running application: sessions, pages, inputs and clicks. What the browser gets is described in pages/view. */
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
  async begin(
    caller: Caller,
    { userRole, timeZone = "UTC" }: { userRole?: string | undefined; timeZone?: string | undefined },
  ): Promise<{ session: string; app: AppView }> {
    const { index } = (await this.#parts.project()).loaded;
    const choices = userRolesOf(caller, index);
    const isOff = index.settings?.security.level === "off";
    const tried = userRole ?? (caller.kind === "local" ? choices[0] : undefined);
    const userRoles = userRolesOf(caller, index, tried);
    const person = personOf(caller);
    const session = this.#sessions.begin({
      owner: person?.id,
      chosen: isOff ? undefined : tried,
      timeZone: knownZone(timeZone),
    });
    const user = {
      userRoles: isOff ? [] : userRoles,
      choices,
      person: person?.name,
      isAuthor: hasRight(caller, "viewer"),
    };
    return { session: session.id, app: appView(user, index) };
  }

  /** Opens a page that needs no object. */
  async open(visit: Visit, page: QualifiedName): Promise<PageView> {
    const { session, project, ports } = await this.#enter(visit);
    return session.open(page, {}, project).show(ports);
  }

  /**
   * Opens the layout of an open page. It stays for as long as pages have it in common.
   *
   * @throws {HttpProblem} `unknown-layout` for one that comes with the application, or is gone
   */
  async layout(visit: Visit, opening: string): Promise<PageView> {
    const { session, project, ports } = await this.#enter(visit);
    const { page } = session.opened(opening, project);
    const name = page.type === "page" ? page.layout : "";
    const layout = ports.index.pageLayout(name);
    if (!layout)
      throw new HttpProblem("unknown-layout", "This page has no layout of its own, or it is gone.");
    return session.openLayout(name, layout, project).show(ports);
  }

  /** Shows an open page with new data. */
  async refresh(visit: Visit, opening: string): Promise<PageView> {
    return this.#onPage(visit, opening, (opened, { ports }) => opened.show(ports));
  }

  /** Closes a page as its cross does: what was typed into it is not kept. */
  async dismiss(visit: Visit, opening: string): Promise<void> {
    await this.#onPage(visit, opening, async (opened, { session }) => {
      opened.form.cancel();
      session.close(opening);
    });
  }

  /** More rows of a list. */
  async rows(visit: Visit, at: { opening: string; list: string; from: number }): Promise<readonly RowView[]> {
    return this.#onPage(visit, at.opening, (opened, { ports }) => opened.rows(at.list, at.from, ports));
  }

  /** Does what a widget does when it is clicked. */
  async click(visit: Visit, { opening, widget: id, object }: Click): Promise<ActionAnswer> {
    const session = this.#sessionOf(visit);
    return session.once(JSON.stringify([opening, id, object]), () =>
      this.#onPage(visit, opening, async (opened, entered) => {
        const widget = widgetOf(id, entered.ports);
        opened.assertShown(widget, object, entered.ports);
        const { action, around } = opened.actionOf(widget, object);
        const own = widget.kind === "button" ? formAround(widget, entered.ports.index) : undefined;
        const asks = own !== undefined || action.kind === "saveChanges";
        const form = asks ? { dataView: own } : undefined;
        return { steps: await doAction(action, { ...entered, opened, around, form }) };
      }),
    );
  }

  /** Puts something into an input; then does what the widget does on a change. */
  async change(visit: Visit, { opening, widget: id, object, value }: Change): Promise<ActionAnswer> {
    return this.#onPage(visit, opening, async (opened, entered) => {
      const { ports } = entered;
      const widget = widgetOf(id, ports);
      const { inputs } = opened;
      const around = inputs.get(`${id} ${object}`)?.around;
      const hasChanged = opened.form.put({ widget: id, object }, value, { inputs, ports });
      const action = readWidgetField("action", widget.fields["onChange"]);
      const place: ActionPlace | undefined = around && { ...entered, opened, around, form: undefined };
      const steps = hasChanged && action && place ? await doAction(action, place) : [];
      if (steps.some(({ kind }) => kind === "refresh" || kind === "close")) return { steps };
      return { steps: [{ kind: "refresh", page: await opened.redraw(ports) }, ...steps] };
    });
  }

  /** Does what an item of the menu does, over the page that is open. */
  async choose(visit: Visit, at: { opening: string; item: string }): Promise<ActionAnswer> {
    const session = this.#sessionOf(visit);
    return session.once(JSON.stringify([at.opening, at.item]), () =>
      this.#onPage(visit, at.opening, async (opened, entered) => {
        const menu = entered.ports.index.settings?.navigation?.menu ?? [];
        const item = menu.find(({ id }) => id === at.item);
        if (!item?.action) throw new HttpProblem("page-outdated", "This item is no longer in the menu.");
        const around = { page: opened.page, parameters: {}, context: undefined };
        return { steps: await doAction(item.action, { ...entered, opened, around, form: undefined }) };
      }),
    );
  }

  /** Does something on an open page, after what was asked of it before. */
  async #onPage<Answer>(
    visit: Visit,
    opening: string,
    task: (opened: OpenedPage, entered: Entered) => Promise<Answer>,
  ): Promise<Answer> {
    const session = this.#sessionOf(visit);
    try {
      return await session.inTurn(opening, async () => {
        const entered = await this.#enter(visit);
        return task(session.opened(opening, entered.project), entered);
      });
    } catch (error) {
      throw asProblem(error);
    }
  }

  async #enter(visit: Visit): Promise<Entered> {
    const session = this.#sessionOf(visit);
    const project = await this.#parts.project();
    session.userRoles = userRolesOf(visit.caller, project.loaded.index, session.chosen);
    const { constant } = this.#parts.settings(project);
    const environment = createEnvironment({
      clock: Date.now,
      random: Math.random,
      constant,
      patterns: re2Patterns,
      isNew: () => true,
      timeZone: session.timeZone,
    });
    const run: ActionPlace["run"] = (microflow, values) => this.#run(visit.caller, microflow, values);
    const runMicroflow: PagePorts["runMicroflow"] = async (microflow, values) =>
      (await run(microflow, values)).value;
    return { session, project, run, ports: pagePorts(session, project, { environment, runMicroflow }) };
  }

  #sessionOf({ caller, session }: Visit): AppSession {
    return this.#sessions.find(session, personOf(caller)?.id);
  }

  async #run(
    caller: Caller,
    microflow: QualifiedName,
    values: Readonly<Record<string, Value>>,
  ): Promise<EndedRun> {
    const handle = await this.#parts.runs
      .start({ caller, microflow, parameters: {}, values, configuration: undefined, isFromPage: true })
      .catch((error: unknown) => {
        throw error instanceof HttpProblem ? new PageFailure(error.message) : error;
      });
    const outcome = await this.#parts.runs.end(handle);
    if (outcome.status === "completed") return outcome;
    throw new PageFailure(outcome.error.message);
  }
}

/** The time zone as it was asked for, where this machine knows it. */
function knownZone(timeZone: string): string {
  try {
    return new Intl.DateTimeFormat("en", { timeZone }).resolvedOptions().timeZone;
  } catch {
    return "UTC";
  }
}

function widgetOf(id: string, { index }: PagePorts): WidgetRecord {
  const widget = index.records.get(id);
  if (widget?.type === "widget") return widget;
  throw new HttpProblem("page-outdated", "This is no longer on the page. Load it again.");
}
