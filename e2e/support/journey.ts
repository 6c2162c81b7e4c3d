import type { Page } from "@playwright/test";
import { DialogPage } from "./dialog-page.ts";
import { MicroflowPage } from "./microflow-page.ts";
import type { RunningProject } from "./studio.ts";
import { StudioPage } from "./studio-page.ts";

/** A person in front of the studio: the window, and its parts as they are used. */
export interface Journey {
  readonly page: Page;
  readonly studio: StudioPage;
  readonly flow: MicroflowPage;
  readonly dialog: DialogPage;
}

/** Opens the studio on a project. */
export async function beginJourney(page: Page, { address }: RunningProject): Promise<Journey> {
  const studio = new StudioPage(page);
  await studio.open(address);
  return { page, studio, flow: new MicroflowPage(page), dialog: new DialogPage(page) };
}
