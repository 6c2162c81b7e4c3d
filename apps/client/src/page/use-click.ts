import { useState } from "react";
import { type ActionFailure, actionFailure } from "../app/action-failure.ts";
import { click } from "../app/app-api.ts";
import { useApp } from "../app/app-store.ts";
import { applySteps } from "../app/apply-steps.ts";
import { usePage } from "./page-context.ts";
import { runInTurn } from "./run-in-turn.ts";

/**
 * What a widget does when it is clicked: it is busy until that is done, and says why it could not be, until something
 * else is done.
 *
 * @param object key of the object that it stands for
 */
export function useClick(
  widget: string,
  object: string | undefined,
): {
  readonly run: () => Promise<void>;
  readonly isBusy: boolean;
  readonly failure: ActionFailure | undefined;
} {
  const { opening } = usePage();
  const session = useApp((state) => state.session);
  const place = `${opening} ${widget} ${object ?? ""}`;
  const failure = useApp(({ failedAction }) =>
    failedAction?.place === place ? failedAction.failure : undefined,
  );
  const [isBusy, setBusy] = useState(false);
  const run = async (): Promise<void> => {
    if (session === undefined || useApp.getState().isActing) return;
    // What was said of the action before has been read.
    useApp.setState({ isActing: true, messages: [], failedAction: undefined });
    setBusy(true);
    let isUnderWay = true;
    // Once: by the time that all is shown, another action may be under way.
    const end = (): void => {
      if (!isUnderWay) return;
      isUnderWay = false;
      useApp.setState({ isActing: false });
      setBusy(false);
    };
    try {
      const at = { opening, widget, ...(object === undefined ? {} : { object }) };
      const { steps } = await runInTurn(opening, () => click(session, at));
      // What it shows may be clicked while a message waits.
      end();
      await applySteps(steps);
    } catch (error) {
      useApp.setState({ failedAction: { place, failure: actionFailure(error) } });
    } finally {
      end();
    }
  };
  return { run, isBusy, failure };
}
