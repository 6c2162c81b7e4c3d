import type { PageView } from "@rivulet/pages/view";
import { createContext, useContext } from "react";

/** The page that a widget stands in. */
export const PageContext = createContext<PageView | undefined>(undefined);

/** The page around. Throws outside of one: a mistake of the program. */
export function usePage(): PageView {
  const page = useContext(PageContext);
  if (!page) throw new Error("A widget stands outside of a page.");
  return page;
}
