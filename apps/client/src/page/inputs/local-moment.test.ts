import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { localText, momentOf } from "./local-moment.ts";

describe.each(["UTC", "America/New_York", "Asia/Kolkata"])("a moment in %s", (zone) => {
  beforeEach(() => vi.stubEnv("TZ", zone));
  afterEach(() => vi.unstubAllEnvs());

  test("comes back from the control that shows all of it", () => {
    for (const moment of ["2026-01-31T12:00:00.000Z", "2026-07-01T23:59:30.000Z", "1969-12-31T23:00:00.000Z"])
      expect(momentOf(localText(moment, "dateTime"), "dateTime", moment)).toBe(moment);
  });

  test("of a date is the beginning of that day there", () => {
    const moment = momentOf("2026-03-08", "date", "");
    expect(localText(moment, "dateTime")).toBe("2026-03-08T00:00");
  });

  test("keeps its day when only the time is chosen", () => {
    const before = momentOf("2026-03-20T08:15", "dateTime", "");
    expect(localText(momentOf("17:45", "time", before), "dateTime")).toBe("2026-03-20T17:45");
  });

  test("may be none, and what is none stays as it was typed", () => {
    expect(momentOf("", "date", "2026-01-31T12:00:00.000Z")).toBe("");
    expect(localText("", "date")).toBe("");
    expect(localText("not a date", "date")).toBe("not a date");
  });
});
