import { Kbd } from "@mantine/core";
import { isMac, shortcutKeys } from "./shortcut.ts";

/** The keys of a shortcut, each as a key. */
export function ShortcutKeys({ shortcut }: { shortcut: string }) {
  return shortcutKeys(shortcut, { isMac }).map((key) => (
    <Kbd key={key} size="xs">
      {key}
    </Kbd>
  ));
}
