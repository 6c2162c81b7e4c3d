import type { QualifiedName } from "@rivulet/values";

/** A part that keys of a known name have. */
export interface KnownKeyPart {
  readonly name: string;
  /** What it is, in words: `sort key`. */
  readonly role: string;
  /** Entities whose objects fit: those of its type. */
  readonly entities: readonly QualifiedName[];
}

/**
 * Objects that an activity takes as keys, or with a key in them, so that they can be judged before a run: how many
 * parts there can be, of which entities, and which parts a key has where that is known.
 *
 * In the words of DynamoDB: a GetItem (the object) has KeyValue objects (the parts), and the GetItemRequest that it is
 * linked to (the holder) names the table.
 */
export interface KeyedObjects {
  readonly entity: QualifiedName;
  /** `key`: it has the parts of the key and nothing else; `item`: it has them among others. */
  readonly form: "key" | "item";
  /** Attribute of the holder that says what the key is of; the holder is the object that this one is linked to. */
  readonly holderAttribute: string;
  /** Field of the activity that says in which region the holder's table is: a value of an enumeration. */
  readonly regionField: string;
  readonly parts: {
    /** Parts are linked to the object over it, as owners. */
    readonly association: QualifiedName;
    /** Attribute of a part with its name. */
    readonly nameAttribute: string;
    /** Entities whose objects can be parts of a key. */
    readonly entities: readonly QualifiedName[];
    /** As many parts as a key can have. */
    readonly most: number;
  };
  /** Keys that are known without asking anybody; what was looked up wins over them. */
  readonly known: {
    /** Who has these keys, as messages say it: `the embedded DynamoDB`. */
    readonly place: string;
    /** The parts of keys, by what the attribute of the holder says. */
    readonly keys: Readonly<Record<string, readonly KnownKeyPart[]>>;
  };
}
