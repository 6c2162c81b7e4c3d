/** How well a text answers what somebody typed. */
export interface TextMatch {
  /** Higher is better; 100 is the very text. */
  readonly score: number;
  /** What of the text was meant, to be marked: pairs of positions. */
  readonly ranges: readonly (readonly [from: number, to: number])[];
}

interface Word {
  readonly from: number;
  /** Lower case. */
  readonly text: string;
}

const wordPattern = /\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}\p{Lo}]+|\p{N}+/gu;

function wordsOf(text: string): Word[] {
  return [...text.matchAll(wordPattern)].map((match) => ({
    from: match.index,
    text: match[0].toLowerCase(),
  }));
}

type Ranges = readonly (readonly [number, number])[];

/** Each typed word begins one of the words, in this order; others may stand between them. */
function prefixesInOrder(typed: readonly string[], words: readonly Word[]): Ranges | undefined {
  const ranges: [number, number][] = [];
  let rest = words;
  for (const part of typed) {
    const at = rest.findIndex(({ text }) => text.startsWith(part));
    const word = rest[at];
    if (!word) return undefined;
    ranges.push([word.from, word.from + part.length]);
    rest = rest.slice(at + 1);
  }
  return ranges;
}

function prefixesInAnyOrder(typed: readonly string[], words: readonly Word[]): Ranges | undefined {
  const ranges: [number, number][] = [];
  const free = new Set(words);
  for (const part of typed) {
    const word = [...free].find(({ text }) => text.startsWith(part));
    if (!word) return undefined;
    free.delete(word);
    ranges.push([word.from, word.from + part.length]);
  }
  return ranges.sort(([left], [right]) => left - right);
}

/** What was typed without spaces, as beginnings of words one after the other: `crob` of Create object. */
function joinedPrefixes(typed: string, words: readonly Word[], at = 0): Ranges | undefined {
  if (typed === "") return [];
  for (let index = at; index < words.length; index += 1) {
    const word = words[index];
    if (!word) continue;
    const longest = Math.min(typed.length, word.text.length);
    for (let length = longest; length > 0; length -= 1) {
      if (!word.text.startsWith(typed.slice(0, length))) continue;
      const rest = joinedPrefixes(typed.slice(length), words, index + 1);
      if (rest) return [[word.from, word.from + length], ...rest];
    }
  }
  return undefined;
}

/**
 * Whether and how well a text answers a query: the text itself, its beginning, beginnings of its words in or out of
 * order (`cr ob`, `ob cr`, `crob`, `co` all find "Create object"), or a part of it. Words are told apart by spaces, by
 * capitals (`ListTables`) and by other signs. An empty query matches everything.
 *
 * @example matchText("cr ob", "Create object")?.ranges // [[0, 2], [7, 9]]
 */
export function matchText(query: string, text: string): TextMatch | undefined {
  const typed = query.trim().toLowerCase();
  const lower = text.toLowerCase();
  if (typed === "") return { score: 0, ranges: [] };
  if (lower === typed) return { score: 100, ranges: [[0, text.length]] };
  if (lower.startsWith(typed)) return { score: 90, ranges: [[0, typed.length]] };
  // Limits keep the search for joined beginnings from trying forever.
  const words = wordsOf(text).slice(0, 12);
  const parts = typed.split(/[\s.:_-]+/).filter((part) => part !== "");
  const inOrder = prefixesInOrder(parts, words);
  if (inOrder) return { score: 80, ranges: inOrder };
  const anyOrder = prefixesInAnyOrder(parts, words);
  if (anyOrder) return { score: 70, ranges: anyOrder };
  // Less than the very synonym: "theme" is rather the theme than "Show THE MEnu".
  const joined = typed.length <= 24 && joinedPrefixes(parts.join(""), words);
  if (joined) return { score: 60, ranges: joined };
  const at = lower.indexOf(typed);
  return at < 0 ? undefined : { score: 50, ranges: [[at, at + typed.length]] };
}

/** Something that can be searched for. */
export interface Searchable {
  readonly label: string;
  /** Other words for it; found too, but after what is called so. */
  readonly synonyms?: readonly string[];
  /** What it is about; found last. */
  readonly summary?: string;
}

/** How much less a synonym counts than the name, and a summary than both. */
const synonymLoss = 35;
const summaryScore = 5;

function scoreOf(query: string, { label, synonyms = [], summary = "" }: Searchable): number | undefined {
  const byLabel = matchText(query, label)?.score;
  const bySynonyms = synonyms.flatMap((synonym) => {
    const match = matchText(query, synonym);
    return match ? [match.score - synonymLoss] : [];
  });
  const isInSummary = query.trim().length > 2 && summary.toLowerCase().includes(query.trim().toLowerCase());
  const scores = [...(byLabel === undefined ? [] : [byLabel]), ...bySynonyms];
  if (scores.length > 0) return Math.max(...scores);
  return isInSummary ? summaryScore : undefined;
}

/**
 * The items that answer a query, the best first; among equals the order stays.
 *
 * @example searchItems("tables", activities, (activity) => activity)
 */
export function searchItems<Item>(
  query: string,
  items: readonly Item[],
  describe: (item: Item) => Searchable,
): readonly Item[] {
  if (query.trim() === "") return items;
  return items
    .map((item) => ({ item, score: scoreOf(query, describe(item)) }))
    .filter(({ score }) => score !== undefined)
    .sort((left, right) => (right.score ?? 0) - (left.score ?? 0))
    .map(({ item }) => item);
}
