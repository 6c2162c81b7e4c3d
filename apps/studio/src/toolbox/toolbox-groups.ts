import { type ActivityDefinition, type ActivityGroup, activityGroups } from "@rivulet/activities";
import { searchItems } from "../search/text-match.ts";

/** Activities under one heading; without a group they are the results of a search, the best first. */
export interface ToolboxGroup {
  readonly group: ActivityGroup | undefined;
  readonly activities: readonly ActivityDefinition[];
}

/** How the toolbox shows what can be drawn: by group, or by how well it answers a query. */
export function toolboxGroups(
  definitions: readonly ActivityDefinition[],
  query: string,
): readonly ToolboxGroup[] {
  const offered = definitions.filter(({ isInToolbox }) => isInToolbox);
  if (query.trim() !== "") {
    const activities = searchItems(query, offered, (activity) => activity);
    return activities.length === 0 ? [] : [{ group: undefined, activities }];
  }
  const groups = Object.keys(activityGroups) as ActivityGroup[];
  return groups
    .map((group) => ({ group, activities: offered.filter((activity) => activity.group === group) }))
    .filter(({ activities }) => activities.length > 0);
}
