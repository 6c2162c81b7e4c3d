import { createEnvironment } from "@rivulet/expressions/environment";
import { re2Patterns } from "@rivulet/expressions/patterns";
import { type OpenedPage, PageExpressions, PageFailure, type PagePorts } from "@rivulet/pages";
import type { RunSettings } from "@rivulet/runtime";
import type { QualifiedName, Value } from "@rivulet/values";
import { HttpProblem } from "../http/http-problem.ts";
import { userRolesOf } from "../people/app-roles.ts";
import { type Caller, personOf } from "../people/caller.ts";
import type { OpenedProject } from "../project/opened-project.ts";
import type { RunService } from "../runs/run-service.ts";
import type { EndedRun, RunFromPage } from "./app-actions.ts";
import type { AppSession } from "./app-session.ts";
import type { AppSessions } from "./app-sessions.ts";

/** What the running application needs of the rest of the server. */
export interface SessionEntryParts {
  readonly project: () => Promise<OpenedProject>;
  readonly settings: (project: OpenedProject) => RunSettings;
  readonly runs: RunService;
  readonly sessions: AppSessions;
}

/** Who asks, in which session. */
export interface Visit {
  readonly caller: Caller;
  /** Its id. */
  readonly session: string;
}

/** A session in which a request is answered, with the project that counts for it. */
export interface Entered {
  readonly session: AppSession;
  readonly project: OpenedProject;
  readonly ports: PagePorts;
  readonly run: RunFromPage;
}

/** Lets requests into the sessions of the running application. */
export class SessionEntry {
  readonly #parts: SessionEntryParts;

  constructor(parts: SessionEntryParts) {
    this.#parts = parts;
  }

  sessionOf({ caller, session }: Visit): AppSession {
    return this.#parts.sessions.find(session, personOf(caller)?.id);
  }

  /** Answers a request within its session. What a page cannot do is a problem of the request. */
  async within<Answer>(visit: Visit, task: (entered: Entered) => Promise<Answer>): Promise<Answer> {
    const session = this.sessionOf(visit);
    const project = session.enter(await this.#parts.project());
    try {
      return await task(this.#entered(visit.caller, session, project));
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

  #entered(caller: Caller, session: AppSession, project: OpenedProject): Entered {
    const { index } = project.loaded;
    session.userRoles = userRolesOf(caller, index, session.chosen);
    const access = session.access(project);
    const environment = createEnvironment({
      clock: Date.now,
      random: Math.random,
      constant: this.#parts.settings(project).constant,
      patterns: re2Patterns,
      isNew: () => true,
      timeZone: session.timeZone,
    });
    const run: RunFromPage = (microflow, values) => this.#run({ caller, project, microflow, values });
    const ports: PagePorts = {
      index,
      access,
      expressions: new PageExpressions({ index, environment, rights: access }),
      now: Date.now,
      runMicroflow: async (microflow, values) => (await run(microflow, values)).value,
    };
    return { session, project, run, ports };
  }

  async #run(request: {
    readonly caller: Caller;
    readonly project: OpenedProject;
    readonly microflow: QualifiedName;
    readonly values: Readonly<Record<string, Value>>;
  }): Promise<EndedRun> {
    const handle = await this.#parts.runs
      .start({ ...request, parameters: {}, configuration: undefined, isFromPage: true })
      .catch((error: unknown) => {
        throw error instanceof HttpProblem ? new PageFailure(error.message) : error;
      });
    const outcome = await this.#parts.runs.end(handle);
    if (outcome.status === "completed") return outcome;
    throw new PageFailure(outcome.error.message);
  }
}
