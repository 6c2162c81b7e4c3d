import type { WidgetDocument } from "@rivulet/model";
import { checkPage } from "@rivulet/pages";
import { useMemo } from "react";
import { useIndex } from "../project/use-project.tsx";

/** The first problem of each record of a page, layout or snippet that has one, as a sentence. */
export function usePageProblems(document: WidgetDocument): ReadonlyMap<string, string> {
  const index = useIndex();
  return useMemo(() => {
    const messages = new Map<string, string>();
    for (const { record, message } of checkPage(document, index))
      if (!messages.has(record)) messages.set(record, message);
    return messages;
  }, [document, index]);
}
