import { applyDiff, documentIdOf, emptyDiff, type ProjectRecords } from "@rivulet/model";
import { ActiveConfiguration } from "./active-configuration.ts";
import { Autosave, touchedDocuments } from "./autosave.ts";
import {
  type EditJournal,
  type JournalStorage,
  type LostEdits,
  takeLostEdits,
  WindowJournal,
  type WindowRegistry,
} from "./edit-journal.ts";
import type { PresentDocuments, ProjectApi, ProjectSnapshot } from "./project-api.ts";
import { StudioProject } from "./studio-project.ts";

/** All that the studio works with while a project is open. */
export interface StudioSession {
  readonly project: StudioProject;
  readonly autosave: Autosave;
  readonly api: ProjectApi;
  /** The configuration that runs use on this machine. */
  readonly configuration: ActiveConfiguration;
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

/** Documents that changed on the server since the lost edits were made. */
function changedSince(
  { diff, hashes }: LostEdits,
  snapshot: ProjectSnapshot,
  records: ProjectRecords,
): PresentDocuments | undefined {
  const touched = [...touchedDocuments(diff, records)];
  const changed = touched.filter((id) => hashes[id] !== snapshot.hashes[id]);
  if (changed.length === 0) return undefined;
  const saved: ProjectRecords = new Map(snapshot.records.map((record) => [record.id, record]));
  return {
    hashes: Object.fromEntries(changed.map((id) => [id, snapshot.hashes[id] ?? null])),
    records: snapshot.records.filter((record) => changed.includes(documentIdOf(record, saved) ?? "")),
  };
}

/** The project with what an earlier window could not save on top. */
function withLostEdits(snapshot: ProjectSnapshot, lost: LostEdits | undefined) {
  const saved: ProjectRecords = new Map(snapshot.records.map((record) => [record.id, record]));
  if (!lost) return { records: saved, pending: emptyDiff, present: undefined };
  const records = applyDiff(saved, lost.diff);
  return { records, pending: lost.diff, present: changedSince(lost, snapshot, records) };
}

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
  const { records, pending, present } = withLostEdits(snapshot, lost);
  const project = new StudioProject(
    { records: [...records.values()], hashes: snapshot.hashes },
    catalog,
    parts.readView,
  );
  const journal = storage ? new WindowJournal(storage, identity, parts.onJournalFailure) : noJournal;
  const autosave = new Autosave({
    store: project.store,
    api,
    journal,
    hashes: snapshot.hashes,
    pending,
    present,
  });
  return { project, autosave, api, configuration, hasRestoredEdits: lost !== undefined };
}
