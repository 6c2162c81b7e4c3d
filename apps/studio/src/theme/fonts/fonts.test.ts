import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

/** The first and last characters of the ranges that the small fonts hold, one list for each of them. */
function rangesOfFonts(): (readonly [number, number])[][] {
  const css = readFileSync(join(import.meta.dirname, "fonts.css"), "utf8");
  return [...css.matchAll(/unicode-range: ([^;]+);/g)].map(([, list = ""]) =>
    list.split(",").map((range) => {
      const [from = "", to = from] = range.trim().slice("U+".length).split("-");
      return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
    }),
  );
}

/** The Latin files do not have it either. */
const ofNoFont = "✓";

test("the small fonts hold every letter of the studio's own texts: the large ones are for people's", () => {
  const messages = join(import.meta.dirname, "../../messages");
  const text = globSync("*.ts", { cwd: messages }).map((file) => readFileSync(join(messages, file), "utf8"));
  const letters = new Set(text.join("").replaceAll(/\s/g, "").replaceAll(ofNoFont, ""));
  expect(letters.size).toBeGreaterThan(60);
  for (const ranges of rangesOfFonts()) {
    const missing = [...letters].filter((letter) => {
      const code = letter.codePointAt(0) ?? 0;
      return !ranges.some(([from, to]) => code >= from && code <= to);
    });
    expect(missing).toEqual([]);
  }
});
