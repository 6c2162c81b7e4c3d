import { Temporal } from "temporal-polyfill";
import type { TimeZones } from "../evaluation-environment.ts";

const nanosecondsPerMillisecond = 1e6;

/** Time zones from the IANA data of the platform, through Temporal. Throws `RangeError` for a zone that it lacks. */
export const temporalTimeZones: TimeZones = {
  offsetAt(instant, zone) {
    const zoned = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
    return Math.round(zoned.offsetNanoseconds / nanosecondsPerMillisecond);
  },
  instantOf(wallTime, zone) {
    const plain = Temporal.Instant.fromEpochMilliseconds(wallTime)
      .toZonedDateTimeISO("UTC")
      .toPlainDateTime();
    return plain.toZonedDateTime(zone, { disambiguation: "compatible" }).epochMilliseconds;
  },
};
