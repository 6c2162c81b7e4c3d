import { commonPasswords } from "./common-passwords.ts";

/** What every password has to have, in the words of the form that asks for one. */
export const passwordAdvice =
  "At least 12 characters, with a digit, a capital and a small letter; none that everybody uses.";

/** So long a password may be: hashing more would only cost time. */
export const longestPassword = 200;

const rules: readonly { readonly holds: (password: string) => boolean; readonly fault: string }[] = [
  { holds: (password) => Array.from(password).length >= 12, fault: "it is shorter than 12 characters" },
  { holds: (password) => password.length <= longestPassword, fault: "it is longer than 200 characters" },
  { holds: (password) => /\p{Nd}/u.test(password), fault: "it has no digit" },
  { holds: (password) => /\p{Lu}/u.test(password), fault: "it has no capital letter" },
  { holds: (password) => /\p{Ll}/u.test(password), fault: "it has no small letter" },
  { holds: (password) => new Set(password).size >= 6, fault: "it repeats few characters" },
];

/**
 * Why a password cannot be taken; `undefined` when it can.
 *
 * @param about texts that everybody knows about the person: the name, the address
 * @example passwordFault("Password12345", []) // "Choose another password: it is one that everybody uses."
 */
export function passwordFault(password: string, about: readonly string[]): string | undefined {
  const broken = rules.filter(({ holds }) => !holds(password)).map(({ fault }) => fault);
  if (broken.length === 0 && isKnown(password)) broken.push("it is one that everybody uses");
  if (broken.length === 0 && isAbout(password, about)) broken.push("it has your name or your address in it");
  return broken.length === 0 ? undefined : `Choose another password: ${broken.join(", ")}.`;
}

/** Whether it is a common password, also with digits and signs around it, and with digits in place of letters. */
function isKnown(password: string): boolean {
  const plain = password.toLowerCase();
  const core = plain.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
  const spelled = core.replaceAll(/[013457@$]/g, (sign) => spellings[sign] ?? sign);
  return [plain, core, spelled].some((text) => commonPasswords.has(text));
}

const spellings: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "l",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
};

function isAbout(password: string, about: readonly string[]): boolean {
  const plain = password.toLowerCase();
  const words = about.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  return words.some((word) => word.length >= 5 && plain.includes(word));
}
