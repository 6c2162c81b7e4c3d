import { randomUUID } from "node:crypto";
import { HttpProblem } from "../http/http-problem.ts";
import { appLimits } from "./app-limits.ts";
import { AppSession, type AppSessionParts } from "./app-session.ts";

/** Everybody who uses the running application. In memory: a restart of the server begins them anew. */
export class AppSessions {
  readonly #sessions = new Map<string, AppSession>();

  begin(of: Omit<AppSessionParts, "id">): AppSession {
    const session = new AppSession({ id: randomUUID(), ...of });
    this.#sessions.set(session.id, session);
    const [oldest] = this.#sessions.keys();
    if (this.#sessions.size > appLimits.sessions && oldest !== undefined) this.#sessions.delete(oldest);
    return session;
  }

  end(id: string): void {
    this.#sessions.delete(id);
  }

  /** Ends all of them. */
  endAll(): void {
    this.#sessions.clear();
  }

  /** Throws `unknown-session`, also for the session of somebody else: the browser then begins another one. */
  find(id: string, owner: string | undefined): AppSession {
    const session = this.#sessions.get(id);
    if (!session || session.owner !== owner)
      throw new HttpProblem("unknown-session", "This session has ended. Load the page again.");
    // Kept in order of use.
    this.#sessions.delete(id);
    this.#sessions.set(id, session);
    return session;
  }
}
