import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { checkout } from "../steps/checkout.mjs";

/** One import that a source file writes down. */
export interface SourceImport {
  /** What stands between the quotes; for a relative one the path from the root of the checkout. */
  readonly target: string;
  readonly isLazy: boolean;
}

const staticImport = /\b(?:import|export)\s(?:[^"'`;()]*?\bfrom\s*)?["']([^"'\n]+)["']/g;
const lazyImport = /\bimport\(\s*["']([^"'\n]+)["']/g;
const computedImport = /\bimport\(\s*[^"'\s)]/;

/** The TypeScript files below a folder of the checkout that become part of the product: no tests, no declarations. */
export function productFiles(folder: string): string[] {
  return readdirSync(join(checkout, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !/(\.test(-support)?|\.d)\.tsx?$/.test(file))
    .map((file) => `${folder}/${file}`)
    .toSorted();
}

/** Every import of a file, with `file` as its path from the root of the checkout. */
export function importsOfFile(file: string): SourceImport[] {
  return importsOfText(readFileSync(join(checkout, file), "utf8"), file);
}

/** Every import in a text. Lines that are comments are passed over: their examples import, too. */
export function importsOfText(text: string, file: string): SourceImport[] {
  const code = withoutCommentLines(text);
  const found = (pattern: RegExp, isLazy: boolean): SourceImport[] =>
    [...code.matchAll(pattern)].map(([, specifier = ""]) => ({ target: targetOf(specifier, file), isLazy }));
  return [...found(staticImport, false), ...found(lazyImport, true)];
}

/** Whether a file imports a path that it computes; nothing in the product may (invariant 2). */
export function hasComputedImport(file: string): boolean {
  return computedImport.test(withoutCommentLines(readFileSync(join(checkout, file), "utf8")));
}

function withoutCommentLines(text: string): string {
  return text
    .split("\n")
    .filter((line) => !/^\s*(\*|\/\*|\/\/)/.test(line))
    .join("\n");
}

function targetOf(specifier: string, file: string): string {
  if (!specifier.startsWith(".")) return specifier;
  return relative(checkout, join(checkout, dirname(file), specifier));
}
