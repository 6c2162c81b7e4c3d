import type { AppView } from "@rivulet/pages/view";
import type { Acting } from "./acting.ts";
import { AppError, beginSession, resumeSession } from "./app-api.ts";
import { useApp } from "./app-store.ts";

/** Why somebody cannot be tried any more who was there before: a role or a demo user is gone, or was another person's. */
const goneCodes = new Set(["unknown-role", "unknown-demo-user", "not-allowed"]);

const sessionKey = "rivulet-app-session";

function begun(session: string, app: AppView): void {
  sessionStorage.setItem(sessionKey, session);
  useApp.setState({ session, app });
  document.title = app.title;
}

/** Goes on with the session of this window, after it was loaded anew; whether the server still has it. */
export async function continueSession(): Promise<boolean> {
  const kept = sessionStorage.getItem(sessionKey);
  const resumed = kept === null ? undefined : await resumeSession(kept, []).catch(() => undefined);
  if (kept === null || !resumed) return false;
  begun(kept, resumed.app);
  return true;
}

/** Begins another session; nothing of the one before is shown any more. */
export async function beginAppSession(acting: Acting): Promise<void> {
  const { session, app } = await beginSession(acting).catch((error: unknown) => {
    if (error instanceof AppError && goneCodes.has(error.code)) return beginSession({});
    throw error;
  });
  useApp.setState({ page: undefined, layout: undefined, missingLayout: undefined, popups: [], messages: [] });
  begun(session, app);
}
