import { isSameJson, rebaseEdit } from "@rivulet/document";
import type { RecordOf, RecordType } from "@rivulet/model";
import { useCallback, useState } from "react";
import { useRecord } from "../project/use-project.tsx";

/** What somebody else did, while a dialog was open, with what it edits. */
export type Elsewhere = "nothing" | "changed" | "deleted";

interface Edited<Value> {
  /** The record as the draft has it from others. */
  readonly record: Value;
  readonly draft: Value;
  readonly elsewhere: Elsewhere;
}

/** A record that is edited in a dialog, and what is being made of it there. */
export interface RecordDraft<Value> extends Edited<Value> {
  readonly setDraft: (change: Value | ((present: Value) => Value)) => void;
}

type Identified = { readonly id: string };

/** The draft after the record became another one: what was written stays, what nobody touched follows. */
export function followRecord<Value extends Identified>(
  edited: Edited<Value> | undefined,
  record: Value,
): Edited<Value> {
  if (edited?.record.id !== record.id) return { record, draft: record, elsewhere: "nothing" };
  const isSame = isSameJson(edited.record, record) && edited.elsewhere !== "deleted";
  const isUntouched = edited.draft === edited.record;
  return {
    record,
    draft: isUntouched ? record : rebaseEdit(edited.record, edited.draft, record),
    elsewhere: isSame ? edited.elsewhere : "changed",
  };
}

/**
 * The draft of a dialog that edits a record; `undefined` where there never was one. Another window may change the record
 * meanwhile, or delete it: nothing that was written in the dialog is lost by that, nor what the other one saved.
 */
export function useRecordDraft<Type extends RecordType>(
  type: Type,
  id: string,
): RecordDraft<RecordOf<Type>> | undefined {
  const record = useRecord(type, id);
  const [state, setState] = useState<Edited<RecordOf<Type>> | undefined>(
    () => record && followRecord(undefined, record),
  );
  let edited = state;
  if (record && record !== state?.record) edited = followRecord(state, record);
  else if (!record && state?.record.id === id && state.elsewhere !== "deleted")
    edited = { ...state, elsewhere: "deleted" };
  if (edited !== state) setState(edited);
  const setDraft = useCallback<RecordDraft<RecordOf<Type>>["setDraft"]>((change) => {
    const draftOf = (present: RecordOf<Type>) => (typeof change === "function" ? change(present) : change);
    setState((present) => present && { ...present, draft: draftOf(present.draft) });
  }, []);
  return edited && { ...edited, setDraft };
}
