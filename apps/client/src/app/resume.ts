import type { ResumedApp, ResumedPage } from "@rivulet/pages/view";
import { flushSync } from "react-dom";
import { forgetDrafts, inputsTypedInto } from "../page/inputs/drafts.ts";
import { runInTurn } from "../page/run-in-turn.ts";
import { AppError, resumeSession } from "./app-api.ts";
import { addMessage, showStopped, useApp } from "./app-store.ts";
import { keepingFocus } from "./keep-focus.ts";
import { followHistory, startAnew, startApp } from "./navigation.ts";
import { replacePage, shownPages } from "./shown-pages.ts";

/** Does something when nothing else is under way on these pages; what is asked of them meanwhile comes after it. */
function inTurnOfAll<Answer>(openings: readonly string[], task: () => Promise<Answer>): Promise<Answer> {
  const nested = openings.reduceRight((inner, opening) => () => runInTurn(opening, inner), task);
  return nested();
}

function warn(text: string): void {
  addMessage({ level: "warning", text, isBlocking: false });
}

/** A page that fits no longer is taken away: one in front says why in its place, a pop-up in a message. */
function takeAway({ opening, reason }: Extract<ResumedPage, { readonly reason: string }>): void {
  const { page, layout, popups } = useApp.getState();
  if (page?.opening === opening) useApp.setState({ page: undefined, popups: [], failure: reason });
  else if (layout?.opening === opening) useApp.setState({ layout: undefined });
  else if (popups.some((popup) => popup.opening === opening)) {
    useApp.setState({ popups: popups.filter((popup) => popup.opening !== opening) });
    warn(reason);
  }
}

function apply({ app, pages, lost }: ResumedApp): void {
  useApp.setState({ app });
  for (const each of pages) {
    if ("page" in each) replacePage(each.page);
    else takeAway(each);
  }
  const open = new Set(shownPages().map(({ opening }) => opening));
  forgetDrafts((opening) => open.has(opening));
  for (const sentence of lost) warn(sentence);
}

/**
 * Shows the application as it is after the project has changed: every open page in its place, with its scroll position,
 * the focus, and what was typed. Where the session cannot go on, the application begins anew and says so.
 */
export async function resume(): Promise<void> {
  const { session, failure, isStopped } = useApp.getState();
  if (isStopped) return;
  if (session === undefined) return startApp();
  const openings = shownPages().map(({ opening }) => opening);
  try {
    const resumed = await inTurnOfAll(openings, () =>
      resumeSession(
        session,
        openings.map((opening) => ({ opening, typing: inputsTypedInto(opening) })),
      ),
    );
    if (useApp.getState().session !== session) return;
    keepingFocus(() => flushSync(() => apply(resumed)));
    // What could not be shown before may be there now.
    if (failure !== undefined || openings.length === 0) await followHistory();
  } catch (error) {
    const code = error instanceof AppError ? error.code : "";
    if (code === "app-stopped") showStopped();
    else if (code !== "unreachable") await startAnew();
  }
}
