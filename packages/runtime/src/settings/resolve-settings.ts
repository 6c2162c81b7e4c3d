import type { Problem, ProjectIndex } from "@rivulet/model";
import type { RunSettings } from "../ports/run-settings.ts";
import type { SettingsSources } from "./settings-sources.ts";

/** Settings, or the reasons why there are none. */
export type SettingsResult = { readonly settings: RunSettings } | { readonly problems: readonly Problem[] };

/** Decides where each setting comes from (interfaces.md, "Where a setting comes from"). */
export function resolveSettings(index: ProjectIndex, sources: SettingsSources): SettingsResult {
  throw new Error(`Not there yet (${index.records.size}, ${Object.keys(sources).length}).`);
}
