import type { AppView, ClientStep, PageView } from "@rivulet/pages/view";
import { flushSync } from "react-dom";
import { create } from "zustand";
import { type Acting, rememberActing, rememberedActing } from "./acting.ts";
import type { ActionFailure } from "./action-failure.ts";
import { AppError, beginSession, openLayout, openPage, refreshPage } from "./app-api.ts";
import { keepingFocus } from "./keep-focus.ts";
import { messages } from "./messages.ts";

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

const addressPattern = /^\/app\/([A-Za-z_]\w*\.[A-Za-z_]\w*)$/;
/** Why somebody cannot be tried any more who was there before: a role or a demo user is gone, or was another person's. */
const goneCodes = new Set(["unknown-role", "unknown-demo-user", "not-allowed"]);

/** What the browser remembers with an entry of its history. */
interface Visit {
  /** The open page, also one with objects, which has no address of its own. */
  readonly opening: string;
  /** How many pages of the application stand before it in the history. */
  readonly depth: number;
}

function visitOf(state: unknown): Visit | undefined {
  const visit = state as Partial<Visit> | null;
  return typeof visit?.opening === "string" && typeof visit.depth === "number"
    ? { opening: visit.opening, depth: visit.depth }
    : undefined;
}

function pageInAddress(): string | undefined {
  return addressPattern.exec(location.pathname)?.[1];
}

function sentence(error: unknown): string {
  return error instanceof Error ? error.message : messages.unreachable;
}

/** Begins a session and shows the page of the address, else the home page. */
export async function startApp(acting = rememberedActing()): Promise<void> {
  useApp.setState({ isLoading: true, isStopped: false, failure: undefined });
  try {
    const { session, app } = await beginSession(acting).catch((error: unknown) => {
      if (error instanceof AppError && goneCodes.has(error.code)) return beginSession({});
      throw error;
    });
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
  const page = pageInAddress() ?? useApp.getState().app?.homePage;
  if (page !== undefined) await showPage(page);
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
    useApp.setState({ page, popups: [] });
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
  const before = visitOf(history.state);
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
  const depth = (visitOf(history.state)?.depth ?? -1) + 1;
  history.pushState({ opening: page.opening, depth } satisfies Visit, "", "/app");
  useApp.setState({ page, popups: [] });
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

/** Takes a pop-up away, or leads back from a page; what was under it is shown with new data. */
export async function leavePage(opening: string): Promise<void> {
  const { popups, session, page } = useApp.getState();
  if (popups.some((popup) => popup.opening === opening)) {
    const left = popups.filter((popup) => popup.opening !== opening);
    useApp.setState({ popups: left });
    const below = left.at(-1) ?? page;
    if (session === undefined || !below) return;
    await refreshPage(session, below.opening).then(replacePage, (error: unknown) => {
      useApp.setState({ failure: sentence(error), page: undefined, popups: [] });
    });
  } else if ((visitOf(history.state)?.depth ?? 0) > 0) history.back();
  else await showHome();
}

/** Opens the page with which the application begins. */
export async function showHome(): Promise<void> {
  const home = useApp.getState().app?.homePage;
  if (home !== undefined) await showPage(home);
}

/** After Back and Forward: the page that was open there, else the one of the address, else the home page. */
export async function followHistory(): Promise<void> {
  const { session } = useApp.getState();
  const visit = visitOf(history.state);
  if (session !== undefined && visit) {
    const page = await refreshPage(session, visit.opening).catch(() => undefined);
    if (page) {
      useApp.setState({ page, popups: [], failure: undefined });
      return;
    }
  }
  await showAddressed();
}
