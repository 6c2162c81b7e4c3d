import type { ProjectRecord } from "./records.ts";

/** Ids of a record and of what is in it and has ids of its own. All are unique in a project. */
export function idsInRecord(record: ProjectRecord): string[] {
  if (record.type === "entity") return [record.id, ...record.attributes.map(({ id }) => id)];
  if (record.type === "module") return [record.id, ...record.folders.map(({ id }) => id)];
  if (record.type === "project") return [record.id, ...(record.navigation?.menu ?? []).map(({ id }) => id)];
  return [record.id];
}
