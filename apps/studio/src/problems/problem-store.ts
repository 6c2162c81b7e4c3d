import type { Problem } from "@rivulet/model";
import { create } from "zustand";

/** The problems of the project, as the last check found them. */
export const useProblemStore = create<{
  readonly state: "checking" | "checked" | "failed";
  readonly problems: readonly Problem[];
}>()(() => ({ state: "checking", problems: [] }));
