import { useEffect, useRef, useState } from "react";

/** Something that is done, at once or later. */
export type Task = () => void | Promise<void>;

/** Does something one at a time: what is asked for again while it is being done is passed over. */
export function useOneAtATime(task: Task): { readonly isBusy: boolean; readonly run: () => void } {
  // Two presses may come before anything is drawn: the state alone would let both through.
  const isUnderWay = useRef(false);
  const isThere = useRef(true);
  const [isBusy, setIsBusy] = useState(false);
  useEffect(() => {
    isThere.current = true;
    return () => {
      isThere.current = false;
    };
  }, []);
  const run = () => {
    if (isUnderWay.current) return;
    const going = task();
    if (!going) return;
    isUnderWay.current = true;
    setIsBusy(true);
    void going.finally(() => {
      isUnderWay.current = false;
      if (isThere.current) setIsBusy(false);
    });
  };
  return { isBusy, run };
}
