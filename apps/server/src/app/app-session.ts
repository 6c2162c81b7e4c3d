import type { PageLayoutRecord, WidgetDocument } from "@rivulet/model";
import { type AppAccess, accessOf, ObjectCarrier, OpenedPage, PageFailure } from "@rivulet/pages";
import type { RunAs } from "@rivulet/runtime";
import type { EntityObject, QualifiedName } from "@rivulet/values";
import { HttpProblem } from "../http/http-problem.ts";
import type { OpenedProject } from "../project/opened-project.ts";
import { appLimits } from "./app-limits.ts";

/** Sentences about what a change of the project took away that are kept until somebody reads them. */
const maximumLosses = 20;

/** What of a project tells whether a session still stands on it. */
type Ground = Pick<OpenedProject, "revision" | "modelMark" | "logicMark">;

/** What a session is begun with. */
export type AppSessionParts = Pick<AppSession, "id" | "owner" | "chosen" | "timeZone"> & {
  /** Is told the name of each page that is opened. */
  readonly onOpened: (page: QualifiedName) => void;
};

/** Somebody who uses the running application, with the pages that he has open and the objects that they show. */
export class AppSession {
  readonly id: string;
  /** Id of the account whose session it is; nobody else may use it. */
  readonly owner: string | undefined;
  /** As whom somebody wants to try the application; left out, as himself. */
  readonly chosen: RunAs | undefined;
  /** The time zone of the browser, in which dates are written. */
  readonly timeZone: string;
  /** The user roles that count in the request that is answered: they may change while the session lives. */
  userRoles: readonly string[] = [];
  readonly #onOpened: AppSessionParts["onOpened"];
  readonly #openings = new Map<string, OpenedPage>();
  /** Why a page that was open is not any more, by its key. */
  readonly #gone = new Map<string, string>();
  #losses: string[] = [];
  #ground: Ground | undefined;
  /** The project of the requests that are answered at this moment. */
  #project: OpenedProject | undefined;
  #guests = 0;
  #onIdle: (() => void)[] = [];
  readonly #turns = new Map<string, Promise<unknown>>();
  readonly #underWay = new Set<string>();
  #count = 0;

  constructor({ id, owner, chosen, timeZone, onOpened }: AppSessionParts) {
    this.#onOpened = onOpened;
    this.id = id;
    this.owner = owner;
    this.chosen = chosen;
    this.timeZone = timeZone;
  }

  /**
   * Begins to answer a request; {@link leave} ends it. The session goes over into the present project as soon as nothing else is
   * being answered: until then its objects are those of the project before. Answers the project that counts.
   */
  enter(present: OpenedProject): OpenedProject {
    if (this.#guests === 0 || !this.#project) {
      this.#carryTo(present);
      this.#project = present;
    }
    this.#guests += 1;
    return this.#project;
  }

  leave(): void {
    this.#guests -= 1;
    if (this.#guests > 0) return;
    // A session that rests holds no whole project in memory.
    this.#project = undefined;
    for (const resolve of this.#onIdle.splice(0)) resolve();
  }

  /** Resolves when nothing is being answered. */
  async idle(): Promise<void> {
    while (this.#guests > 0) await new Promise<void>((resolve) => this.#onIdle.push(resolve));
  }

  /** What changes of the project took away since somebody last asked, as sentences. */
  takeLosses(): readonly string[] {
    return this.#losses.splice(0);
  }

  #carryTo(present: OpenedProject): void {
    const before = this.#ground;
    const { revision, modelMark, logicMark } = present;
    if (before?.revision === revision) return;
    this.#ground = { revision, modelMark, logicMark };
    if (!before) return;
    const { index } = present.loaded;
    const carrier = new ObjectCarrier({ index, isSameModel: before.modelMark === modelMark });
    for (const [key, opened] of this.#openings) {
      try {
        this.#losses.push(...opened.carry(carrier, before.logicMark !== logicMark));
      } catch (error) {
        if (!(error instanceof PageFailure)) throw error;
        this.#openings.delete(key);
        this.#forgetPage(key, error.message);
      }
    }
    this.#losses = this.#losses.slice(-maximumLosses);
  }

  #forgetPage(key: string, reason: string): void {
    this.#gone.set(key, reason);
    const [oldest] = this.#gone.keys();
    if (this.#gone.size > appLimits.openings && oldest !== undefined) this.#gone.delete(oldest);
  }

  access({ loaded }: OpenedProject): AppAccess {
    return accessOf(this.userRoles, loaded.index);
  }

  /**
   * Opens a page that the role may see.
   *
   * @throws {HttpProblem} `unknown-page`, `not-allowed`
   */
  open(
    name: QualifiedName,
    parameters: Readonly<Record<string, EntityObject>>,
    project: OpenedProject,
  ): OpenedPage {
    const page = project.loaded.index.page(name);
    if (!page) throw new HttpProblem("unknown-page", `The application has no page ${name}.`);
    this.#assertMayOpen(page, project);
    const missing = (page.parameters ?? []).find((parameter) => parameters[parameter.name] === undefined);
    if (missing) {
      const detail = `This page shows one ${missing.entity.split(".")[1]}, and it was opened without one. Go to where it is listed and open it from there.`;
      throw new HttpProblem("page-needs-object", detail);
    }
    return this.#keep({ name, page, parameters });
  }

  /** Opens a layout, for a page that is open and has it. */
  openLayout(name: QualifiedName, page: PageLayoutRecord): OpenedPage {
    return this.#keep({ name, page, parameters: {} });
  }

  #assertMayOpen(page: WidgetDocument, project: OpenedProject): void {
    if (page.type !== "page" || this.access(project).mayOpen(page)) return;
    throw new HttpProblem("not-allowed", "This page is not for you: none of your roles may see it.");
  }

  #keep(what: Pick<OpenedPage, "name" | "page" | "parameters">): OpenedPage {
    this.#count += 1;
    const opened = new OpenedPage(`p${this.#count}`, what);
    this.#openings.set(opened.key, opened);
    this.#forgetOldest();
    if (what.page.type === "page") this.#onOpened(what.name);
    return opened;
  }

  /**
   * A page that is open.
   *
   * @throws {HttpProblem} `page-outdated` when it is not, or no longer; `not-allowed` when the role may not see it any more
   */
  opened(key: string, project: OpenedProject): OpenedPage {
    const opened = this.#openings.get(key);
    if (!opened) {
      const detail = this.#gone.get(key) ?? "This page was closed, or is too old. Load it again.";
      throw new HttpProblem("page-outdated", detail);
    }
    this.#assertMayOpen(opened.page, project);
    // Kept in order of use.
    this.#openings.delete(key);
    this.#openings.set(key, opened);
    return opened;
  }

  /** Closes a page: nothing in it can be named any more. */
  close(key: string): void {
    this.#openings.delete(key);
  }

  /** Does one thing after the other on a page, so that what was typed is there before what is done with it. */
  async inTurn<Answer>(opening: string, task: () => Promise<Answer>): Promise<Answer> {
    const before = this.#turns.get(opening) ?? Promise.resolve();
    const turn = before.then(task);
    const settled = turn.then(
      () => undefined,
      () => undefined,
    );
    this.#turns.set(opening, settled);
    try {
      return await turn;
    } finally {
      if (this.#turns.get(opening) === settled) this.#turns.delete(opening);
      this.#forgetOldest();
    }
  }

  /** Does something that a second click must not do again while it is done. Throws `action-under-way`. */
  async once<Answer>(action: string, task: () => Promise<Answer>): Promise<Answer> {
    if (this.#underWay.has(action))
      throw new HttpProblem("action-under-way", "This is being done already. Wait for its end.");
    this.#underWay.add(action);
    try {
      return await task();
    } finally {
      this.#underWay.delete(action);
    }
  }

  /** The page that was used last stays, whatever it holds. */
  #forgetOldest(): void {
    const openings = [...this.#openings];
    let weight = openings.reduce((sum, [, opened]) => sum + opened.weight, 0);
    for (const [position, [key, opened]] of openings.entries()) {
      const left = openings.length - position;
      if (left <= 1 || (left <= appLimits.openings && weight <= appLimits.objects)) return;
      weight -= opened.weight;
      this.#openings.delete(key);
    }
  }
}
