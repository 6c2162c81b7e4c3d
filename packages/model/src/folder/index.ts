export * from "./folder-limits.ts";
export { type FolderLock, type FolderLockRefusal, lockFolder } from "./folder-lock.ts";
export * from "./load-flow-file.ts";
export * from "./load-project.ts";
export * from "./loaded-project.ts";
export { FolderError, localFolder, localFolderName } from "./local-folder.ts";
export * from "./project-folder.ts";
export * from "./save-result.ts";
