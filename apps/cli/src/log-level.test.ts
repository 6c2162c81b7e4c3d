import { expect, it } from "vitest";
import { logLevelOf } from "./log-level.ts";

it.each([
  ["a person reads warnings and errors", true, {}, "warn"],
  ["a file or a program gets every request", false, {}, "info"],
  ["RIVULET_LOG wins over both", true, { RIVULET_LOG: "info" }, "info"],
  ["an empty RIVULET_LOG says nothing", true, { RIVULET_LOG: "" }, "warn"],
])("%s", (_what, isWatched, environment, level) => {
  expect(logLevelOf({ isWatched, environment })).toBe(level);
});

it("names the levels when RIVULET_LOG is none of them", () => {
  expect(() => logLevelOf({ isWatched: true, environment: { RIVULET_LOG: "loud" } })).toThrow(
    'RIVULET_LOG is "loud". There are: trace, debug, info, warn, error, silent.',
  );
});
