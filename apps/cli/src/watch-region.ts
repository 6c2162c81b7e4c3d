import type { RunSettings } from "@rivulet/runtime";

/** Settings that remember whether a run asked for their region. */
export interface WatchedSettings {
  readonly settings: RunSettings;
  readonly wasRegionUsed: () => boolean;
}

/** Watches over the region: who wrote `--region` wants to hear when no activity looked at it. */
export function watchRegion(settings: RunSettings): WatchedSettings {
  let wasUsed = false;
  return {
    settings: {
      ...settings,
      get region() {
        wasUsed = true;
        return settings.region;
      },
    },
    wasRegionUsed: () => wasUsed,
  };
}
