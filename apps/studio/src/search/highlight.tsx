import "./highlight.css";
import { matchText } from "./text-match.ts";

/** A text with what a query found in it marked. */
export function Highlight({ text, query }: { text: string; query: string }) {
  const ranges = query.trim() === "" ? [] : (matchText(query, text)?.ranges ?? []);
  if (ranges.length === 0) return text;
  const parts = ranges.flatMap(([from, to], position) => {
    const before = text.slice(ranges[position - 1]?.[1] ?? 0, from);
    return [before, <mark key={from}>{text.slice(from, to)}</mark>];
  });
  return (
    <span className="rv-highlight">
      {parts}
      {text.slice(ranges.at(-1)?.[1])}
    </span>
  );
}
