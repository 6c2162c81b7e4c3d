import fc from "fast-check";
import { expect, test } from "vitest";
import { rewrap, type SealedValue, seal, unseal } from "./sealed-value.ts";
import { newSecretKey, secretKeyFrom, secretKeyText } from "./secret-key.ts";

const key = newSecretKey();
const place = "project, configuration, constant";
const refusal = /authenticate|[Ii]nvalid/;

test("what was sealed is read again, and shows neither the text nor that two texts are equal", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const sealed = seal(text, key, place);
      expect(unseal(sealed, key, place)).toBe(Buffer.from(text).toString());
      expect(seal(text, key, place)).not.toEqual(sealed);
    }),
  );
});

const flipped = (base64: string) => {
  const bytes = Buffer.from(base64, "base64");
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  return bytes.toString("base64");
};

test.each<keyof SealedValue & ("wrappedKey" | "iv" | "ct")>(["wrappedKey", "iv", "ct"])(
  "a bit that was changed in %s is noticed",
  (part) => {
    const sealed = seal("hush", key, place);
    expect(() => unseal({ ...sealed, [part]: flipped(sealed[part]) }, key, place)).toThrow(refusal);
    expect(() => unseal({ ...sealed, [part]: "" }, key, place)).toThrow(refusal);
  },
);

test("a value opens at no other place, with no other key, and with no key of another value", () => {
  const sealed = seal("hush", key, place);
  expect(() => unseal(sealed, key, "elsewhere")).toThrow(refusal);
  expect(() => unseal(sealed, newSecretKey(), place)).toThrow(refusal);
  expect(() => unseal({ ...sealed, ct: seal("other", key, place).ct }, key, place)).toThrow(refusal);
});

test("wrapping again changes the key and leaves the encrypted text as it is", () => {
  const sealed = seal("hush", key, place);
  const to = newSecretKey();
  const again = rewrap(sealed, { from: key, to }, place);
  expect([again.ct, again.iv, again.kid]).toEqual([sealed.ct, sealed.iv, to.id]);
  expect(unseal(again, to, place)).toBe("hush");
  expect(() => unseal(again, key, place)).toThrow(refusal);
  expect(() => rewrap(sealed, { from: key, to }, "elsewhere")).toThrow(refusal);
});

test.each([
  ["base64", secretKeyText(key)],
  ["base64 for addresses", key.bytes.toString("base64url")],
  ["hexadecimal", key.bytes.toString("hex")],
])("a key is read from %s", (_, text) => {
  expect(secretKeyFrom(text)).toEqual(key);
});

test.each(["", "password", "a".repeat(63), Buffer.alloc(31).toString("base64")])("%j is no key", (text) => {
  expect(secretKeyFrom(text)).toBeUndefined();
});
