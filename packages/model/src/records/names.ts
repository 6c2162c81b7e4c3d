import type { QualifiedName } from "@rivulet/values";

const namePattern = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Longest name of anything. */
export const maximumNameLength = 100;

/**
 * Words that no document, attribute or variable may be called, whatever the case (reference logic.md 5.4): they
 * are words of the language, or members that every object has.
 */
const reservedNames = new Set(
  `and or not if then else div mod true false empty changedby changeddate con context createddate currentuser guid id
  mendixobject owner submetaobjectname type constructor prototype __proto__`.split(/\s+/),
);

/** Names that Windows keeps for devices, whatever the ending of the file. */
const deviceNamePattern = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * Whether a name can be that of a file or folder on every system. Weaker than {@link nameFault}: a document with a
 * reserved name can be saved, and is then a problem.
 */
export function isFileName(name: string): boolean {
  return name.length <= maximumNameLength && namePattern.test(name) && !deviceNamePattern.test(name);
}

/** What is wrong with a name, as a sentence; `undefined` when nothing is. */
export function nameFault(name: string): string | undefined {
  if (name === "") return "A name is needed.";
  if (name.length > maximumNameLength)
    return `"${name.slice(0, 20)}…" is longer than ${maximumNameLength} characters.`;
  if (!namePattern.test(name)) {
    return `"${name}" is not a name: use letters, digits and underscores, and start with a letter or an underscore.`;
  }
  if (reservedNames.has(name.toLowerCase()) || deviceNamePattern.test(name))
    return `"${name}" is a reserved word. Choose another name.`;
  return undefined;
}

/**
 * The first of `Name`, `Name_2`, `Name_3` ... that is free, cut where it would be too long.
 *
 * @param separator what stands before the number
 * @example freeName("Order", (name) => name !== "Order") // "Order_2"
 */
export function freeName(
  wanted: string,
  isFree: (name: string) => boolean,
  { separator = "_" }: { readonly separator?: string } = {},
): string {
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? "" : `${separator}${number}`;
    const name = `${wanted.slice(0, maximumNameLength - suffix.length)}${suffix}`;
    if (isFree(name)) return name;
  }
}

/** The module and the name of a qualified name; `undefined` when it is not one. */
export function splitQualifiedName(name: QualifiedName): { module: string; name: string } | undefined {
  const dot = name.indexOf(".");
  if (dot <= 0 || dot === name.length - 1 || name.includes(".", dot + 1)) return undefined;
  return { module: name.slice(0, dot), name: name.slice(dot + 1) };
}
