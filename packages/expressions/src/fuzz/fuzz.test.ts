import { describe, expect, test } from "vitest";
import { Parser } from "../syntax/parser.ts";
import { tokenize } from "../syntax/tokenizer.ts";
import { judgeText, run, textsOfRun } from "./fuzz-expressions.test-support.ts";
import { generateText } from "./generate-text.test-support.ts";
import { mutateText, randomText } from "./mutate-text.test-support.ts";
import { Random } from "./random.test-support.ts";

const texts = 50_000;

test("50,000 texts: no crash, the oracle's verdict and tree, the reference evaluator's value", () => {
  expect(() => run({ runs: texts / textsOfRun, seed: 20_261_122 })).not.toThrow();
}, 120_000);

test("the work of the parser is linear in the number of tokens", () => {
  const random = new Random(7);
  for (let count = 0; count < 2_000; count += 1) {
    const text = count % 2 === 0 ? mutateText(random, generateText(random, 5)) : randomText(random);
    const parser = new Parser(text);
    parser.parse(text);
    expect(parser.looks).toBeLessThanOrEqual(40 * tokenize(text).length);
  }
});

describe("what is repeated 10,000 times is read in linear work", () => {
  test.each([
    "(",
    ")",
    "f(",
    "f(1,",
    "if ",
    "then ",
    "else ",
    "not ",
    "-",
    "1 +",
    "= ",
    "1 ",
    "$a/",
    "/",
    "/a",
    "'",
    "#",
    "[%",
    "@",
    "M.",
    ",",
  ])("%s", (fragment) => {
    const text = fragment.repeat(10_000);
    const parser = new Parser(text);
    parser.parse(text);
    expect(parser.looks).toBeLessThanOrEqual(40 * tokenize(text).length);
    expect(() => judgeText(fragment.repeat(200))).not.toThrow();
  });
});
