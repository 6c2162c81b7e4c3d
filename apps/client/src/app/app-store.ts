import type { AppView, ClientStep, PageView } from "@rivulet/pages/view";
import { flushSync } from "react-dom";
import { create } from "zustand";
import { type Acting, rememberActing, rememberedActing } from "./acting.ts";
import type { ActionFailure } from "./action-failure.ts";
import {
  AppError,
  beginSession,
  dismissPage,
  openLayout,
  openPage,
  refreshPage,
  resumeSession,
} from "./app-api.ts";
import { keepingFocus } from "./keep-focus.ts";
import { messages } from "./messages.ts";
import { beginAtTop, pageInAddress, presentVisit, type Visit } from "./visit.ts";

/** A message that a microflow shows. */
export type ShownMessage = Extract<ClientStep, { readonly kind: "message" }> & { readonly id: number };

/** What the window shows. */
interface AppState {
  readonly session: string | undefined;
  readonly app: AppView | undefined;
  /** The page in front. */
  readonly page: PageView | undefined;
  /** The layout of the project that it stands in; it stays while pages have it in common. */
  readonly layout: PageView | undefined;
  /** Name of a layout that could not be loaded: pages of it stand in the usual frame. */
  readonly missingLayout: string | undefined;
  /** Pop-ups over it, the topmost last. */
  readonly popups: readonly PageView[];
  readonly messages: readonly ShownMessage[];
  /** Why the page cannot be shown. */
  readonly failure: string | undefined;
  /** Whether somebody has stopped the application. */
  readonly isStopped: boolean;
  readonly isLoading: boolean;
  /** Whether the server is waited for: it could not be reached. */
  readonly isUnreachable: boolean;
  /** Whether an action is under way: no other one begins until it is done. */
  readonly isActing: boolean;
  /** Why the last action could not be done, and the place where that is said: its page, widget and object. */
  readonly failedAction: { readonly place: string; readonly failure: ActionFailure } | undefined;
}

export const useApp = create<AppState>(() => ({
  session: undefined,
  app: undefined,
  page: undefined,
  layout: undefined,
  missingLayout: undefined,
  popups: [],
  messages: [],
  failure: undefined,
  isStopped: false,
  isLoading: true,
  isUnreachable: false,
  isActing: false,
  failedAction: undefined,
}));

let messageCount = 0;

/** Shows a message above the page. */
export function addMessage(step: Omit<ShownMessage, "id" | "kind">): ShownMessage {
  messageCount += 1;
  const message: ShownMessage = { ...step, kind: "message", id: messageCount };
  useApp.setState(({ messages: shown }) => ({ messages: [...shown, message] }));
  return message;
}

/** Why somebody cannot be tried any more who was there before: a role or a demo user is gone, or was another person's. */
const goneCodes = new Set(["unknown-role", "unknown-demo-user", "not-allowed"]);

const sessionKey = "rivulet-app-session";

function sentence(error: unknown): string {
  return error instanceof Error ? error.message : messages.unreachable;
}

/**
 * Begins in a window. After it was loaded anew, the session goes on where the server still has it, with the page that was
 * open and what was typed into it.
 */
export async function openApp(): Promise<void> {
  const kept = sessionStorage.getItem(sessionKey);
  const resumed = kept === null ? undefined : await resumeSession(kept, []).catch(() => undefined);
  if (kept === null || !resumed) return startApp();
  const { app } = resumed;
  useApp.setState({ session: kept, app });
  document.title = app.title;
  await followHistory();
  useApp.setState({ isLoading: false });
}

/** Begins a session and shows the page of the address, else the home page. */
export async function startApp(acting = rememberedActing()): Promise<void> {
  useApp.setState({ isLoading: true, isStopped: false, failure: undefined });
  try {
    const { session, app } = await beginSession(acting).catch((error: unknown) => {
      if (error instanceof AppError && goneCodes.has(error.code)) return beginSession({});
      throw error;
    });
    sessionStorage.setItem(sessionKey, session);
    useApp.setState({
      session,
      app,
      page: undefined,
      layout: undefined,
      missingLayout: undefined,
      popups: [],
      messages: [],
    });
    document.title = app.title;
    await showAddressed();
  } catch (error) {
    if (error instanceof AppError && error.code === "app-stopped") showStopped();
    else useApp.setState({ failure: sentence(error) });
  } finally {
    useApp.setState({ isLoading: false });
  }
}

/** Shows that the application is stopped: its pages are gone. */
export function showStopped(): void {
  useApp.setState({
    session: undefined,
    page: undefined,
    layout: undefined,
    popups: [],
    messages: [],
    failure: undefined,
    isStopped: true,
  });
}

/** Begins anew after the session has ended, and says so: what was not saved lived in it. */
export async function startAnew(): Promise<void> {
  await startApp();
  addMessage({ level: "warning", text: messages.sessionEnded, isBlocking: false });
}

/** Shows the page of the address, else the home page. */
export async function showAddressed(): Promise<void> {
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

/** Shows a page in the place of the one before. */
function putInFront(page: PageView): void {
  const isFirst = useApp.getState().page === undefined;
  flushSync(() => useApp.setState({ page, popups: [] }));
  if (!isFirst) beginAtTop();
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

/** Puts new data into a page that is open. Rows may show other objects then: the focus stays at its place. */
export function replacePage(page: PageView): void {
  keepingFocus(() => flushSync(() => putPage(page)));
}

function putPage(page: PageView): void {
  const { page: front, layout, popups } = useApp.getState();
  if (page.opening === front?.opening) useApp.setState({ page });
  else if (page.opening === layout?.opening) useApp.setState({ layout: page });
  else useApp.setState({ popups: popups.map((each) => (each.opening === page.opening ? page : each)) });
}

/** Whether a page stands in a layout of the project, and not in one that comes with the application. */
function hasOwnLayout({ layout }: PageView): boolean {
  return layout.includes(".");
}

/** Loads the layout of the page in front, unless it is there already. */
async function followLayout(page: PageView): Promise<void> {
  const { session, layout } = useApp.getState();
  if (session === undefined || !hasOwnLayout(page) || layout?.page === page.layout) return;
  const opened = await openLayout(session, page.opening).catch(() => undefined);
  if (useApp.getState().page?.layout !== page.layout) return;
  useApp.setState(opened ? { layout: opened, missingLayout: undefined } : { missingLayout: page.layout });
}

useApp.subscribe(({ page }, before) => {
  if (page && page !== before.page) void followLayout(page);
});

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
