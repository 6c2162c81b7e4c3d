import { expect, type Locator, type Page } from "@playwright/test";
import { beginning } from "./beginning.ts";

/** The dialog on top, as a person with a mouse and keys fills it. */
export class DialogPage {
  readonly page: Page;
  readonly top: Locator;

  constructor(page: Page) {
    this.page = page;
    this.top = page.getByRole("dialog").last();
  }

  field(name: string): Locator {
    return this.top.getByTestId(`field-${name}`);
  }

  /** Presses the button with this text in the dialog on top. */
  async press(button: string): Promise<void> {
    await this.top.getByRole("button", { name: button, exact: true }).click();
  }

  /** OK, and the dialog is gone. */
  async confirm(button = "OK"): Promise<void> {
    const count = await this.page.getByRole("dialog").count();
    await this.press(button);
    await expect(this.page.getByRole("dialog")).toHaveCount(count - 1);
  }

  /** Types into a text that is there already. */
  async write(field: string, text: string): Promise<void> {
    await this.field(field).click();
    await this.page.keyboard.press("Control+A");
    await this.page.keyboard.type(text);
  }

  /** Opens a list and takes what begins like this. */
  async choose(field: string, option: string): Promise<void> {
    await this.field(field).click();
    await this.page.getByRole("option", { name: beginning(option) }).click();
  }

  /** Picks an entity in the dialog behind the button Select of a field. */
  async pickEntity(field: string, words: string, name: string): Promise<void> {
    await this.field(field)
      .getByRole("button", { name: /^Select/ })
      .click();
    await expect(this.top.getByTestId("picker-search")).toBeFocused();
    await this.page.keyboard.type(words);
    await this.top.getByTestId(`picker-${name}`).click();
    await this.confirm("Select");
  }

  /** Opens Edit parameter value for a row of the parameter table. */
  async editParameter(name: string): Promise<void> {
    await this.field(name).click();
    await this.press("Edit parameter value");
    await expect(this.top).toContainText("Edit parameter value");
  }

  /** Takes what the list of completions offers under this name; the list is grey while it is being made anew. */
  async complete(label: string): Promise<void> {
    const list = this.page.locator(".cm-tooltip-autocomplete:not(.cm-tooltip-autocomplete-disabled)");
    await list.getByRole("option", { name: beginning(label) }).click();
  }
}
