import { EarlyKeys } from "./early-keys.ts";
import { giveKey } from "./give-key.ts";

/** Something whose code is on its way; tells whether what is typed now is meant for it. */
type Wait = () => boolean;

const waits = new Set<Wait>();
const keys = new EarlyKeys();
/** What had the focus when the first wait began: it gets none of the keys, also when nothing else comes. */
let before: Element | null = null;
let isListening = false;

function isAwaited(): boolean {
  return [...waits].some((isMeant) => isMeant());
}

/** Whether what is typed now is kept, for something whose code is on its way. */
export function areKeysKept(): boolean {
  return isAwaited() || !keys.isEmpty;
}

/**
 * Keeps the keys that a person types from now on. When the field they are meant for has the focus, they are typed there.
 * Returns what is called when the code is there, or will not come.
 *
 * @param isMeant whether what is typed now is meant for what is on its way
 */
export function keepKeys(isMeant: Wait): () => void {
  const wait = () => isMeant();
  if (waits.size === 0 && keys.isEmpty) before = document.activeElement;
  waits.add(wait);
  listen();
  return () => {
    waits.delete(wait);
    // What came is drawn and has the focus at the end of this task.
    setTimeout(giveNext, 0);
  };
}

/** Gives the oldest key, and in a task of its own the next: what was typed while that happened comes behind it. */
function giveNext(): void {
  if (isAwaited()) return;
  const target = document.activeElement;
  const isThere = target instanceof HTMLElement && target !== before && target !== document.body;
  const key = isThere ? keys.next() : undefined;
  if (isThere && key) {
    giveKey(key, target);
    setTimeout(giveNext, 0);
  } else if (waits.size === 0) stop();
  else keys.clear();
}

function listen(): void {
  if (isListening) return;
  isListening = true;
  window.addEventListener("keydown", onKeyDown, { capture: true });
  window.addEventListener("pointerdown", forget, { capture: true });
}

function stop(): void {
  keys.clear();
  before = null;
  isListening = false;
  window.removeEventListener("keydown", onKeyDown, { capture: true });
  window.removeEventListener("pointerdown", forget, { capture: true });
}

function onKeyDown(event: KeyboardEvent): void {
  // What is being given must not be taken again.
  if (!event.isTrusted || !areKeysKept()) return;
  const { key, ctrlKey, metaKey, altKey, isComposing, repeat } = event;
  const isAltGraph = event.getModifierState("AltGraph");
  if (keys.receive({ key, ctrlKey, metaKey, altKey, isComposing, repeat, isAltGraph }) === "left") return;
  event.preventDefault();
  event.stopPropagation();
}

/** Who takes up the mouse has something else in mind, and types there. */
function forget(): void {
  waits.clear();
  stop();
}
