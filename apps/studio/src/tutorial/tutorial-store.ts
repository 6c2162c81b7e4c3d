import { create } from "zustand";
import { persist } from "zustand/middleware";
import { inBrowser } from "../workspace/browser-storage.ts";
import { workspace } from "../workspace/workspace.ts";
import type { StepsInOneGo } from "./tutorial-steps.ts";

interface TutorialState {
  /** Whether the panel is on the screen. */
  readonly isOpen: boolean;
  /** Only its head is shown. */
  readonly isFolded: boolean;
  /** The offer to begin was taken or refused: it does not come again. */
  readonly isOfferSettled: boolean;
  readonly skipped: readonly number[];
  /** Whether there was a step to build here: in a project that is finished as it comes, there is none at first. */
  readonly hasBuilt: boolean;
  /** Whether the application was opened from here. */
  readonly hasRun: boolean;
}

const fresh: TutorialState = {
  isOpen: false,
  isFolded: false,
  isOfferSettled: false,
  skipped: [],
  hasBuilt: false,
  hasRun: false,
};

/** How far somebody is with the tutorial, besides what the project tells; this browser remembers it. */
export const useTutorial = create<TutorialState>()(
  persist(() => fresh, { name: "rivulet.tutorial", version: 1, storage: inBrowser() }),
);

/** Shows the panel, also one that was closed. */
export function openTutorial(): void {
  useTutorial.setState({ isOpen: true, isFolded: false, isOfferSettled: true });
  workspace.getState().foldDock("left", false);
}

/** Takes the panel away for good: it comes back only when it is asked for. */
export function closeTutorial(): void {
  useTutorial.setState({ isOpen: false, isOfferSettled: true });
}

/** Shows only the head of the panel, or all of it again. */
export function foldTutorial(isFolded: boolean): void {
  useTutorial.setState({ isFolded });
}

/** Goes on without doing what is next. */
export function skipSteps({ first, last }: StepsInOneGo): void {
  const steps = Array.from({ length: last - first + 1 }, (_none, offset) => first + offset);
  useTutorial.setState(({ skipped }) => ({ skipped: [...skipped, ...steps] }));
}

/** Notes that there is something to build. */
export function rememberBuilding(): void {
  useTutorial.setState({ hasBuilt: true });
}

/** Begins anew: nothing is skipped, and the application is to be run again. */
export function restartTutorial(): void {
  useTutorial.setState({ skipped: [], hasRun: false });
}

/** Notes that the application was opened. */
export function rememberRun(): void {
  useTutorial.setState({ hasRun: true });
}
