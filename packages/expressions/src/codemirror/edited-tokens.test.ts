import { expect, test } from "vitest";
import { mutateText, randomText } from "../fuzz/mutate-text.test-support.ts";
import { Random } from "../fuzz/random.test-support.ts";
import { tokenize } from "../syntax/tokenizer.ts";
import { EditedTokens } from "./edited-tokens.ts";

test("after any edit the tokens are those that reading all of the text anew gives", () => {
  for (let seed = 0; seed < 300; seed += 1) {
    const random = new Random(seed);
    const tokens = new EditedTokens();
    let text = randomText(random);
    for (let edit = 0; edit < 12; edit += 1) {
      expect([text, tokens.of(text)]).toEqual([text, tokenize(text)]);
      const place = random.below(text.length + 1);
      const cut = tokenize(text.slice(0, place)).slice(0, -1);
      expect([text, place, tokens.before(text, place)]).toEqual([text, place, cut]);
      text = mutateText(random, text);
    }
  }
});

test("a key in an expression of 100,000 characters has a few tokens read, wherever it is pressed", () => {
  const text = Array.from({ length: 10_000 }, (_, at) => `'text ${at}'`).join(" + ");
  for (const place of [0, 50_000, text.length]) {
    const tokens = new EditedTokens();
    tokens.of(text);
    const readBefore = tokens.reads;
    const edited = `${text.slice(0, place)}1${text.slice(place)}`;
    tokens.of(edited);
    tokens.before(edited, place + 1);
    expect(tokens.reads - readBefore).toBeLessThan(10);
  }
});
