import { errorAt, type Problem } from "../problem.ts";
import { lockFolder } from "./folder-lock.ts";
import { finishCommittedSave, hasCommittedJournal, settleJournal } from "./journal.ts";
import { localFolderName } from "./local-folder.ts";
import { pause } from "./pause.ts";

/** Longest time for which another process may be busy putting the files of a save in their places. */
const patience = 10_000;

function problemOf(reason: string): Problem {
  const place = { file: `${localFolderName}/journal/committed` };
  const message = `A save was not finished: ${reason}. Some documents may be older than others.`;
  return errorAt(place, "unfinished-save", message);
}

/**
 * Makes sure that no save is half in its places: ends it when its process was killed, waits when it is under way in
 * another process. A problem when neither helps.
 */
export function waitForSave(root: string): Problem | undefined {
  const giveUp = Date.now() + patience;
  while (hasCommittedJournal(root)) {
    try {
      const lock = lockFolder(root);
      if (lock.outcome === "locked") {
        try {
          settleJournal(root);
        } finally {
          lock.release();
        }
      } else if (lock.pid === process.pid) finishCommittedSave(root);
      else if (Date.now() > giveUp)
        return problemOf(`process ${lock.pid} has been at it for ${patience / 1000} s`);
      else pause(10);
    } catch (error) {
      return problemOf((error as Error).message);
    }
  }
  return undefined;
}
