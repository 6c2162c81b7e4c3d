import type { AppView, PageView } from "@rivulet/pages/view";
import { create } from "zustand";
import { AppError, beginSession, type ClickEffect, openPage } from "./app-api.ts";
import { messages } from "./messages.ts";

/** What the window shows. */
interface AppState {
  readonly session: string | undefined;
  readonly app: AppView | undefined;
  /** The page in front. */
  readonly page: PageView | undefined;
  /** Pop-ups over it, the topmost last. */
  readonly popups: readonly PageView[];
  /** Why the page cannot be shown. */
  readonly failure: string | undefined;
  readonly isLoading: boolean;
}

export const useApp = create<AppState>(() => ({
  session: undefined,
  app: undefined,
  page: undefined,
  popups: [],
  failure: undefined,
  isLoading: true,
}));

const addressPattern = /^\/app\/([A-Za-z_]\w*\.[A-Za-z_]\w*)$/;
const roleKey = "rivulet-app-role";

function pageInAddress(): string | undefined {
  return addressPattern.exec(location.pathname)?.[1];
}

function sentence(error: unknown): string {
  return error instanceof Error ? error.message : messages.unreachable;
}

/** Begins a session and shows the page of the address, else the home page. */
export async function startApp(userRole = sessionStorage.getItem(roleKey) ?? undefined): Promise<void> {
  useApp.setState({ isLoading: true, failure: undefined });
  try {
    const { session, app } = await beginSession(userRole).catch((error: unknown) => {
      // The role that was tried last may be gone.
      if (error instanceof AppError && error.code === "unknown-role") return beginSession();
      throw error;
    });
    useApp.setState({ session, app, page: undefined, popups: [] });
    document.title = app.title;
    const page = pageInAddress() ?? app.homePage;
    if (page !== undefined) await showPage(page);
  } catch (error) {
    useApp.setState({ failure: sentence(error) });
  } finally {
    useApp.setState({ isLoading: false });
  }
}

/** Shows the application as another role. */
export async function tryRole(userRole: string): Promise<void> {
  sessionStorage.setItem(roleKey, userRole);
  history.replaceState(null, "", "/app");
  await startApp(userRole);
}

/** Opens a page by its name; its address follows, so that it can be kept and shared. */
export async function showPage(name: string): Promise<void> {
  const { session } = useApp.getState();
  if (session === undefined) return;
  useApp.setState({ isLoading: true, failure: undefined });
  const address = `/app/${name}`;
  if (location.pathname !== address) history.pushState(null, "", address);
  try {
    useApp.setState({ page: await openPage(session, name), popups: [] });
  } catch (error) {
    if (error instanceof AppError && error.code === "unknown-session") return void startApp();
    useApp.setState({ page: undefined, popups: [], failure: sentence(error) });
  } finally {
    useApp.setState({ isLoading: false });
  }
}

function replaced(pages: readonly PageView[], page: PageView): readonly PageView[] {
  return pages.map((each) => (each.opening === page.opening ? page : each));
}

/** Shows what a click did. */
export function applyEffect(effect: ClickEffect, opening: string): void {
  const { page, popups } = useApp.getState();
  if (effect.effect === "close") closePage(opening);
  if (effect.effect === "refresh") {
    if (effect.page.opening === page?.opening) useApp.setState({ page: effect.page });
    else useApp.setState({ popups: replaced(popups, effect.page) });
  }
  if (effect.effect !== "show") return;
  if (effect.page.layout === "popup") useApp.setState({ popups: [...popups, effect.page] });
  else {
    // A page with objects has no address of its own: they live in this session.
    history.pushState(null, "", "/app");
    useApp.setState({ page: effect.page, popups: [] });
  }
}

/** Closes a pop-up, or leads back from a page. */
export function closePage(opening: string): void {
  const { popups } = useApp.getState();
  if (popups.some((popup) => popup.opening === opening))
    useApp.setState({ popups: popups.filter((popup) => popup.opening !== opening) });
  else history.back();
}

/** After Back and Forward: the page of the address, else the home page. */
export function followAddress(): void {
  const page = pageInAddress() ?? useApp.getState().app?.homePage;
  if (page !== undefined) void showPage(page);
}

/** Loads the page in front again, after the project has changed; the frame too. */
export async function reload(): Promise<void> {
  await startApp(useApp.getState().app?.userRole);
}
