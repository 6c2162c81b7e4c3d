import { reload } from "./app-store.ts";

/** Changes that come one after the other are one change. */
const pause = 300;

/** Loads the page again whenever the project changes, so that what is built can be watched. */
export function followProject(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const source = new EventSource("/api/v1/project/events");
  source.addEventListener("changed", () => {
    clearTimeout(timer);
    timer = setTimeout(() => void reload(), pause);
  });
}
