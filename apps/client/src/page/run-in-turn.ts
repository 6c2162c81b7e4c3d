import { pointerReleased } from "./pointer-released.ts";

/** What is asked of each open page, in its order: a click comes after what was typed before it. */
const turns = new Map<string, Promise<unknown>>();

/**
 * Does something on an open page after everything that was begun on it before. What came of it is handed on when no
 * pointer is pressed, so that the page does not move under it.
 */
export async function runInTurn<Answer>(opening: string, task: () => Promise<Answer>): Promise<Answer> {
  const before = turns.get(opening) ?? Promise.resolve();
  const turn = before.then(task);
  const settled = turn.then(
    () => undefined,
    () => undefined,
  );
  turns.set(opening, settled);
  try {
    return await turn;
  } finally {
    if (turns.get(opening) === settled) turns.delete(opening);
    await pointerReleased();
  }
}
