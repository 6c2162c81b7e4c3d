import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

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

/** Finds nothing that keeps people with a screen reader, a keyboard or weak eyes out. */
export async function expectAccessible(page: Page, { part, rule }: Judged = {}): Promise<void> {
  // Without a second page for the frames, of which there are none: a third of the time.
  const whole = new AxeBuilder({ page }).setLegacyMode();
  const builder = part === undefined ? whole : whole.include(part);
  const judge = rule === undefined ? builder.disableRules(ruleThatDrawingsBreak) : builder.withRules(rule);
  const { violations } = await judge.analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  expect(found).toEqual([]);
}
