import { describe, expect, test } from "vitest";
import { translatePattern } from "./java-pattern.ts";
import { re2Patterns } from "./re2-patterns.ts";

function compiled(pattern: string) {
  const translation = translatePattern(pattern);
  if ("fault" in translation) throw new Error(translation.fault);
  return re2Patterns.compile(translation.source);
}

describe("Java patterns describe what they do in Java", () => {
  test.each([
    ["a.c", "abc", true],
    ["a.c", "a\rc", false],
    ["(?s)a.c", "a\nc", true],
    ["(?i)ABC", "abc", true],
    ["(?iu:Ä)", "ä", true],
    ["\\QPaul S.\\E X", "Paul S. X", true],
    ["\\Qa.b", "a.b", true],
    ["[\\Qa]\\E]", "]", true],
    ["\\p{Alpha}\\p{Punct}", "a!", true],
    ["[\\p{Alpha}\\d]+", "a1", true],
    ["[^\\P{Alpha}]", "a", true],
    ["\\p{IsLatin}+", "aé", true],
    ["\\p{Lu}\\p{L}", "Éé", true],
    ["\\pL", "é", true],
    ["\\s", "\u000b", true],
    ["[\\s]", "\u000b", true],
    ["\\S", "a", true],
    ["\\h\\v", "\u00a0\u2028", true],
    ["\\u0041\\x41\\x{1F600}", "AA😀", true],
    ["\\0101\\cA\\e\\t", "A\u0001\u001b\t", true],
    ["a\\Rb", "a\r\nb", true],
    ["(?<year>\\d{4})-(\\d\\d)", "2024-02", true],
    ["a{2,3}?", "aaa", true],
    ["[-a]+[a-]+[+--]", "-a-,", true],
    ["[]a]+", "]a", true],
    ["[^]]", "a", true],
    ["a]}", "a]}", true],
    ["^a$", "a", true],
    ["\\bfoo\\b", "foo", true],
    ["", "", true],
    ["a|b|", "", true],
    ["(a|b)*c", "ababc", true],
    ['/-_#" ~', '/-_#" ~', true],
  ])("%s and %s: %s", (pattern, text, expected) => {
    expect(compiled(pattern).matches(text)).toBe(expected);
  });

  test("empty occurrences are found where Java finds them", () => {
    expect([...compiled("x*").occurrences("axb")]).toEqual([
      [0, 0],
      [1, 2],
      [2, 2],
      [3, 3],
    ]);
  });

  test("offsets count UTF-16 units", () => {
    expect([...compiled("b").occurrences("😀b")]).toEqual([[2, 3]]);
  });
});

describe("what cannot be matched in linear time, or is no pattern, is said in words", () => {
  test.each([
    ["(a)\\1", "reference to a group"],
    ["(?<n>a)\\k<n>", "reference to a group"],
    ["a(?=b)", "Looking ahead or behind"],
    ["(?<!a)b", "Looking ahead or behind"],
    ["a*+", "Possessive"],
    ["a{2}+", "Possessive"],
    ["(?>a)", "Atomic"],
    ["[a-z&&[^b]]", "Intersections"],
    ["[a[b]]", "class inside a class"],
    ["\\G", "\\G is not supported"],
    ["a\\Z", "use $ or \\z"],
    ["(?x)a", "flag x"],
    ["(?a", "not understood"],
    ["(a", "never closed"],
    ["a)", "closes nothing"],
    ["[a", "never closed"],
    ["[^]", "never closed"],
    ["*a", "nothing before *"],
    ["a**", "nothing before *"],
    ["a{", "number of repetitions"],
    ["a{,3}", "number of repetitions"],
    ["a{1001}", "at most 1,000 times"],
    ["\\", "ends with a \\"],
    ["\\y", "\\y means nothing"],
    ["\\p{Nonsense1}", "property Nonsense1"],
    ["a".repeat(5_001), "at most 5,000 characters"],
  ])("%s", (pattern, sentence) => {
    const translation = translatePattern(pattern);
    expect("fault" in translation ? translation.fault : translation.source).toContain(sentence);
  });
});

test("patterns that hang other engines do not", () => {
  const text = "a".repeat(50_000);
  expect(compiled("(a+)+b").matches(text)).toBe(false);
  expect(compiled("(a|aa)+$b").matches(text)).toBe(false);
  expect(compiled("(.*)*x").matches(text)).toBe(false);
});
