import { useState } from "react";
import { AppError, click } from "../app/app-api.ts";
import { useApp } from "../app/app-store.ts";
import { applySteps } from "../app/apply-steps.ts";
import { usePage } from "./page-context.ts";
import { runInTurn } from "./run-in-turn.ts";

/** Why something could not be done; a page that is out of date has to be loaded again. */
export interface ActionFailure {
  readonly message: string;
  readonly isOutdated: boolean;
}

export function actionFailure(error: unknown): ActionFailure {
  const message = error instanceof Error ? error.message : String(error);
  const isOutdated =
    error instanceof AppError && ["page-outdated", "unknown-session", "app-stopped"].includes(error.code);
  return { message, isOutdated };
}

/** What a widget does when it is clicked: it is busy until that is done, and says why it could not be. */
export function useClick(widget: string): {
  readonly run: (object?: string) => Promise<void>;
  readonly isBusy: boolean;
  readonly failure: ActionFailure | undefined;
} {
  const { opening } = usePage();
  const session = useApp((state) => state.session);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ActionFailure>();
  const run = async (object?: string): Promise<void> => {
    if (session === undefined || useApp.getState().isActing) return;
    // What was said of the action before has been read.
    useApp.setState({ isActing: true, messages: [] });
    setBusy(true);
    setFailure(undefined);
    try {
      const at = { opening, widget, ...(object === undefined ? {} : { object }) };
      const { steps } = await runInTurn(opening, () => click(session, at));
      // What it shows may be clicked while a message waits.
      useApp.setState({ isActing: false });
      setBusy(false);
      await applySteps(steps);
    } catch (error) {
      setFailure(actionFailure(error));
    } finally {
      useApp.setState({ isActing: false });
      setBusy(false);
    }
  };
  return { run, isBusy, failure };
}
