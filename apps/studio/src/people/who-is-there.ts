import { create } from "zustand";
import { peopleApi, type WhoIsThere } from "./people-api.ts";

/** Who uses the studio; `undefined` until the server has said so. */
export const useWhoIsThere = create<{ readonly who: WhoIsThere | undefined }>()(() => ({ who: undefined }));

/** Asks the server who is there. Without an answer the studio stays as for nobody in particular. */
export async function askWhoIsThere(): Promise<WhoIsThere | undefined> {
  const who = await peopleApi.whoIsThere().catch(() => undefined);
  if (who) useWhoIsThere.setState({ who });
  return who;
}

/** The page where people sign in, and come back from to here. */
export function signInAddress(): string {
  return `/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`;
}
