/** What is pressed, apart from the browser's event so that it can be tested. */
export interface KeyPress {
  readonly key: string;
  /** The place of the key on the keyboard, whatever the layout: `KeyW`. */
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

interface Shortcut {
  readonly control: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
  readonly key: string;
}

/** Keys that are called otherwise in a shortcut than in an event. */
const eventKeys: Readonly<Record<string, string>> = {
  Del: "Delete",
  Esc: "Escape",
  Space: " ",
  Left: "ArrowLeft",
  Right: "ArrowRight",
  Up: "ArrowUp",
  Down: "ArrowDown",
};

function parseShortcut(text: string): Shortcut {
  // The last `+` of `Ctrl++` is the key itself.
  const parts = text.split(/\+(?!$)/);
  const key = parts.at(-1) ?? "";
  return {
    control: parts.includes("Ctrl"),
    shift: parts.includes("Shift"),
    alt: parts.includes("Alt"),
    key: (eventKeys[key] ?? key).toLowerCase(),
  };
}

/** Characters that are typed with Shift on some keyboards and without it on others: there, Shift says nothing. */
const isCharacter = (key: string) => key.length === 1 && !/[a-z ]/.test(key);

/**
 * Whether a key press is a shortcut.
 *
 * @example isShortcut("Ctrl+Shift+Z", event, { isMac: false })
 */
export function isShortcut(text: string, press: KeyPress, { isMac }: { readonly isMac: boolean }): boolean {
  const { control, shift, alt, key } = parseShortcut(text);
  const pressedControl = isMac ? press.metaKey : press.ctrlKey;
  const pressedOther = isMac ? press.ctrlKey : press.metaKey;
  if (control !== pressedControl || pressedOther || alt !== press.altKey) return false;
  const isShiftFree = isCharacter(key) && !shift;
  if (!isShiftFree && shift !== press.shiftKey) return false;
  // With Alt a Mac types another character; the place of the key still tells the letter.
  return press.key.toLowerCase() === key || (alt && press.code.toLowerCase() === `key${key}`);
}

const arrowSigns: Readonly<Record<string, string>> = { Left: "←", Right: "→", Up: "↑", Down: "↓" };
const macSigns: Readonly<Record<string, string>> = { Ctrl: "⌘", Shift: "⇧", Alt: "⌥" };

/**
 * The keys of a shortcut as they are shown.
 *
 * @example shortcutKeys("Ctrl+Shift+Z", { isMac: true }) // ["⌘", "⇧", "Z"]
 */
export function shortcutKeys(text: string, { isMac }: { readonly isMac: boolean }): readonly string[] {
  const parts = text.split(/\+(?!$)/);
  const signs = isMac ? { ...arrowSigns, ...macSigns } : arrowSigns;
  return parts.map((part) => signs[part] ?? part);
}

/** A shortcut in one word, for tooltips. @example showShortcut("Ctrl+K", { isMac: false }) // "Ctrl+K" */
export function showShortcut(text: string, { isMac }: { readonly isMac: boolean }): string {
  return shortcutKeys(text, { isMac }).join(isMac ? "" : "+");
}

/**
 * Whether a text that is being edited needs this key press itself: typing, moving, undoing and the clipboard belong
 * to the text (reference peers.md, "Shortcuts to ship").
 */
export function belongsToText(press: KeyPress): boolean {
  const isControl = press.ctrlKey || press.metaKey;
  if (isControl && !press.altKey) return /^(?:[acvxzy]|arrow\w+|home|end|backspace|delete)$/i.test(press.key);
  if (/^F\d+$/.test(press.key)) return false;
  return !(press.altKey && /^(?:Key|Page|Digit)/.test(press.code));
}

/** Whether this is a Mac, where Command stands for Ctrl. */
export const isMac = typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.userAgent);
