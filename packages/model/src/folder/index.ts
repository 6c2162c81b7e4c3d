export * from "./folder-limits.ts";
export {
  type FolderLock,
  type FolderLockRefusal,
  holderOfLock,
  lockFolder,
  takeLock,
} from "./folder-lock.ts";
export * from "./load-flow-file.ts";
export * from "./load-project.ts";
export * from "./loaded-project.ts";
export { FolderError, localFolder } from "./local-folder.ts";
export { isAlive, type ProcessIdentity, thisProcess } from "./process-life.ts";
export * from "./project-folder.ts";
export { projectIdentity } from "./project-identity.ts";
export * from "./save-result.ts";
