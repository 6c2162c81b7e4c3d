import type { RunningProject } from "../support/studio.ts";
import type { StudioPage } from "../support/studio-page.ts";

/** What a screen is reached with. */
export interface Visit {
  readonly studio: StudioPage;
  readonly project: RunningProject;
}

/** A screen of the studio: how one gets there from a studio that was just opened. */
export interface Screen {
  /** Also the name of its image. */
  readonly name: string;
  readonly reach: (visit: Visit) => Promise<void>;
  /** The part of it that other screens do not show, as a CSS selector: only that is judged. */
  readonly part?: string;
  /** Whether a page of the documentation shows it: then its images are kept in the repository. */
  readonly isInDocumentation?: boolean;
  /** Whether reaching it saves something, so that it needs a project of its own. */
  readonly changesProject?: boolean;
  /** What the browser itself writes to its console here, because the screen is about a failure. */
  readonly expectedErrors?: RegExp;
}

/** Opens a document of the explorer that stands in what is named first: its module and folders. */
export async function openIn({ studio }: Visit, ...path: readonly string[]): Promise<void> {
  for (const place of path.slice(0, -1)) await studio.unfold(place);
  await studio.explorer(path.at(-1) ?? "").dblclick();
}

/** Opens the microflow with an element of almost every kind. */
export async function openPrices(visit: Visit): Promise<void> {
  await openIn(visit, "Shop", "Shop/Prices", "Shop.PriceOrder");
  await visit.studio.fit();
}
