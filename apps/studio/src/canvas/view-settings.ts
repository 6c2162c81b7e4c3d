import { create } from "zustand";
import { persist } from "zustand/middleware";
import { inBrowser } from "../workspace/browser-storage.ts";

interface ViewSettings {
  readonly hasMinimap: boolean;
}

/** How people want their canvases, remembered from one visit to the next. */
export const useViewSettings = create<ViewSettings>()(
  persist((): ViewSettings => ({ hasMinimap: true }), {
    name: "rivulet.canvas",
    version: 1,
    storage: inBrowser(),
  }),
);

export function isMinimapShown(): boolean {
  return useViewSettings.getState().hasMinimap;
}

/** Shows the map of the drawing, or hides it. */
export function toggleMinimap(): void {
  useViewSettings.setState(({ hasMinimap }) => ({ hasMinimap: !hasMinimap }));
}
