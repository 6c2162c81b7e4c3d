/** No file system takes longer names. */
const maximumLength = 200;

/** Names that Windows keeps for devices, with any ending. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * A name under which a browser may save a file: without folders, without what file systems or terminals read as
 * something else, and without marks that make an ending look like another one.
 *
 * @example safeFileName("../../etc/pass\u202ewd") // "passwd"
 */
export function safeFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? "";
  const plain = last
    .normalize("NFC")
    // Control characters, marks of direction and other signs that are not seen.
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, "")
    .replaceAll(/[<>:"|?*]/g, "_")
    .replace(/^[.\s]+/, "")
    .replace(/[.\s]+$/, "");
  // Half of a character that takes two units goes too.
  const bare = plain.slice(0, maximumLength).replace(/[\ud800-\udbff]$/, "");
  if (bare === "") return "download";
  return reserved.test(bare) ? `_${bare}` : bare;
}
