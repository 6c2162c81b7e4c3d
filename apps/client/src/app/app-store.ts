import type { AppView, ClientStep, PageView } from "@rivulet/pages/view";
import { create } from "zustand";
import type { ActionFailure } from "./action-failure.ts";

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
