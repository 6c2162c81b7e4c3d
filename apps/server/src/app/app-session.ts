import type { PageLayoutRecord } from "@rivulet/model";
import {
  type AppAccess,
  accessOf,
  OpenedPage,
  PageExpressions,
  PageFailure,
  type PagePorts,
} from "@rivulet/pages";
import type { EntityObject, QualifiedName } from "@rivulet/values";
import { HttpProblem } from "../http/http-problem.ts";
import type { OpenedProject } from "../project/opened-project.ts";

/** Pages that somebody can have open at once; the oldest is forgotten for one more. */
const maximumOpenings = 50;

/** Objects that the open pages of somebody may hold in all; the oldest pages are forgotten for more. */
const maximumObjects = 500_000;

interface Opening {
  readonly opened: OpenedPage;
  readonly revision: number;
}

/** Somebody who uses the running application, with the pages that he has open and the objects that they show. */
export class AppSession {
  readonly id: string;
  /** Id of the account whose session it is; nobody else may use it. */
  readonly owner: string | undefined;
  /** The one user role as which the application is tried; left out, all that the user has count. */
  readonly chosen: string | undefined;
  /** The time zone of the browser, in which dates are written. */
  readonly timeZone: string;
  /** The user roles that count in the request that is answered: they may change while the session lives. */
  userRoles: readonly string[] = [];
  readonly #openings = new Map<string, Opening>();
  readonly #turns = new Map<string, Promise<unknown>>();
  readonly #underWay = new Set<string>();
  #count = 0;

  constructor({ id, owner, chosen, timeZone }: Pick<AppSession, "id" | "owner" | "chosen" | "timeZone">) {
    this.id = id;
    this.owner = owner;
    this.chosen = chosen;
    this.timeZone = timeZone;
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
    if (!this.access(project).mayOpen(page)) {
      const detail = "This page is not for you: none of your roles may see it.";
      throw new HttpProblem("not-allowed", detail);
    }
    const missing = (page.parameters ?? []).find((parameter) => parameters[parameter.name] === undefined);
    if (missing) {
      const detail = `This page shows one ${missing.entity.split(".")[1]}, and it was opened without one. Go to where it is listed and open it from there.`;
      throw new HttpProblem("page-needs-object", detail);
    }
    return this.#keep({ name, page, parameters }, project);
  }

  /** Opens a layout, for a page that is open and has it. */
  openLayout(name: QualifiedName, page: PageLayoutRecord, project: OpenedProject): OpenedPage {
    return this.#keep({ name, page, parameters: {} }, project);
  }

  #keep(what: Pick<OpenedPage, "name" | "page" | "parameters">, { revision }: OpenedProject): OpenedPage {
    this.#count += 1;
    const opened = new OpenedPage(`p${this.#count}`, what);
    this.#openings.set(opened.key, { opened, revision });
    this.#forgetOldest();
    return opened;
  }

  /** A page that is open. Throws `page-outdated` when it is not, or when the project has changed since. */
  opened(key: string, { revision }: OpenedProject): OpenedPage {
    const opening = this.#openings.get(key);
    if (opening?.revision !== revision) {
      const detail = "The application has changed, or this page was closed. Load it again.";
      throw new HttpProblem("page-outdated", detail);
    }
    // Kept in order of use.
    this.#openings.delete(key);
    this.#openings.set(key, opening);
    return opening.opened;
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
    let weight = openings.reduce((sum, [, { opened }]) => sum + opened.weight, 0);
    for (const [position, [key, { opened }]] of openings.entries()) {
      const left = openings.length - position;
      if (left <= 1 || (left <= maximumOpenings && weight <= maximumObjects)) return;
      weight -= opened.weight;
      this.#openings.delete(key);
    }
  }
}

/** What an opened page needs, from a project and from what runs its microflows. */
export function pagePorts(
  session: AppSession,
  project: OpenedProject,
  {
    environment,
    runMicroflow,
  }: {
    environment: ConstructorParameters<typeof PageExpressions>[0]["environment"];
  } & Pick<PagePorts, "runMicroflow">,
): PagePorts {
  const { index } = project.loaded;
  const access = session.access(project);
  return {
    index,
    access,
    expressions: new PageExpressions({ index, environment, rights: access }),
    now: Date.now,
    runMicroflow,
  };
}

/** A failure of a page as a problem of the request. */
export function asProblem(error: unknown): unknown {
  return error instanceof PageFailure ? new HttpProblem("action-failed", error.message) : error;
}
