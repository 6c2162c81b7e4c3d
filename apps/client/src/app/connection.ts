import { onUnreachable } from "./app-api.ts";
import { useApp } from "./app-store.ts";
import { resume } from "./resume.ts";

/** Milliseconds between two looks whether the server is there again. */
const pause = 1500;

function serverAnswers(): Promise<boolean> {
  return fetch("/healthz").then(
    ({ ok }) => ok,
    () => false,
  );
}

/** Says that the server is away, until it is there again; then the application goes on where it was. */
async function waitForServer(): Promise<void> {
  if (useApp.getState().isUnreachable) return;
  useApp.setState({ isUnreachable: true });
  do await new Promise((resolve) => setTimeout(resolve, pause));
  while (!(await serverAnswers()));
  // What was said of the loss does not hold any more.
  useApp.setState({ isUnreachable: false, failedAction: undefined });
  await resume();
}

/** Looks whether the server is still there, after a stream of its events has ended. */
export async function askForServer(): Promise<void> {
  if (!(await serverAnswers())) await waitForServer();
}

/** Notices from here on when the server cannot be reached. */
export function followConnection(): void {
  onUnreachable(() => void waitForServer());
}
