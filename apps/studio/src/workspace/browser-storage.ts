import { createJSONStorage, type StateStorage } from "zustand/middleware";

/** Remembers for as long as the page is there. */
function pageStorage(): StateStorage {
  const texts = new Map<string, string>();
  return {
    getItem: (name) => texts.get(name) ?? null,
    setItem: (name, text) => void texts.set(name, text),
    removeItem: (name) => void texts.delete(name),
  };
}

/** The storage of the browser; some refuse it to pages, and outside of a browser there is none. */
function browserStorage(): StateStorage {
  try {
    return (globalThis as { readonly localStorage?: Storage }).localStorage ?? pageStorage();
  } catch {
    return pageStorage();
  }
}

/**
 * Where a store remembers what it knows from one visit to the next; where the browser keeps nothing, as long as the
 * page is there.
 *
 * @example create(persist(() => fresh, { name: "rivulet.tutorial", storage: inBrowser() }))
 */
export const inBrowser = <Content>() => createJSONStorage<Content>(browserStorage);
