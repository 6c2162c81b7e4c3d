/**
 * How well what is typed fits a label, more being better; 0 when it does not. The last part of a qualified name
 * counts like the whole; a caption is found too, but last.
 *
 * @example matchRank("ENUM_Reg", "AWSAuthentication.ENUM_Region") // 4
 */
export function matchRank(typed: string, label: string, caption = ""): number {
  const wanted = typed.toLowerCase();
  const whole = label.toLowerCase();
  if (wanted === "" || whole === wanted) return 6;
  if (whole.startsWith(wanted)) return 5;
  const last = whole.slice(whole.lastIndexOf(".") + 1);
  if (last.startsWith(wanted)) return 4;
  // Without the sign of variables: `$table` finds `$IteratorTable`.
  const bare = wanted.replace(/^[$@]|^\[%/, "");
  if (bare !== "" && whole.includes(bare)) return 3;
  return bare !== "" && caption.toLowerCase().includes(bare) ? 1 : 0;
}
