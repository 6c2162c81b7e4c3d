import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { intlTimeZones } from "./intl-time-zones.ts";

const zones = [
  "UTC",
  "Europe/Amsterdam",
  "Europe/London",
  "America/New_York",
  "America/St_Johns",
  "Asia/Kolkata",
  "Asia/Tokyo",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "Pacific/Auckland",
  "Africa/Casablanca",
  "America/Sao_Paulo",
];

const hour = 3_600_000;

/** Walks the years in steps that meet every hour of the day, and more closely around changes of the clock. */
function* moments(zone: string): Generator<number> {
  for (let instant = Date.UTC(1890, 0, 1); instant < Date.UTC(2040, 0, 1); instant += 4_999 * hour)
    yield instant;
  let at = Temporal.Instant.fromEpochMilliseconds(Date.UTC(1990, 0, 1)).toZonedDateTimeISO(zone);
  for (let count = 0; count < 12; count += 1) {
    const next = at.getTimeZoneTransition("next");
    if (!next) return;
    for (let minutes = -180; minutes <= 180; minutes += 30) yield next.epochMilliseconds + minutes * 60_000;
    at = next;
  }
}

describe("time zones agree with Temporal", () => {
  test.each(zones)("%s", (zone) => {
    for (const moment of moments(zone)) {
      const instant = Temporal.Instant.fromEpochMilliseconds(moment);
      const offset = instant.toZonedDateTimeISO(zone).offsetNanoseconds / 1e6;
      expect(intlTimeZones.offsetAt(moment, zone)).toBe(offset);
      // The same number as a wall time: also those that do not exist and those that exist twice.
      const wallTime = moment + offset;
      for (const shift of [0, hour, -hour]) {
        const plain = Temporal.Instant.fromEpochMilliseconds(wallTime + shift)
          .toZonedDateTimeISO("UTC")
          .toPlainDateTime();
        const expected = plain.toZonedDateTime(zone, { disambiguation: "compatible" }).epochMilliseconds;
        expect(intlTimeZones.instantOf(wallTime + shift, zone)).toBe(expected);
      }
    }
  });
});

test("a zone that does not exist is an error", () => {
  expect(() => intlTimeZones.offsetAt(0, "Europe/Atlantis")).toThrow(RangeError);
});
