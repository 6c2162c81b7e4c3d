import { useState } from "react";
import { click } from "../app/app-api.ts";
import { applyEffect, useApp } from "../app/app-store.ts";
import { usePage } from "./page-context.ts";

/** What a widget does when it is clicked: it is busy until that is done, and says why it could not be. */
export function useClick(widget: string): {
  readonly run: (object?: string) => Promise<void>;
  readonly isBusy: boolean;
  readonly failure: string | undefined;
} {
  const { opening } = usePage();
  const session = useApp((state) => state.session);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const run = async (object?: string): Promise<void> => {
    if (isBusy || session === undefined) return;
    setBusy(true);
    setFailure(undefined);
    try {
      applyEffect(
        await click(session, { opening, widget, ...(object === undefined ? {} : { object }) }),
        opening,
      );
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };
  return { run, isBusy, failure };
}
