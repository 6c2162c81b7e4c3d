import type { TimeZones } from "../evaluation-environment.ts";
import { BoundedCache } from "../formats/bounded-cache.ts";

const day = 86_400_000;

const formats = new BoundedCache(100, (timeZone) => {
  return new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
});

const offsetPattern = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/;

function offsetAt(instant: number, zone: string): number {
  const [, sign, hours = 0, minutes = 0, seconds = 0] =
    offsetPattern.exec(formats.get(zone).format(instant)) ?? [];
  const offset = (Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds)) * 1_000;
  return sign === "-" ? -offset : offset;
}

/**
 * Time zones from the IANA data of the platform, through Intl; tested against Temporal. Throws `RangeError` for a zone
 * that the platform does not know.
 *
 * Temporal itself is not used at run time: its polyfill needs some 30 ms from import to first answer, which would be
 * most of what a short run takes.
 */
export const intlTimeZones: TimeZones = {
  offsetAt,
  instantOf(wallTime, zone) {
    // The offsets on either side of any change of the clock that could concern this wall time.
    const before = offsetAt(wallTime - day, zone);
    const after = offsetAt(wallTime + day, zone);
    const first = wallTime - before;
    if (offsetAt(first, zone) === before) return first;
    const second = wallTime - after;
    return offsetAt(second, zone) === after ? second : first;
  },
};
