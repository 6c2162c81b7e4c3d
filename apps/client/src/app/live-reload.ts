import { showStopped, useApp } from "./app-store.ts";
import { askForServer } from "./connection.ts";
import { startApp } from "./navigation.ts";
import { resume } from "./resume.ts";

/** Changes that come one after the other are one change. */
const pause = 300;

/** Goes on in the changed project whenever it changes, so that what is built can be watched. */
export function followProject(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let resumed = Promise.resolve();
  const source = new EventSource("/api/v1/project/events");
  source.addEventListener("application", ({ data }) => {
    const { isRunning } = JSON.parse(String(data)) as { readonly isRunning: boolean };
    if (!isRunning) showStopped();
    else if (useApp.getState().isStopped) void startApp();
  });
  const resumeSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      resumed = resumed.then(resume);
    }, pause);
  };
  source.addEventListener("changed", resumeSoon);
  source.addEventListener("error", () => void askForServer());
  let wasOpen = false;
  source.addEventListener("open", () => {
    // Whatever has changed while nothing could be heard.
    if (wasOpen) resumeSoon();
    wasOpen = true;
  });
}
