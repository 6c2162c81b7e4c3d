import type { Text } from "@codemirror/state";

/** From so many characters on, what is written is told when the keys rest. */
const longText = 5_000;
/** For how long they rest then, in milliseconds. */
const rest = 300;

/**
 * Tells what is written to the form around the editor. A short text is told at each key. A long one is read, checked and
 * laid out as a whole whenever it is told, which takes longer than the next key: it is told when the keys rest, or when
 * somebody is about to do something with it.
 */
export class TextTelling {
  readonly #tell: (text: string) => void;
  #untold: Text | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(tell: (text: string) => void) {
    this.#tell = tell;
  }

  /** Whether something was written that is not told yet. */
  get isBehind(): boolean {
    return this.#untold !== undefined;
  }

  write(text: Text): void {
    clearTimeout(this.#timer);
    this.#untold = text;
    if (text.length < longText) this.tellNow();
    else this.#timer = setTimeout(this.tellNow, rest);
  }

  /** What is not told yet is told no more: nobody is there to hear it. */
  end(): void {
    clearTimeout(this.#timer);
    this.#untold = undefined;
  }

  /** Tells what is not told yet. */
  readonly tellNow = (): void => {
    clearTimeout(this.#timer);
    const text = this.#untold;
    this.#untold = undefined;
    if (text) this.#tell(text.toString());
  };
}

/** Whether a key may do something with what was written: a shortcut, and not a letter. */
export function mayBeCommand({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return ctrlKey || metaKey || altKey || key === "Tab" || key === "Escape" || /^F\d+$/.test(key);
}
