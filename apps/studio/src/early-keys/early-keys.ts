/** A key that was pressed before there was a field for it. */
export type EarlyKey =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "backspace" }
  /** Takes what is written; with Ctrl also in a field of several lines. */
  | { readonly kind: "enter"; readonly ctrlKey: boolean; readonly metaKey: boolean }
  | { readonly kind: "escape" };

/** What is to be known of a key that is pressed. */
export type KeyPress = Pick<
  KeyboardEvent,
  "key" | "ctrlKey" | "metaKey" | "altKey" | "isComposing" | "repeat"
> & { readonly isAltGraph: boolean };

/** What is done with a press: it is kept, or for nobody, or it is left to the page as if nothing were on its way. */
export type Reception = "kept" | "dropped" | "left";

function isModified({ ctrlKey, metaKey, altKey, isAltGraph }: KeyPress): boolean {
  // Some keyboards write @ and \ with AltGr, which comes as Ctrl and Alt as well.
  return !isAltGraph && (ctrlKey || metaKey || altKey);
}

function earlyKey(press: KeyPress): EarlyKey | undefined {
  const { key, ctrlKey, metaKey, repeat } = press;
  // A finger that still rests on the key that opened the dialog does not mean the dialog.
  if (key === "Enter") return repeat ? undefined : { kind: "enter", ctrlKey, metaKey };
  if (key === "Backspace") return { kind: "backspace" };
  if (key === "Escape") return { kind: "escape" };
  return Array.from(key).length === 1 ? { kind: "text", text: key } : undefined;
}

/** Modifiers that are held and keys that mean the browser or a letter that is still being put together. */
const leftKeys = /^(Shift|Control|Alt|AltGraph|Meta|CapsLock|NumLock|F\d+|Dead|Process|Unidentified)$/;

/** What can be kept, in keys: more is not typed while code is on its way. */
const maximum = 1_000;

/**
 * The keys that a person types for a dialog whose code is still on its way, in their order. Text, Backspace and Enter
 * are kept. Esc takes all of it back and is itself all that the dialog gets. A key that would go to another field of
 * the dialog, such as Tab, ends it: what follows is not for the first one.
 */
export class EarlyKeys {
  #keys: EarlyKey[] = [];
  #isOver = false;

  get isEmpty(): boolean {
    return this.#keys.length === 0;
  }

  /** Receives a key. Other keys with Ctrl, Alt or the Command key are commands, and stay that. */
  receive(press: KeyPress): Reception {
    const isCommand = isModified(press) && (press.key !== "Enter" || press.altKey);
    if (press.isComposing || isCommand || leftKeys.test(press.key)) return "left";
    const key = earlyKey(press);
    if (key?.kind === "escape") {
      this.#keys = [key];
      this.#isOver = true;
      return "kept";
    }
    if (!key) this.#isOver ||= !press.repeat;
    if (!key || this.#isOver || this.#keys.length >= maximum) return "dropped";
    this.#keys.push(key);
    return "kept";
  }

  /** Takes out the oldest key. */
  next(): EarlyKey | undefined {
    return this.#keys.shift();
  }

  /** Forgets everything. */
  clear(): void {
    this.#keys = [];
    this.#isOver = false;
  }
}
