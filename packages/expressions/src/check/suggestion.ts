import type { ExpressionFix } from "../problem.ts";
import type { TextRange } from "../syntax/node.ts";

const longestName = 200;

/** Letters to change, add, leave out or swap with their neighbour; more than `limit` counts as `limit + 1`. */
function distance(left: string, right: string, limit: number): number {
  if (Math.abs(left.length - right.length) > limit) return limit + 1;
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const isSame = left[row - 1] === right[column - 1];
      let best = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (isSame ? 0 : 1),
      );
      if (
        row > 1 &&
        column > 1 &&
        left[row - 1] === right[column - 2] &&
        left[row - 2] === right[column - 1]
      ) {
        best = Math.min(best, (beforePrevious[column - 2] ?? 0) + 1);
      }
      current.push(best);
    }
    beforePrevious = previous;
    previous = current;
  }
  return previous[right.length] ?? limit + 1;
}

const wordsOf = (name: string) => name.match(/\p{Lu}+(?=\p{Lu}\p{Ll})|\p{Lu}?[^\p{Lu}]+|\p{Lu}+/gu) ?? [];

/** Whether a name has the words of another one, and one more between, before or behind them. */
function hasOneWordMore(longer: readonly string[], shorter: readonly string[]): boolean {
  if (shorter.length < 2 || longer.length !== shorter.length + 1) return false;
  return longer.some((_word, at) => longer.toSpliced(at, 1).join() === shorter.join());
}

/** The name with a word more or less: `IteratorTable` for `IteratorListTable`. A single word is too little to go by. */
function nameOfAlmostTheseWords(name: string, candidates: readonly string[]): string | undefined {
  const words = wordsOf(name);
  return candidates
    .filter((candidate) => candidate.length <= longestName)
    .find((candidate) => {
      const others = wordsOf(candidate);
      return hasOneWordMore(words, others) || hasOneWordMore(others, words);
    });
}

/**
 * The name that was probably meant: the same but for upper and lower case, else with the fewest mistakes, at most
 * one in three letters and three in all, else with one word more or less.
 */
export function closestName(name: string, candidates: Iterable<string>): string | undefined {
  if (name === "" || name.length > longestName) return undefined;
  const names = [...candidates];
  return nameWithFewestMistakes(name, names) ?? nameOfAlmostTheseWords(name, names);
}

function nameWithFewestMistakes(name: string, candidates: readonly string[]): string | undefined {
  const wanted = name.toLowerCase();
  let best: string | undefined;
  let fewest = Math.min(3, Math.ceil(name.length / 3)) + 1;
  for (const candidate of candidates) {
    const mistakes = distance(wanted, candidate.toLowerCase(), fewest - 1);
    if (mistakes >= fewest) continue;
    fewest = mistakes;
    best = candidate;
  }
  return best;
}

/** `Did you mean X?` and the fix that writes it; nothing where no name is close. */
export function suggestion(
  range: TextRange,
  name: string | undefined,
): { readonly sentence: string; readonly fix: ExpressionFix | undefined } {
  if (name === undefined) return { sentence: "", fix: undefined };
  const edits = [{ from: range.from, to: range.to, insert: name }];
  return { sentence: ` Did you mean ${name}?`, fix: { label: `Use ${name}`, edits } };
}

/** A fix that writes a function around a part of the text. */
export function wrapFix(name: string, { from, to }: TextRange): ExpressionFix {
  const edits = [
    { from, to: from, insert: `${name}(` },
    { from: to, to, insert: ")" },
  ];
  return { label: `Use ${name}()`, edits };
}
