import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/**
 * Asks that the words on a control are all in its name. An element of a microflow is called by its caption, which its
 * name begins with; what is drawn besides (expression, variable) is said after it in an order for the ear.
 */
const ruleThatDrawingsBreak = "label-content-name-mismatch";

/** Finds nothing that keeps people with a screen reader, a keyboard or weak eyes out. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).disableRules(ruleThatDrawingsBreak).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  expect(found).toEqual([]);
}
