import { expect, type Page } from "@playwright/test";
import { DialogPage } from "./dialog-page.ts";
import type { KeyboardPage } from "./keyboard-page.ts";

/** The dialogs of elements, as a person without a mouse fills them. */
export class KeyboardDialog extends DialogPage {
  readonly keys: KeyboardPage;

  constructor(page: Page, keys: KeyboardPage) {
    super(page);
    this.keys = keys;
  }

  /** Opens the dialog of what is selected. */
  async open(): Promise<void> {
    await this.keys.press("Enter");
    await expect(this.top.getByTestId("element-dialog")).toBeVisible();
  }

  /** OK in the dialog on top. */
  async take(): Promise<void> {
    const count = await this.page.getByRole("dialog").count();
    // The focus comes back a moment after a dialog inside this one is gone.
    const hasFocus = () => this.top.evaluate((dialog) => dialog.contains(document.activeElement));
    await expect.poll(hasFocus).toBe(true);
    await this.keys.press("Control+Enter");
    await expect(this.page.getByRole("dialog")).toHaveCount(count - 1);
  }

  /** Picks in the dialog behind the button with the focus what its search finds first. */
  async pick(words: string): Promise<void> {
    const search = this.top.getByTestId("picker-search");
    await this.keys.press("Enter");
    await expect(search).toBeFocused();
    await this.keys.paste(words);
    await this.keys.press("Enter");
    await expect(search).toBeHidden();
  }

  /** Opens Edit parameter value for a row of the parameter table. */
  async openParameter(name: string): Promise<void> {
    await this.keys.goTo(this.field(name));
    await this.keys.press("Enter");
    await expect(this.top).toContainText("Edit parameter value");
  }

  /** Gives a member of an object a value. */
  async assign(member: string, value: string): Promise<void> {
    await this.keys.goTo(this.top.getByTestId("new-change-item"));
    await this.keys.press("Enter");
    await this.keys.paste(member);
    await this.keys.takeMarked(member);
    await this.keys.press("Tab");
    await expect(this.field("value")).toBeFocused();
    await this.keys.paste(value);
    await this.take();
  }
}
