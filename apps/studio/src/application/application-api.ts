import type { ApplicationState, ConsoleLine } from "@rivulet/runtime/wire";
import { projectMessages } from "../messages/project-messages.ts";

async function request(method: "GET" | "PUT", body?: Partial<ApplicationState>): Promise<ApplicationState> {
  const content =
    body === undefined ? {} : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  const response = await fetch("/api/v1/app", { method, ...content }).catch((cause: unknown) => {
    throw new Error(projectMessages.serverUnreachable, { cause });
  });
  const answer: unknown = await response.json().catch(() => ({}));
  if (response.ok) return answer as ApplicationState;
  const { detail } = answer as { readonly detail?: string };
  throw new Error(detail ?? projectMessages.serverAnswered(response.status));
}

/** The running application, as the server of this page tells of it. Calls throw an `Error` in plain words. */
export const applicationApi = {
  read: () => request("GET"),
  /** Starts the application, or stops it for everybody. */
  turn: (isRunning: boolean) => request("PUT", { isRunning }),
  /** Tells the last lines of its console, after `onBegin`, and those that come; returns what ends that. */
  followConsole: (on: { readonly onBegin: () => void; readonly onLine: (line: ConsoleLine) => void }) => {
    const events = new EventSource("/api/v1/app/console");
    events.addEventListener("open", on.onBegin);
    events.addEventListener("line", ({ data }) => on.onLine(JSON.parse(String(data)) as ConsoleLine));
    return () => events.close();
  },
};
