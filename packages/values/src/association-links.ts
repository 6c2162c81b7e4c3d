import { addLinks, addSameLink, type EntityObject, identityOf } from "./entity-object.ts";
import { type AssociationEnd, type AssociationShape, oppositeEnd, seesOne } from "./entity-shape.ts";
import { LinkedObjects } from "./linked-objects.ts";

/** One object at one end of an association: the place from which it is read or changed. */
export interface AssociationView {
  readonly object: EntityObject;
  readonly association: AssociationShape;
  readonly end: AssociationEnd;
}

function existingLinks({ object, association, end }: AssociationView): LinkedObjects | undefined {
  for (const links of object.identity.links) {
    if (links.end === end && links.association.name === association.name) return links;
  }
  return undefined;
}

/** Links that are about to be changed: what other objects share stays as it is. */
function changeableLinks(view: AssociationView): LinkedObjects | undefined {
  const existing = existingLinks(view);
  if (!existing || !view.object.identity.isShared) return existing;
  identityOf(view.object);
  return existingLinks(view);
}

function linksOf(view: AssociationView): LinkedObjects {
  const existing = changeableLinks(view);
  if (existing) return existing;
  const links = new LinkedObjects(view.association, view.end);
  addLinks(view.object, links);
  return links;
}

function viewFromOther(view: AssociationView, other: EntityObject): AssociationView {
  return { object: other, association: view.association, end: oppositeEnd(view.end) };
}

/**
 * The objects linked to `view.object`, in the order in which they were linked; both ends work alike, saved or not
 * (reference practice.md 1.6: 43 % of real retrieves go backwards).
 */
export function linkedObjects(view: AssociationView): EntityObject[] {
  return existingLinks(view)?.toArray() ?? [];
}

/** The first linked object, or `null`: what an end that sees at most one object shows. */
export function linkedObject(view: AssociationView): EntityObject | null {
  return existingLinks(view)?.first ?? null;
}

/** Takes one link away; silent when it does not exist. */
export function unlink(view: AssociationView, other: EntityObject): void {
  changeableLinks(view)?.delete(other);
  changeableLinks(viewFromOther(view, other))?.delete(view.object);
}

/** Takes all links of `view.object` over this association and end away. */
export function unlinkAll(view: AssociationView): void {
  for (const other of linkedObjects(view)) unlink(view, other);
}

/**
 * Links two objects. An end that sees at most one object gives up the one it had; linking twice keeps the first
 * place in the order.
 */
export function link(view: AssociationView, other: EntityObject): void {
  const back = viewFromOther(view, other);
  const [others, backward] = [linksOf(view), linksOf(back)];
  if (others.has(other)) return;
  if (others.size > 0 && seesOne(view.association, view.end)) unlinkAll(view);
  if (backward.size > 0 && seesOne(back.association, back.end)) unlinkAll(back);
  others.add(other);
  backward.add(view.object);
}

/**
 * Links many new objects to one target at once: what {@link link} would do, for owners that nothing is linked to over
 * this association yet.
 *
 * @example linkNew(lineOfOrder, lines, order)
 */
export function linkNew(
  association: AssociationShape,
  owners: readonly EntityObject[],
  target: EntityObject,
): void {
  if (owners.length === 0) return;
  linksOf({ object: target, association, end: "target" }).addNew(owners);
  pointTo(association, owners, target);
}

function pointTo(association: AssociationShape, owners: readonly EntityObject[], target: EntityObject): void {
  addSameLink(owners, { association, end: "owner" }, target);
}

/**
 * Links new objects to a target as {@link linkNew} does, but makes them when somebody first looks for what is linked to
 * it: an answer may hold thousands of objects, of which a flow looks at a few or at none.
 *
 * @example linkWhenLookedAt(lineOfOrder, order, () => rows.map(lineOf))
 */
export function linkWhenLookedAt(
  association: AssociationShape,
  target: EntityObject,
  make: () => EntityObject[],
): void {
  linksOf({ object: target, association, end: "target" }).addLater(() => {
    const owners = make();
    pointTo(association, owners, target);
    return owners;
  });
}

/**
 * Replaces all links of `view.object` by `others`, in their order; at an end that sees one, the last counts. Seen from an object that was linked before, nothing
 * changes: `view.object` keeps its place there.
 */
export function setLinks(view: AssociationView, others: readonly EntityObject[]): void {
  if (seesOne(view.association, view.end)) setLink(view, others.at(-1));
  else setManyLinks(view, others);
}

function setLink(view: AssociationView, other: EntityObject | undefined): void {
  if (other) link(view, other);
  else unlinkAll(view);
}

function setManyLinks(view: AssociationView, others: readonly EntityObject[]): void {
  const kept = new Set(others);
  for (const other of linkedObjects(view)) if (!kept.has(other)) unlink(view, other);
  changeableLinks(view)?.clear();
  for (const other of kept) link(view, other);
}

/**
 * Gives the links that a change of `view.object` towards `others` may touch, as a function that brings them back. Seen
 * from other objects they may come back in another order.
 */
export function rememberLinks(view: AssociationView, others: readonly EntityObject[]): () => void {
  const before = linkedObjects(view);
  const views = others.map((other) => viewFromOther(view, other));
  const partners = views
    .filter((back) => seesOne(back.association, back.end))
    .map((back) => ({ back, partner: linkedObject(back) }));
  return () => {
    setLinks(view, before);
    for (const { back, partner } of partners) if (partner) link(back, partner);
  };
}
