import { freeName, type MicroflowRecord, type ProjectIndex } from "@rivulet/model";
import { contextEntity, type DataSource, parametersOf } from "@rivulet/pages";
import { pageOf, type WidgetPlace } from "../widget-place.ts";

/** How objects of an entity are shown: all of a list by rows, or one by inputs. */
export type EntityLook = "list" | "form";

/** The kind of widget that shows them. */
export const widgetOfLook = { list: "listView", form: "dataView" } as const;

/** Where the objects come from: something that is there, or that is made with the widget. */
export type EntitySource =
  | { readonly kind: "present"; readonly source: DataSource }
  | { readonly kind: "newMicroflow"; readonly name: string; readonly module: string }
  | { readonly kind: "newParameter"; readonly name: string }
  | { readonly kind: "later" };

/** What is shown, and where. */
export interface ShownEntity {
  readonly entity: string;
  readonly look: EntityLook;
  readonly place: WidgetPlace;
}

const present = (source: DataSource): EntitySource => ({ kind: "present", source });

function microflowSources({ entity, look }: ShownEntity, index: ProjectIndex): EntitySource[] {
  const wanted = look === "list" ? "list" : "object";
  const fits = ({ returnType }: MicroflowRecord) =>
    returnType.kind === wanted && index.isKindOf(returnType.entity, entity);
  return index
    .all("microflow")
    .filter(({ record }) => fits(record))
    .map(({ name }) => present({ kind: "microflow", microflow: name, arguments: {} }));
}

function associationSources({ entity, look, place }: ShownEntity, index: ProjectIndex): EntitySource[] {
  const page = pageOf(place.parent, index.records);
  const holder = index.records.get(place.parent);
  if (!page || holder?.type !== "widget") return [];
  const context = contextEntity({ parent: holder.id }, page, index);
  return (context === undefined ? [] : index.associationsOf(context))
    .filter(({ other, isSingle }) => (look === "list" || isSingle) && index.isKindOf(other, entity))
    .map(({ association, end }) => present({ kind: "association", association: association.name, end }));
}

/** A name of a document in the module that nothing has. */
function freeMicroflow(name: string, module: string, index: ProjectIndex): EntitySource {
  const taken = new Set(index.children(module).map((record) => ("name" in record ? record.name : "")));
  return { kind: "newMicroflow", module, name: freeName(`DS_${name}List`, (wanted) => !taken.has(wanted)) };
}

/**
 * Where the objects can come from, the likeliest first: what is at hand, then what fits, then what can be made.
 *
 * @example entitySources({ entity: "Sales.Order", look: "list", place: { parent: page.id } }, index)
 */
export function entitySources(shown: ShownEntity, index: ProjectIndex): readonly EntitySource[] {
  const { entity, look, place } = shown;
  const page = pageOf(place.parent, index.records);
  const [, name = entity] = entity.split(".");
  const associations = associationSources(shown, index);
  const microflows = microflowSources(shown, index);
  if (!page) return [];
  const later: EntitySource = { kind: "later" };
  if (look === "list")
    return [...associations, ...microflows, freeMicroflow(name, page.parent, index), later];
  const parameters = parametersOf(page);
  const fitting = parameters
    .filter((parameter) => index.isKindOf(parameter.entity, entity))
    .map((parameter) => present({ kind: "parameter", parameter: parameter.name }));
  const isFree = (wanted: string) => parameters.every((parameter) => parameter.name !== wanted);
  const added: EntitySource[] =
    page.type === "pageLayout" ? [] : [{ kind: "newParameter", name: freeName(name, isFree) }];
  return [...associations, ...fitting, ...added, ...microflows, later];
}
