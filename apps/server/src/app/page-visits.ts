import type { MoreRows, PageView } from "@rivulet/pages/view";
import type { QualifiedName } from "@rivulet/values";
import { HttpProblem } from "../http/http-problem.ts";
import type { SessionEntry, Visit } from "./session-entry.ts";

/** Opens, shows and closes pages of the running application. */
export class PageVisits {
  readonly #entry: SessionEntry;

  constructor(entry: SessionEntry) {
    this.#entry = entry;
  }

  /** Opens a page that needs no object. */
  async open(visit: Visit, page: QualifiedName): Promise<PageView> {
    return this.#entry.within(visit, ({ session, project, ports }) =>
      session.open(page, {}, project).show(ports),
    );
  }

  /**
   * Opens the layout of an open page. It stays for as long as pages have it in common.
   *
   * @throws {HttpProblem} `unknown-layout` for one that comes with the application, or is gone
   */
  async layout(visit: Visit, opening: string): Promise<PageView> {
    return this.#entry.within(visit, async ({ session, project, ports }) => {
      const { page } = session.opened(opening, project);
      const name = page.type === "page" ? page.layout : "";
      const layout = ports.index.pageLayout(name);
      if (!layout)
        throw new HttpProblem("unknown-layout", "This page has no layout of its own, or it is gone.");
      return session.openLayout(name, layout).show(ports);
    });
  }

  /** Shows an open page with new data. */
  async refresh(visit: Visit, opening: string): Promise<PageView> {
    return this.#entry.onPage(visit, opening, (opened, { ports }) => opened.show(ports));
  }

  /** Closes a page as its cross does: what was typed into it is not kept. */
  async dismiss(visit: Visit, opening: string): Promise<void> {
    await this.#entry.onPage(visit, opening, async (opened, { session }) => {
      opened.form.cancel();
      session.close(opening);
    });
  }

  /** More rows of a list. */
  async rows(visit: Visit, at: { opening: string; list: string; from: number }): Promise<MoreRows> {
    return this.#entry.onPage(visit, at.opening, (opened, { ports }) => opened.rows(at.list, at.from, ports));
  }
}
