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
  /** The user roles that count in the request that is answered: they may change while the session lives. */
  userRoles: readonly string[] = [];
  readonly #openings = new Map<string, Opening>();
  #count = 0;

  constructor({ id, owner, chosen }: Pick<AppSession, "id" | "owner" | "chosen">) {
    this.id = id;
    this.owner = owner;
    this.chosen = chosen;
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
    this.#count += 1;
    const opened = new OpenedPage(`p${this.#count}`, { name, page, parameters });
    this.#openings.set(opened.key, { opened, revision: project.revision });
    const [oldest] = this.#openings.keys();
    if (this.#openings.size > maximumOpenings && oldest !== undefined) this.#openings.delete(oldest);
    return opened;
  }

  /** A page that is open. Throws `page-outdated` when it is not, or when the project has changed since. */
  opened(key: string, { revision }: OpenedProject): OpenedPage {
    const opening = this.#openings.get(key);
    if (opening?.revision === revision) return opening.opened;
    throw new HttpProblem(
      "page-outdated",
      "The application has changed, or this page was closed. Load it again.",
    );
  }
}

/** What an opened page needs, from a project and from what runs its microflows. */
export function pagePorts(
  session: AppSession,
  project: OpenedProject,
  {
    environment,
    runMicroflow,
  }: { environment: ConstructorParameters<typeof PageExpressions>[1] } & Pick<PagePorts, "runMicroflow">,
): PagePorts {
  const { index } = project.loaded;
  return {
    index,
    access: session.access(project),
    expressions: new PageExpressions(index, environment),
    runMicroflow,
  };
}

/** A failure of a page as a problem of the request. */
export function asProblem(error: unknown): unknown {
  return error instanceof PageFailure ? new HttpProblem("action-failed", error.message) : error;
}
