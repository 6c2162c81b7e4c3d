import { useLayoutEffect } from "react";
import { keepKeys } from "./keep-keys.ts";

const always = () => true;

/** Stands in the place of a dialog while its code is on its way: what is typed meanwhile is typed into the dialog. */
export function KeysWait() {
  useLayoutEffect(() => keepKeys(always), []);
  return null;
}
