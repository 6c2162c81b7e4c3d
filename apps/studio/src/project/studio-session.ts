import { TableKnowledge } from "../tables/table-knowledge.ts";
import { ActiveConfiguration } from "./active-configuration.ts";
import { Autosave } from "./autosave.ts";
import {
  type EditJournal,
  type JournalStorage,
  takeLostEdits,
  WindowJournal,
  type WindowRegistry,
} from "./edit-journal.ts";
import type { ProjectApi, ProjectSnapshot } from "./project-api.ts";
import { restoreEdits } from "./restore-edits.ts";
import { StudioProject } from "./studio-project.ts";
import { isNothingUnsaved } from "./unsaved-edits.ts";

/** All that the studio works with while a project is open. */
export interface StudioSession {
  readonly project: StudioProject;
  readonly autosave: Autosave;
  readonly api: ProjectApi;
  /** The configuration that runs use on this machine. */
  readonly configuration: ActiveConfiguration;
  /** The tables behind it. */
  readonly tables: TableKnowledge;
  /** Whether edits came back that an earlier window had not saved. */
  readonly hasRestoredEdits: boolean;
}

/** What a session is opened with. */
export interface SessionParts {
  readonly api: ProjectApi;
  /** This window's name in the journal. */
  readonly window: string;
  readonly windows: WindowRegistry;
  /** `undefined` where the browser keeps nothing. */
  readonly journal: JournalStorage | undefined;
  readonly onJournalFailure: (error: unknown) => void;
  /** Reads the state of the view (selection ...) that goes with an undo step. */
  readonly readView: () => unknown;
}

/** Names a project in the journal: two servers may use the same address one after the other. */
function projectKey({ records }: ProjectSnapshot): string {
  const modules = records.filter(({ type }) => type === "module").map(({ id }) => id);
  return modules.sort().join(" ");
}

const noJournal: EditJournal = { write: () => {}, clear: () => {} };

/**
 * Opens the project of the server. Throws `ServerUnreachable` or `ServerRefused` when that is not possible.
 *
 * @example const session = await openSession({ api: new HttpProjectApi(""), ... })
 */
export async function openSession(parts: SessionParts): Promise<StudioSession> {
  const { api, window, windows, journal: storage } = parts;
  const configuration = new ActiveConfiguration(api);
  const [snapshot, catalog] = await Promise.all([api.loadProject(), api.loadCatalog(), configuration.load()]);
  const identity = { window, project: projectKey(snapshot) };
  const lost = storage && (await takeLostEdits(storage, windows, identity));
  const { records, ...begin } = restoreEdits(snapshot, lost);
  const project = new StudioProject({ ...snapshot, records: [...records.values()] }, catalog, parts.readView);
  const journal = storage ? new WindowJournal(storage, identity, parts.onJournalFailure) : noJournal;
  const hasRestoredEdits = !isNothingUnsaved(begin.unsaved);
  if (lost && !hasRestoredEdits) journal.clear();
  const autosave = new Autosave({ store: project.store, api, journal, ...begin });
  const tables = new TableKnowledge(api, project);
  return { project, autosave, api, configuration, tables, hasRestoredEdits };
}
