import { type EntityObject, link, readSlot, unlinkAll, writeSlot } from "@rivulet/values";

/** Remembers the values and links of an object; gives what brings them back. */
export function rememberObject(object: EntityObject): () => void {
  const values = object.shape.attributes.map(({ slot }) => readSlot(object, slot));
  const before = object.identity.links.map((links) => ({
    view: { object, association: links.association, end: links.end },
    others: links.toArray(),
  }));
  return () => {
    for (const [slot, value] of values.entries()) writeSlot(object, slot, value);
    for (const { association, end } of object.identity.links) unlinkAll({ object, association, end });
    for (const { view, others } of before) for (const other of others) link(view, other);
  };
}
