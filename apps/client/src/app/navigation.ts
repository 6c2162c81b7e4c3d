import type { PageView } from "@rivulet/pages/view";
import { type Acting, rememberActing, rememberedActing } from "./acting.ts";
import { AppError, dismissPage, openPage, refreshPage } from "./app-api.ts";
import { beginAppSession, continueSession } from "./app-session.ts";
import { addMessage, showStopped, useApp } from "./app-store.ts";
import { messages } from "./messages.ts";
import { putInFront, replacePage } from "./shown-pages.ts";
import { pageInAddress, presentVisit, type Visit } from "./visit.ts";

function sentence(error: unknown): string {
  return error instanceof Error ? error.message : messages.unreachable;
}

/**
 * Begins in a window. After it was loaded anew, the session goes on where the server still has it, with the page that was
 * open and what was typed into it.
 */
export async function openApp(): Promise<void> {
  if (!(await continueSession())) return startApp();
  await followHistory();
  useApp.setState({ isLoading: false });
}

/** Begins a session and shows the page of the address, else the home page. */
export async function startApp(acting = rememberedActing()): Promise<void> {
  useApp.setState({ isLoading: true, isStopped: false, failure: undefined });
  try {
    await beginAppSession(acting);
    await showAddressed();
  } catch (error) {
    if (error instanceof AppError && error.code === "app-stopped") showStopped();
    else useApp.setState({ failure: sentence(error) });
  } finally {
    useApp.setState({ isLoading: false });
  }
}

/** Begins anew after the session has ended, and says so: what was not saved lived in it. */
export async function startAnew(): Promise<void> {
  await startApp();
  addMessage({ level: "warning", text: messages.sessionEnded, isBlocking: false });
}

/** Shows the page of the address, else the home page. */
async function showAddressed(): Promise<void> {
  const page = pageInAddress();
  if (page !== undefined) return showPage(page);
  const home = useApp.getState().app?.homePage;
  if (home === undefined) return;
  // In the place of an entry that leads nowhere else: one more would never let anybody back.
  history.replaceState(null, "", `/app/${home}`);
  await showPage(home);
}

/** Shows the application as somebody else. */
export async function tryAs(acting: Acting): Promise<void> {
  rememberActing(acting);
  history.replaceState(null, "", "/app");
  await startApp(acting);
}

async function load(task: () => Promise<PageView>): Promise<PageView | undefined> {
  useApp.setState({ isLoading: true, failure: undefined });
  try {
    const page = await task();
    putInFront(page);
    return page;
  } catch (error) {
    if (error instanceof AppError && error.code === "unknown-session") void startAnew();
    else if (error instanceof AppError && error.code === "app-stopped") showStopped();
    else useApp.setState({ page: undefined, popups: [], failure: sentence(error) });
    return undefined;
  } finally {
    useApp.setState({ isLoading: false });
  }
}

/** Opens a page by its name; its address follows, so that it can be kept and shared. */
export async function showPage(name: string): Promise<void> {
  const { session } = useApp.getState();
  if (session === undefined) return;
  const address = `/app/${name}`;
  const before = presentVisit();
  const isThere = location.pathname === address;
  if (!isThere) history.pushState(null, "", address);
  const page = await load(() => openPage(session, name));
  if (!page) return;
  const depth = isThere ? (before?.depth ?? 0) : before === undefined ? 0 : before.depth + 1;
  history.replaceState({ opening: page.opening, depth } satisfies Visit, "");
}

/** Shows a page that an action has opened. One with objects has no address: they live in this session. */
export function showOpened(page: PageView): void {
  if (page.layout === "popup") {
    useApp.setState(({ popups }) => ({ popups: [...popups, page] }));
    return;
  }
  const depth = (presentVisit()?.depth ?? -1) + 1;
  history.pushState({ opening: page.opening, depth } satisfies Visit, "", "/app");
  putInFront(page);
}

async function showAgain(session: string, { opening }: PageView): Promise<void> {
  await refreshPage(session, opening).then(replacePage, (error: unknown) => {
    useApp.setState({ failure: sentence(error), page: undefined, popups: [] });
  });
}

/** Takes a pop-up away, or leads back from a page; what was under it is shown with new data. */
export async function leavePage(opening: string): Promise<void> {
  const { popups, session, page } = useApp.getState();
  if (popups.some((popup) => popup.opening === opening)) {
    const left = popups.filter((popup) => popup.opening !== opening);
    const below = left.at(-1) ?? page;
    // Nothing is clicked meanwhile: rows of before name objects that are gone.
    useApp.setState({ popups: left, isActing: true });
    if (session !== undefined && below) await showAgain(session, below);
    useApp.setState({ isActing: false });
  } else if ((presentVisit()?.depth ?? 0) > 0) history.back();
  else await showHome();
}

/** Opens the page with which the application begins. */
export async function showHome(): Promise<void> {
  const home = useApp.getState().app?.homePage;
  if (home !== undefined) await showPage(home);
}

/**
 * After Back and Forward: the page that was open there, else the one of the address, else the home page. Pop-ups are left
 * as their cross does.
 */
export async function followHistory(): Promise<void> {
  const { session, popups } = useApp.getState();
  const visit = presentVisit();
  if (session !== undefined)
    for (const { opening } of popups.toReversed()) await dismissPage(session, opening).catch(() => undefined);
  if (session !== undefined && visit) {
    const page = await refreshPage(session, visit.opening).catch(() => undefined);
    if (page) {
      useApp.setState({ page, popups: [], failure: undefined });
      return;
    }
  }
  await showAddressed();
}
