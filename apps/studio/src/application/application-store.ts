import { notifications } from "@mantine/notifications";
import type { ApplicationState, ConsoleLine } from "@rivulet/runtime/wire";
import { create } from "zustand";
import { applicationMessages } from "../messages/application-messages.ts";
import { applicationApi } from "./application-api.ts";

/** Lines that this window keeps. */
const mostLines = 500;

/** What is known of the running application in this window. */
interface ApplicationStore {
  readonly state: ApplicationState;
  /** Of its console, oldest first. */
  readonly lines: readonly ConsoleLine[];
}

/** The running application. */
export const useApplication = create<ApplicationStore>()(() => ({
  state: { isRunning: true, isUsed: false },
  lines: [],
}));

/** Whether there is something to stop: it runs, and somebody has opened it. */
export function isInUse({ state }: Pick<ApplicationStore, "state">): boolean {
  return state.isRunning && state.isUsed;
}

export function takeApplicationState(state: ApplicationState): void {
  useApplication.setState({ state });
}

/** Starts or stops the application; what stands in the way is told. Answers whether it was done. */
export async function turnApplication(isRunning: boolean): Promise<boolean> {
  try {
    takeApplicationState(await applicationApi.turn(isRunning));
    return true;
  } catch (error) {
    notifications.show({
      color: "red",
      title: isRunning ? applicationMessages.notStarted : applicationMessages.notStopped,
      message: error instanceof Error ? error.message : String(error),
    });
    return false;
  }
}

/** Keeps the lines of the console as the server has them; returns what ends that. */
export function followConsole(): () => void {
  return applicationApi.followConsole({
    // The server tells its last lines once more.
    onBegin: () => useApplication.setState({ lines: [] }),
    onLine: (line) => useApplication.setState(({ lines }) => ({ lines: [...lines, line].slice(-mostLines) })),
  });
}
