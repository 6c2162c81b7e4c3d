import type { InputView } from "@rivulet/pages/view";
import { useEffect, useEffectEvent, useState } from "react";
import { type ActionFailure, actionFailure } from "../../app/action-failure.ts";
import { changeInput } from "../../app/app-api.ts";
import { useApp } from "../../app/app-store.ts";
import { applySteps } from "../../app/apply-steps.ts";
import { usePage } from "../page-context.ts";
import { runInTurn } from "../run-in-turn.ts";
import { type DraftForm, useDraft } from "./drafts.ts";

/** What an input holds while somebody types into it, and how that gets to the server. */
export interface TypedInput<Value extends string | boolean> {
  readonly value: Value;
  /** What is typed stays here until it is put. */
  readonly type: (value: Value) => void;
  /** Sends what was typed, when it is another value. */
  readonly put: (value?: Value) => Promise<void>;
  readonly failure: ActionFailure | undefined;
}

/** Keeps what is typed until the server has taken it: by then the page shows what came of it. */
export function useInput<Value extends string | boolean>(
  view: InputView & { readonly value: Value },
  form: DraftForm = "value",
): TypedInput<Value> {
  const { opening } = usePage();
  const session = useApp((state) => state.session);
  const [draft, setDraft] = useDraft<Value>(view, form);
  const [failure, setFailure] = useState<ActionFailure>();
  const put = async (value = draft): Promise<void> => {
    if (value === undefined || session === undefined) return;
    if (value === view.value) return setDraft(() => undefined);
    setDraft(() => value);
    try {
      const at = { opening, widget: view.id, object: view.object, value };
      const { steps } = await runInTurn(opening, () => changeInput(session, at));
      setFailure(undefined);
      setDraft((present) => (present === value ? undefined : present));
      await applySteps(steps);
    } catch (error) {
      setFailure(actionFailure(error));
    }
  };
  const putAgain = useEffectEvent(() => failure && void put());
  useEffect(
    () =>
      useApp.subscribe((now, before) => {
        // What did not get through is sent when the server is there again.
        if (before.isUnreachable && !now.isUnreachable) putAgain();
      }),
    [],
  );
  return { value: draft ?? view.value, type: (typed) => setDraft(() => typed), put, failure };
}
