/** Whether a place is a field or a part of it. */
export function isIn(place: string | undefined, field: string): boolean {
  return (
    place === field || place?.startsWith(`${field}.`) === true || place?.startsWith(`${field}[`) === true
  );
}
