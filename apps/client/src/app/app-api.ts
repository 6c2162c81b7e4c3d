import type { ActionAnswer, AppView, MoreRows, PageView, ResumedApp } from "@rivulet/pages/view";
import type { Acting } from "./acting.ts";
import { messages } from "./messages.ts";
import { timeZoneHere } from "./time-zone.ts";

/** A refusal of the server: a sentence, and the code that says what it was. */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** Goes to the page where people sign in, and comes back from there. */
function signIn(): void {
  location.assign(`/sign-in?next=${encodeURIComponent(location.pathname)}`);
}

/** Ends the session of whoever has signed in. */
export async function signOut(): Promise<void> {
  await fetch("/api/v1/session", { method: "DELETE" });
  signIn();
}

/** Starts the stopped application again, where the caller may. */
export async function startApplication(): Promise<void> {
  const response = await fetch("/api/v1/app", {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ isRunning: true }),
  });
  if (!response.ok) refuse(await response.json().catch(() => ({})));
}

const base = "/api/v1/app/sessions";

let tellOfLoss = (): void => {};

/** Tells whenever a request does not get through to the server. */
export function onUnreachable(told: () => void): void {
  tellOfLoss = told;
}

async function post<Answer>(path: string, body: object): Promise<Answer> {
  const response = await fetch(base + path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  }).catch(() => refuse({}));
  const answer: unknown = await response.json().catch(() => ({}));
  if (response.ok) return answer as Answer;
  if (response.status === 401) signIn();
  return refuse(answer);
}

function refuse(answer: unknown): never {
  const { code, detail } = answer as { readonly code?: string; readonly detail?: string };
  // What is no answer of ours comes from something in between, and the server is not there.
  if (code === undefined) tellOfLoss();
  throw new AppError(code ?? "unreachable", detail ?? messages.unreachable);
}

/** Begins to use the application; as nobody else: at a machine of one's own, as the first role of the project. */
export function beginSession(acting: Acting): Promise<{ session: string; app: AppView }> {
  return post("", { timeZone: timeZoneHere(), ...acting });
}

export function openPage(session: string, page: string): Promise<PageView> {
  return post(`/${session}/pages`, { page });
}

/** The layout of an open page. */
export function openLayout(session: string, opening: string): Promise<PageView> {
  return post(`/${session}/layouts`, { opening });
}

/** An open page with new data. */
export function refreshPage(session: string, opening: string): Promise<PageView> {
  return post(`/${session}/refreshes`, { opening });
}

/** Goes on after the project has changed: the open pages as they are then, with what was typed. */
export function resumeSession(
  session: string,
  pages: readonly {
    readonly opening: string;
    readonly typing: readonly { readonly widget: string; readonly object: string }[];
  }[],
): Promise<ResumedApp> {
  return post(`/${session}/resumptions`, { pages });
}

/** Closes a page without keeping what was typed into it. */
export async function dismissPage(session: string, opening: string): Promise<void> {
  await post(`/${session}/dismissals`, { opening });
}

/** Puts something into an input. */
export function changeInput(
  session: string,
  at: {
    readonly opening: string;
    readonly widget: string;
    readonly object: string;
    readonly value: string | boolean;
  },
): Promise<ActionAnswer> {
  return post(`/${session}/changes`, at);
}

export function readRows(
  session: string,
  at: { readonly opening: string; readonly list: string; readonly from: number },
): Promise<MoreRows> {
  return post(`/${session}/rows`, at);
}

export function click(
  session: string,
  at: { readonly opening: string; readonly widget: string; readonly object?: string },
): Promise<ActionAnswer> {
  return post(`/${session}/clicks`, at);
}

export function chooseItem(
  session: string,
  at: { readonly opening: string; readonly item: string },
): Promise<ActionAnswer> {
  return post(`/${session}/choices`, at);
}
