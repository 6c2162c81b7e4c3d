import { expect, test, vi } from "vitest";
import { create } from "zustand";
import { persist } from "zustand/middleware";
import { inBrowser } from "./browser-storage.ts";

test.each([
  ["there is none", () => undefined],
  [
    "the browser refuses it",
    () => {
      throw new DOMException("The page may not use it.", "SecurityError");
    },
  ],
])("a store works without complaint where %s", (_, localStorage) => {
  vi.stubGlobal("localStorage", undefined);
  Object.defineProperty(globalThis, "localStorage", { get: localStorage, configurable: true });
  const warn = vi.spyOn(console, "warn");
  const useCount = create(
    persist(() => ({ count: 0 }), { name: "test.count", storage: inBrowser<{ count: number }>() }),
  );
  useCount.setState({ count: 2 });
  void useCount.persist.rehydrate();
  expect(useCount.getState()).toEqual({ count: 2 });
  expect(warn).not.toHaveBeenCalled();
  vi.unstubAllGlobals();
});
