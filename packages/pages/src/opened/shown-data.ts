import type { WidgetRecord } from "@rivulet/model";
import type { EntityObject, QualifiedName } from "@rivulet/values";
import type { ShownInput } from "./form/shown-input.ts";
import type { Surroundings } from "./surroundings.ts";

/** What a data widget has loaded, kept for as long as the page is only drawn again. */
export interface LoadedSource {
  /** The key under which the browser asks for more of it. */
  readonly key: string;
  readonly objects: readonly EntityObject[];
}

/** A list that is shown, with all its objects. */
export interface ShownList {
  readonly widget: WidgetRecord;
  readonly objects: readonly EntityObject[];
  readonly entity: QualifiedName;
  readonly pageSize: number;
  readonly around: Surroundings;
  /** Key of the object around. */
  readonly parent: string | undefined;
  readonly form: string | undefined;
  readonly isEditable: boolean;
  /** How many snippets are around it. */
  readonly depth: number;
  /** How many of its objects are shown. */
  shown: number;
}

/** What stands around widgets that the browser names with a key: a row of a list, one object, a called snippet. */
export interface ShownPlace {
  /** Id of the data widget or snippet that holds these widgets. */
  readonly owner: string;
  readonly around: Surroundings;
}

/**
 * What one drawing of a page has given the browser to name: places with their objects, lists and inputs. The next drawing takes over the
 * keys of what is still shown, so that the browser's fields keep their place; what is not shown again loses its key.
 */
export class ShownData {
  readonly places = new Map<string, ShownPlace>();
  readonly lists = new Map<string, ShownList>();
  readonly inputs = new Map<string, ShownInput>();
  readonly sources = new Map<string, LoadedSource>();
  readonly #opening: string;
  #before: ShownData | null;
  readonly #keys = new Map<string, Map<EntityObject, string>>();
  readonly #calls = new Map<string, string>();
  #count: number;

  constructor(opening: string, before: ShownData | null = null) {
    this.#opening = opening;
    this.#before = before;
    this.#count = before === null ? 0 : before.#count;
  }

  /** The key of an object at a place: the one that it has there already, or a new one. */
  keep(place: string, object: EntityObject, shown: ShownPlace): string {
    const keys = this.#keys.get(place) ?? new Map<EntityObject, string>();
    this.#keys.set(place, keys);
    // A list may hold an object twice; each row has a key of its own.
    const known = keys.has(object) ? undefined : this.#before?.keyAt(place, object);
    const key = known ?? this.nextKey("");
    keys.set(object, key);
    this.places.set(key, shown);
    return key;
  }

  /** The key of a snippet at a place: the one that it has there already, or a new one. */
  keepCall(place: string, shown: ShownPlace): string {
    const key = this.#before?.callAt(place) ?? this.nextKey("s");
    this.#calls.set(place, key);
    this.places.set(key, shown);
    return key;
  }

  /** The key of a snippet at a place, where it is shown there. */
  callAt(place: string): string | undefined {
    return this.#calls.get(place);
  }

  /** The key of an object at a place, where it is shown there. */
  keyAt(place: string, object: EntityObject): string | undefined {
    return this.#keys.get(place)?.get(object);
  }

  /** What a data widget had loaded in the drawing before. */
  loadedBefore(source: string): LoadedSource | undefined {
    return this.#before?.sources.get(source);
  }

  /** A list of the drawing before. */
  listBefore(key: string): ShownList | undefined {
    return this.#before?.lists.get(key);
  }

  nextKey(letter: string): string {
    this.#count += 1;
    return `${this.#opening}.${letter}${this.#count}`;
  }

  /** Lets the drawing before go: nothing of it is asked for any more. */
  finish(): void {
    this.#before = null;
  }
}
