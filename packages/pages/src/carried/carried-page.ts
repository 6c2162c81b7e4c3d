import type { ProjectIndex, WidgetDocument } from "@rivulet/model";
import { type EntityObject, isKindOf, type QualifiedName } from "@rivulet/values";
import { PageFailure } from "../opened/page-failure.ts";
import { parametersOf } from "../widget-scope.ts";
import type { ObjectCarrier } from "./object-carrier.ts";

/** A page, layout or snippet with the objects that it was opened for. */
export interface PageWithObjects {
  readonly name: QualifiedName;
  readonly page: WidgetDocument;
  readonly parameters: Readonly<Record<string, EntityObject>>;
}

const documents: ReadonlySet<string> = new Set<WidgetDocument["type"]>(["page", "pageLayout", "snippet"]);

function documentOf(id: string, index: ProjectIndex): WidgetDocument | undefined {
  const record = index.records.get(id);
  return record && documents.has(record.type) ? (record as WidgetDocument) : undefined;
}

/** A title or name by which people know a page. */
function titleOf({ name, page }: PageWithObjects): string {
  return page.type === "page" && page.title !== "" ? page.title : name;
}

/**
 * An open page in a changed project: the present document, with its objects.
 *
 * @throws {PageFailure} when it was deleted, or has no object for one of its parameters any more
 */
export function carriedPage(what: PageWithObjects, carrier: ObjectCarrier): PageWithObjects {
  const { index } = carrier;
  const page = documentOf(what.page.id, index);
  const name = page && index.qualifiedNameOf(page);
  const title = titleOf(what);
  if (!page || name === undefined) throw new PageFailure(`The page "${title}" was deleted from the project.`);
  const parameters: Record<string, EntityObject> = {};
  for (const { name: parameter, entity } of parametersOf(page)) {
    const before = what.parameters[parameter];
    if (!before)
      throw new PageFailure(
        `The page "${title}" now needs ${parameter} as well. Open it again from where it is listed.`,
      );
    const object = carrier.carry(before);
    if (!object)
      throw new PageFailure(
        `The page "${title}" showed an object of ${before.shape.name}, and this entity was deleted.`,
      );
    if (!isKindOf(object.shape, entity))
      throw new PageFailure(
        `The page "${title}" now shows an object of ${entity}. Open it again from where it is listed.`,
      );
    parameters[parameter] = object;
  }
  return { name, page, parameters };
}
