import { isWidgetTarget, type TabTarget, type WidgetTarget } from "../workspace/tabs.ts";

/** What can be put into the document in front. */
export type Tools =
  | { readonly kind: "activities" }
  | { readonly kind: "widgets"; readonly document: WidgetTarget["kind"] }
  | { readonly kind: "entities" }
  | /** The document is only shown. */ { readonly kind: "readOnly" }
  | /** Nothing is put into it, or none is open. */ { readonly kind: "none" };

/** What the toolbox has for the document in front. */
export function toolsOfDocument(target: TabTarget | undefined, isReadOnly: (id: string) => boolean): Tools {
  if (!target) return { kind: "none" };
  if (isWidgetTarget(target))
    return isReadOnly(target.id) ? { kind: "readOnly" } : { kind: "widgets", document: target.kind };
  if (target.kind === "microflow") return { kind: isReadOnly(target.id) ? "readOnly" : "activities" };
  if (target.kind === "domainModel") return { kind: isReadOnly(target.module) ? "readOnly" : "entities" };
  return { kind: "none" };
}
