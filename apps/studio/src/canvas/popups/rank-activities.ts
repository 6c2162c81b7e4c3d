import type { ActivityDefinition } from "@rivulet/activities";

/**
 * How well words fit a text, more being better; 0 when they do not. Every word has to begin a word of the text, in
 * order: `cr ob` fits "Create object".
 */
function fit(words: readonly string[], text: string): number {
  const parts = text.toLowerCase().split(/[^a-z0-9]+/);
  let at = 0;
  for (const word of words) {
    const found = parts.findIndex((part, index) => index >= at && part.startsWith(word));
    if (found < 0) return 0;
    at = found + 1;
  }
  return parts[0]?.startsWith(words[0] ?? "") ? 3 : 2;
}

function score(definition: ActivityDefinition, query: string): number {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return 1;
  const byLabel = fit(words, definition.label) * 10;
  const bySynonym = Math.max(0, ...definition.synonyms.map((synonym) => fit(words, synonym))) * 3;
  const inside = definition.label.toLowerCase().replace(/\s/g, "").includes(words.join("")) ? 4 : 0;
  return Math.max(byLabel, bySynonym, inside);
}

/**
 * The activities that fit a search, the best first; all of them, in their order, for an empty one.
 *
 * @example rankActivities(definitions, "cr ob")[0].kind // "createObject"
 */
export function rankActivities(
  definitions: readonly ActivityDefinition[],
  query: string,
): ActivityDefinition[] {
  return definitions
    .map((definition, order) => ({ definition, order, score: score(definition, query) }))
    .filter((candidate) => candidate.score > 0)
    .sort((left, right) => right.score - left.score || left.order - right.order)
    .map(({ definition }) => definition);
}
