import { unknownName } from "@rivulet/activities";
import type { PageAction, ProjectIndex } from "@rivulet/model";
import type { QualifiedName } from "@rivulet/values";
import type { PageFinding } from "./page-finding.ts";

type CreateObject = PageAction & { readonly kind: "createObject" };
type Finding = Omit<PageFinding, "record">;

/** Where an action stands, and the entity of the object around it. */
interface ActionAt {
  readonly field: string;
  readonly context: QualifiedName | undefined;
  readonly index: ProjectIndex;
}

/** The association over which the new object is linked: from the object around to many of the entity. */
function checkOver({ entity, over }: CreateObject, { field: at, context, index }: ActionAt): Finding[] {
  if (!over) return [];
  const field = `${at}.over.association`;
  const { association: name, end } = over;
  const unknown = unknownName("association", { name, field }, index);
  if (unknown) return [unknown];
  if (context === undefined) {
    const message = `${name} would link the new object with the one around, and there is none. Put the widget into a list or data view, or leave the association out.`;
    return [{ code: "no-object-around", field, message }];
  }
  const step = index
    .associationsOf(context)
    .find((candidate) => candidate.association.name === name && candidate.end === end);
  if (!step || !index.isKindOf(entity, step.other)) {
    const message = `${name} does not lead from the ${context} around to a ${entity}. Choose another association or entity.`;
    return [{ code: "wrong-association-end", field, message }];
  }
  if (!step.isSingle) return [];
  const message = `${name} leads to one object, which a new one would displace. Choose an association that leads to many, or let a microflow do it.`;
  return [{ code: "not-a-list", field, message }];
}

/** An action that makes an object: the entity has objects of its own, and the page takes one and nothing else. */
export function checkCreateObject(action: CreateObject, at: ActionAt): Finding[] {
  const { entity, page } = action;
  const { field, index } = at;
  const unknown = [
    unknownName("entity", { name: entity, field: `${field}.entity` }, index),
    unknownName("page", { name: page, field: `${field}.page` }, index),
  ].filter((finding) => finding !== undefined);
  const findings: Finding[] = [...unknown];
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
  return [...findings, ...checkOver(action, at)];
}
