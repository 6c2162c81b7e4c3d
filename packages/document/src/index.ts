export * from "./apply-where-ours.ts";
export * from "./document-store.ts";
export { type HistoryEntry, joinDiffs } from "./history.ts";
export * from "./microflow-invariants.ts";
export * from "./rebase-edit.ts";
export * from "./record-equality.ts";
export * from "./transaction.ts";
