import { unknownName } from "@rivulet/activities";
import type { PageAction, ProjectIndex } from "@rivulet/model";
import type { PageFinding } from "./page-finding.ts";

/** An action that makes an object: the entity has objects of its own, and the page takes one and nothing else. */
export function checkCreateObject(
  { entity, page }: PageAction & { readonly kind: "createObject" },
  field: string,
  index: ProjectIndex,
): Omit<PageFinding, "record">[] {
  const findings: Omit<PageFinding, "record">[] = [];
  const unknown = [
    unknownName("entity", { name: entity, field: `${field}.entity` }, index),
    unknownName("page", { name: page, field: `${field}.page` }, index),
  ].filter((finding) => finding !== undefined);
  findings.push(...unknown);
  if (index.entity(entity)?.isAbstract) {
    const message = `${entity} is abstract, so it has no objects of its own. Choose an entity that specializes it.`;
    findings.push({ code: "abstract-entity", field: `${field}.entity`, message });
  }
  if (unknown.length > 0) return findings;
  const parameters = index.page(page)?.parameters ?? [];
  const fits = parameters.filter((parameter) => index.isKindOf(entity, parameter.entity));
  if (fits.length !== 1 || parameters.length !== 1) {
    const message = `${page} has to take one object of ${entity}, and nothing else: that is what it shows. Give it one parameter of this entity, or choose another page.`;
    findings.push({ code: "missing-argument", field: `${field}.page`, message });
  }
  return findings;
}
