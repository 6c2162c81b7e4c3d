import { createEnvironment } from "@rivulet/expressions/environment";
import { re2Patterns } from "@rivulet/expressions/patterns";
import { type OpenedPage, PageExpressions, PageFailure, type PagePorts } from "@rivulet/pages";
import type { ConsoleEvent, RunSettings } from "@rivulet/runtime";
import { HttpProblem } from "../http/http-problem.ts";
import { actingUser } from "../people/acting-user.ts";
import { type Caller, personOf } from "../people/caller.ts";
import type { OpenedProject } from "../project/opened-project.ts";
import type { RunFromPage } from "./app-actions.ts";
import type { AppConsole } from "./app-console.ts";
import type { AppSession } from "./app-session.ts";
import type { AppSessions } from "./app-sessions.ts";
import type { AppSwitch } from "./app-switch.ts";
import type { PageRuns } from "./page-runs.ts";
import { sessionAs } from "./session-as.ts";

/** What the running application needs of the rest of the server. */
export interface SessionEntryParts {
  readonly project: () => Promise<OpenedProject>;
  readonly settings: (project: OpenedProject) => RunSettings;
  readonly pageRuns: PageRuns;
  readonly power: AppSwitch;
  readonly console: AppConsole;
  readonly sessions: AppSessions;
}

/** Who asks, in which session. */
export interface Visit {
  readonly caller: Caller;
  /** Its id. */
  readonly session: string;
  /** Cancels the microflows that it calls. */
  readonly signal?: AbortSignal;
  /** The `traceparent` of the request: the microflows that it calls belong to its trace. */
  readonly traceParent?: string | undefined;
}

/** A session in which a request is answered, with the project that counts for it. */
export interface Entered {
  readonly session: AppSession;
  readonly project: OpenedProject;
  readonly ports: PagePorts;
  readonly run: RunFromPage;
  /** Writes a line of the console of the application. */
  readonly tell: (event: ConsoleEvent) => void;
}

/** Lets requests into the sessions of the running application. */
export class SessionEntry {
  readonly #parts: SessionEntryParts;

  constructor(parts: SessionEntryParts) {
    this.#parts = parts;
  }

  /** Throws `unknown-session`, and `app-stopped` while the application does not run. */
  sessionOf({ caller, session }: Visit): AppSession {
    this.#parts.power.assertRunning();
    return this.#parts.sessions.find(session, personOf(caller)?.id);
  }

  /** Answers a request within its session. What a page cannot do is a problem of the request. */
  async within<Answer>(visit: Visit, task: (entered: Entered) => Promise<Answer>): Promise<Answer> {
    const session = this.sessionOf(visit);
    const project = session.enter(await this.#parts.project());
    try {
      return await task(this.#entered(visit, session, project));
    } catch (error) {
      throw error instanceof PageFailure ? new HttpProblem("action-failed", error.message) : error;
    } finally {
      session.leave();
    }
  }

  /** Does something on an open page, after what was asked of it before. */
  async onPage<Answer>(
    visit: Visit,
    opening: string,
    task: (opened: OpenedPage, entered: Entered) => Promise<Answer>,
  ): Promise<Answer> {
    return this.sessionOf(visit).inTurn(opening, () =>
      this.within(visit, async (entered) => {
        const opened = entered.session.opened(opening, entered.project);
        await opened.settle(entered.ports);
        return task(opened, entered);
      }),
    );
  }

  #entered({ caller, signal, traceParent }: Visit, session: AppSession, project: OpenedProject): Entered {
    const { index } = project.loaded;
    const as = sessionAs(caller, index, session.chosen);
    session.userRoles = actingUser(caller, index, as).userRoles;
    const access = session.access(project);
    const { timeZone } = session;
    const environment = createEnvironment({
      clock: Date.now,
      random: Math.random,
      constant: this.#parts.settings(project).constant,
      patterns: re2Patterns,
      isNew: () => true,
      timeZone,
    });
    const run: RunFromPage = (microflow, values, place) =>
      this.#parts.pageRuns.run({
        caller,
        as,
        project,
        microflow,
        values,
        place,
        timeZone,
        signal,
        traceParent,
      });
    const ports: PagePorts = {
      index,
      access,
      expressions: new PageExpressions({ index, environment, rights: access }),
      now: Date.now,
      runMicroflow: async (microflow, values, { document, widget }) => {
        const page = index.qualifiedNameOf(document) ?? document.name;
        const place = { page, widget: widget.name, widgetId: widget.id };
        return (await run(microflow, values, place)).value;
      },
    };
    return { session, project, run, ports, tell: (event) => this.#parts.console.add(event) };
  }
}
