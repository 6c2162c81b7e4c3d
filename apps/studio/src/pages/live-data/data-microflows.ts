import type { ProjectIndex, WidgetDocument } from "@rivulet/model";
import { readWidgetField, snippetsCalledBy, widgetsOfPage } from "@rivulet/pages";

/** Names of the microflows that give a page its data, those in its snippets too. */
export function dataMicroflows(page: WidgetDocument, index: ProjectIndex): string[] {
  const names = new Set<string>();
  // A snippet is among those that it calls; so is the page itself.
  for (const document of snippetsCalledBy(page.id, index)) {
    for (const { fields } of widgetsOfPage(document, index)) {
      const source = readWidgetField("dataSource", fields["source"]);
      if (source?.kind === "microflow") names.add(source.microflow);
    }
  }
  return [...names];
}
