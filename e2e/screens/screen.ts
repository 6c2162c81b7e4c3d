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
  /** Whether a page of the documentation shows it: then its images are kept in the repository. */
  readonly isInDocumentation?: boolean;
  /** Whether reaching it saves something, so that it needs a project of its own. */
  readonly changesProject?: boolean;
  /** What the browser itself writes to its console here, because the screen is about a failure. */
  readonly expectedErrors?: RegExp;
}
