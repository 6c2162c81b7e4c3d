import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";
import type axeCore from "axe-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * Asks that the words on a control are all in its name. An element of a microflow is called by its caption, which its
 * name begins with; what is drawn besides (expression, variable) is said after it in an order for the ear.
 */
const ruleThatDrawingsBreak = "label-content-name-mismatch";

/** What is judged of a page: everything, or a part of it by all rules or by one. */
export interface Judged {
  /** A CSS selector; the whole page when left out. */
  readonly part?: string | undefined;
  /** The only rule; all when left out. */
  readonly rule?: string | undefined;
}

/** How axe works: what breaks a rule is described, not what keeps them, and no style sheet is fetched once more. */
function optionsFor(rule: string | undefined): axeCore.RunOptions {
  const quick: axeCore.RunOptions = { resultTypes: ["violations"], preload: false };
  return rule === undefined
    ? { ...quick, rules: { [ruleThatDrawingsBreak]: { enabled: false } } }
    : { ...quick, runOnly: [rule] };
}

/** Finds nothing that keeps people with a screen reader, a keyboard or weak eyes out. */
export async function expectAccessible(page: Page, { part, rule }: Judged = {}): Promise<void> {
  // The page keeps it until it is left.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(source);
  const found = await page.evaluate(
    async ({ context, options }) => {
      const { axe } = globalThis as unknown as { axe: typeof axeCore };
      const { violations } = await axe.run(context, options);
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
    },
    { context: { include: [part ?? "html"] }, options: optionsFor(rule) },
  );
  expect(found).toEqual([]);
}
