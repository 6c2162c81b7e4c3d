import { appView } from "@rivulet/pages";
import type { AppView, PageView, ResumedApp, ResumedPage } from "@rivulet/pages/view";
import type { Engine, RunAs, RunSettings } from "@rivulet/runtime";
import type { QualifiedName } from "@rivulet/values";
import { HttpProblem } from "../http/http-problem.ts";
import { actingUser, demoUsersFor, userRolesOf } from "../people/acting-user.ts";
import { type Caller, hasRight, personOf } from "../people/caller.ts";
import type { OpenedProject } from "../project/opened-project.ts";
import type { RunService } from "../runs/run-service.ts";
import { AppConsole } from "./app-console.ts";
import type { AppSession } from "./app-session.ts";
import { AppSessions } from "./app-sessions.ts";
import { AppSwitch } from "./app-switch.ts";
import { PageActions } from "./page-actions.ts";
import { PageRuns } from "./page-runs.ts";
import { PageVisits } from "./page-visits.ts";
import { sessionAs } from "./session-as.ts";
import { type Entered, SessionEntry, type Visit } from "./session-entry.ts";

/** What the running application needs of the rest of the server. */
export interface AppServiceParts {
  readonly project: () => Promise<OpenedProject>;
  readonly settings: (project: OpenedProject) => RunSettings;
  readonly runs: RunService;
  readonly engine: Engine;
}

/** An open page as the browser has it. */
export interface KnownPage {
  readonly opening: string;
  /** Inputs into which somebody types at this moment. */
  readonly typing: readonly { readonly widget: string; readonly object: string }[];
}

/** Who wants to see a page without a session. */
export type Preview = Required<Pick<Visit, "caller" | "signal" | "traceParent">>;

/** Milliseconds after which the data of a preview are given up. */
const longestPreview = 30_000;

/** A page that somebody who designs it wants to see. */
export interface PreviewRequest {
  readonly page: QualifiedName;
  /** As whom; left out, as the caller himself. */
  readonly as?: RunAs | undefined;
  readonly timeZone?: string | undefined;
}

/** The running application: its sessions. What the browser gets is described in pages/view. */
export class AppService {
  readonly visits: PageVisits;
  readonly actions: PageActions;
  readonly #project: () => Promise<OpenedProject>;
  readonly #entry: SessionEntry;
  /** What it does, line by line. */
  readonly console = new AppConsole();
  readonly power = new AppSwitch();
  readonly #sessions = new AppSessions();
  readonly #pageRuns: PageRuns;

  constructor(parts: AppServiceParts) {
    this.#project = parts.project;
    const { console, power } = this;
    this.#pageRuns = new PageRuns({ ...parts, console, power });
    this.#entry = new SessionEntry({
      ...parts,
      console,
      power,
      pageRuns: this.#pageRuns,
      sessions: this.#sessions,
    });
    this.visits = new PageVisits(this.#entry);
    this.actions = new PageActions(this.#entry);
  }

  /**
   * Begins a session. Whoever is at this machine begins as the first user role, and may try each of them; somebody who
   * has signed in has all of his own, and may try one alone. Whoever builds may try it as a demo user.
   *
   * @throws {HttpProblem} `unknown-role`, `unknown-demo-user`, `not-allowed`, `app-stopped`
   */
  async begin(
    caller: Caller,
    { as: chosen, timeZone = "UTC" }: { as?: RunAs | undefined; timeZone?: string | undefined },
  ): Promise<{ session: string; app: AppView }> {
    this.power.assertRunning();
    const project = await this.#project();
    const { index } = project.loaded;
    // Also while security is off, a role that does not exist is a mistake.
    actingUser(caller, index, chosen);
    const { userRoles, who } = actingUser(caller, index, sessionAs(caller, index, chosen));
    const session = this.#sessions.begin({
      owner: personOf(caller)?.id,
      chosen,
      timeZone: knownZone(timeZone),
      onOpened: (page) => this.console.add({ kind: "pageOpened", page }),
    });
    this.power.used();
    const counting = index.settings?.security.level === "off" ? [] : userRoles;
    this.console.add({ kind: "sessionBegun", userRoles: counting, ...(who === undefined ? {} : { who }) });
    return { session: session.id, app: viewFor(caller, chosen, project) };
  }

  /**
   * Shows a page with its data to whoever designs it, as a user role or a demo user: nothing of it is kept. Its data sources run.
   *
   * @throws {HttpProblem} as {@link begin} and {@link PageVisits.open} do
   */
  async preview(
    { page, as: chosen, timeZone = "UTC" }: PreviewRequest,
    { caller, signal, traceParent }: Preview,
  ): Promise<PageView> {
    const { index } = (await this.#project()).loaded;
    actingUser(caller, index, chosen);
    const session = this.#sessions.begin({
      owner: personOf(caller)?.id,
      chosen,
      timeZone: knownZone(timeZone),
      onOpened: () => {},
    });
    const patience = AbortSignal.timeout(longestPreview);
    try {
      const ends = AbortSignal.any([signal, patience]);
      const visit = { caller, session: session.id, signal: ends, traceParent };
      return await this.visits.open(visit, page);
    } finally {
      this.#sessions.end(session.id);
    }
  }

  /** Starts the application; or stops it for everybody: sessions end, and so do the microflows that pages have called. */
  turn(isRunning: boolean): void {
    if (!this.power.turn(isRunning)) return;
    this.console.add({ kind: isRunning ? "started" : "stopped" });
    if (isRunning) return;
    this.#sessions.endAll();
    this.#pageRuns.cancelAll();
  }

  /**
   * Goes on in the present project, after it has changed: the open pages are shown anew, with what was typed. Waits for
   * what the session is doing. A page that cannot be shown any more says why.
   */
  async resume(visit: Visit, known: readonly KnownPage[]): Promise<ResumedApp> {
    await this.#entry.sessionOf(visit).idle();
    return this.#entry.within(visit, async (entered) => {
      const { session, project } = entered;
      const app = viewFor(visit.caller, session.chosen, project);
      const pages: ResumedPage[] = [];
      for (const each of known)
        pages.push(await session.inTurn(each.opening, () => resumedPage(each, entered)));
      return { app, pages, lost: session.takeLosses() };
    });
  }
}

async function resumedPage(
  { opening, typing }: KnownPage,
  { session, project, ports }: Entered,
): Promise<ResumedPage> {
  try {
    return { opening, page: await session.opened(opening, project).resume(ports, typing) };
  } catch (error) {
    if (error instanceof HttpProblem) return { opening, reason: error.message };
    throw error;
  }
}

/** The frame of the application. */
function viewFor(caller: Caller, chosen: AppSession["chosen"], { loaded }: OpenedProject): AppView {
  const { index } = loaded;
  const isOff = index.settings?.security.level === "off";
  const as = sessionAs(caller, index, chosen);
  const user = {
    userRoles: isOff ? [] : actingUser(caller, index, as).userRoles,
    choices: userRolesOf(caller, index),
    demoUsers: demoUsersFor(caller, index),
    demoUser: as?.kind === "demoUser" ? as.name : undefined,
    person: personOf(caller)?.name,
    isAuthor: hasRight(caller, "viewer"),
  };
  return appView(user, index);
}

/** The time zone as it was asked for, where this machine knows it. */
function knownZone(timeZone: string): string {
  try {
    return new Intl.DateTimeFormat("en", { timeZone }).resolvedOptions().timeZone;
  } catch {
    return "UTC";
  }
}
