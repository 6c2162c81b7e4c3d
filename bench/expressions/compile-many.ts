import { check, compile, parse } from "@rivulet/expressions";
import { shopScope, variableNames } from "./surroundings.ts";

/** Shapes of expressions in the proportions and sizes in which they occur (reference practice.md 1.5); `#` is a number. */
const shapes = [
  "$Order/Note + '#'",
  "$Order/Total",
  "'text number #'",
  "$Order != empty and $Order/Number > #",
  "$Order/Status = Shop.Status.Open or $x = #",
  "$Order/Number + # * 2",
  "if $x > # then 'many' else 'few'",
  "trim($Text) != '' and length($Text) < #",
  "toString($Order/Number) + ' of #'",
  "contains($Text, 'part #') or startsWith($Text, '#')",
  "if $Order/IsPaid then $Order/Total * 1.21 else $Order/Total : #",
  "substring($Text, 0, #) + '…'",
  "round($Order/Total * 0.# + 1.5, 2)",
  "formatDateTime($Order/Placed, 'yyyy-MM-dd HH:mm') + ' #'",
  "not($IsReady) and ($x >= # or $Orders = empty)",
  "addDays([%CurrentDateTime%], #) > $Order/Placed",
  "replaceAll($Text, '[^a-z#]+', '-')",
  "if $Order = empty then 'none' else if $Order/Status = Shop.Status.Closed then 'closed #' else getCaption($Order/Status)",
  '\'{ "number": "\' + $Order/Number + \'", "note": "\' + $Order/Note + \'", "page": # }\'',
  "max($Order/Number, #, $x) - min($x, #)",
] as const;

const count = 10_000;

function corpus(): string[] {
  return Array.from({ length: count }, (_, index) => {
    return (shapes[index % shapes.length] ?? "").replaceAll("#", String(index));
  });
}

/** Parses, checks and compiles 10,000 expressions; gives how many there were. */
export function compileTenThousand(): () => number {
  const texts = corpus();
  const scope = shopScope();
  const options = { slotOf: (name: string) => variableNames.indexOf(name) };
  return () => {
    let compiled = 0;
    for (const text of texts)
      if (typeof compile(check(parse(text), scope), options) === "function") compiled += 1;
    return compiled;
  };
}
