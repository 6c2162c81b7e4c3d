import type { PageRecord, ProjectIndex, WidgetRecord } from "@rivulet/model";
import { entityRights } from "../access/entity-rights.ts";
import { widgetReferences } from "../references/page-references.ts";
import type { PageFinding } from "./page-finding.ts";

/** The roles of the page's own module that may see the page and not read an attribute of an entity of that module. */
function refusedRoles(page: PageRecord, attribute: string, index: ProjectIndex): string[] {
  const [module = "", entity = "", name = ""] = attribute.split(".");
  const own = index.records.get(page.parent);
  // What else somebody holds beside a role of another module is known by the user roles only.
  if (own?.type !== "module" || own.name !== module) return [];
  return page.visibleFor.filter((role) => {
    const rights = entityRights(new Set([`${module}.${role}`]), index);
    return !rights.mayRead(`${module}.${entity}`, name);
  });
}

/** A widget that shows an attribute to a role that may not read it: it sees nothing in its place. */
export function checkReadingRights(
  widget: WidgetRecord,
  page: PageRecord,
  index: ProjectIndex,
): PageFinding[] {
  if (index.settings?.security.level !== "production") return [];
  for (const { kind, name, field } of widgetReferences(widget, page, index)) {
    const refused = kind === "attribute" ? refusedRoles(page, name, index) : [];
    if (refused.length === 0) continue;
    const message = `${page.name} is visible for ${refused.join(", ")}, who may not read ${name}: nothing stands in its place for them. Let them read it in the access rules of the entity, or take it off the page.`;
    return [{ code: "role-may-not-read", record: widget.id, field, message }];
  }
  return [];
}
