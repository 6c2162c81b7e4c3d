import type { AttributeRow, ModulePart } from "@rivulet/model";

/**
 * How the documentation of everything ends that the original connector does not have. People see it in the studio;
 * tests tell by it what the catalogue has to list.
 */
export const addedNote = "Added by Rivulet.";

const note = (documentation: string) => `${documentation} ${addedNote}`;

/** Attributes that the original does not have, on an entity that it has. */
export function addedAttributes(rows: readonly AttributeRow[]): readonly AttributeRow[] {
  return rows.map(([name, type, documentation, ...mark]) => [name, type, note(documentation), ...mark]);
}

/** A part of the module that the original does not have. */
export function addedPart({ entities = [], associations = [], enumerations = [] }: ModulePart): ModulePart {
  const noted = <Declared extends { readonly documentation: string }>(declared: Declared): Declared => ({
    ...declared,
    documentation: note(declared.documentation),
  });
  return {
    entities: entities.map(noted),
    associations: associations.map(noted),
    enumerations: enumerations.map(noted),
  };
}
