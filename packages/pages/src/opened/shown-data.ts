import type { PageAction, WidgetRecord } from "@rivulet/model";
import type { EntityObject, QualifiedName } from "@rivulet/values";
import type { ObjectCarrier } from "../carried/object-carrier.ts";
import type { ShownInput } from "./form/shown-input.ts";
import { carriedSource, type LoadedSource } from "./lists/loaded-source.ts";
import type { Surroundings } from "./surroundings.ts";

/** A list that is shown, with all its objects. */
export interface ShownList {
  readonly widget: WidgetRecord;
  readonly loaded: LoadedSource;
  readonly entity: QualifiedName;
  readonly pageSize: number;
  readonly around: Surroundings;
  /** Names its data source on the page. */
  readonly place: string;
  readonly form: string | undefined;
  readonly isEditable: boolean;
  /** How many snippets are around it. */
  readonly depth: number;
}

/** What a click on a widget does, as it was offered: to this role, with this object around it. */
export interface ShownAction {
  readonly widget: WidgetRecord;
  readonly action: PageAction;
  readonly around: Surroundings;
  /** The outermost data view around it, which it validates. */
  readonly form: string | undefined;
}

/**
 * What one drawing of a page has given the browser to name: places with their objects, lists and inputs. The next drawing takes over the
 * keys of what is still shown, so that the browser's fields keep their place; what is not shown again loses its key.
 */
export class ShownData {
  /** What stands around the widgets that the browser names with a key: a row of a list, one object, a called snippet. */
  readonly places = new Map<string, Surroundings>();
  /** What may be clicked, by {@link widgetKey}: what is not in here is not done. */
  readonly actions = new Map<string, ShownAction>();
  readonly lists = new Map<string, ShownList>();
  readonly inputs = new Map<string, ShownInput>();
  readonly sources = new Map<string, LoadedSource>();
  /** How many objects of a list are shown, once somebody has asked for more than its first page. */
  readonly extents = new Map<string, number>();
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
  keep(place: string, object: EntityObject, around: Surroundings): string {
    const keys = this.#keys.get(place) ?? new Map<EntityObject, string>();
    this.#keys.set(place, keys);
    // A list may hold an object twice; each row has a key of its own.
    const known = keys.has(object) ? undefined : this.#before?.keyAt(place, object);
    const key = known ?? this.nextKey("");
    keys.set(object, key);
    this.places.set(key, around);
    return key;
  }

  /** The key of a snippet at a place: the one that it has there already, or a new one. */
  keepCall(place: string, around: Surroundings): string {
    const key = this.#before?.callAt(place) ?? this.nextKey("s");
    this.#calls.set(place, key);
    this.places.set(key, around);
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

  /** How many objects of a list were asked for before; 0 when nobody has asked for more. */
  extentBefore(list: string): number {
    return this.#before?.extents.get(list) ?? 0;
  }

  /** What the next drawing takes over, with the objects of another project: nothing in it can be named until then. */
  carried(carrier: ObjectCarrier): ShownData {
    const data = new ShownData(this.#opening);
    data.#count = this.#count;
    for (const [place, keys] of this.#keys) {
      const there = [...keys].flatMap(([object, key]): [EntityObject, string][] => {
        const carried = carrier.carry(object);
        return carried ? [[carried, key]] : [];
      });
      data.#keys.set(place, new Map(there));
    }
    for (const [place, key] of this.#calls) data.#calls.set(place, key);
    for (const [place, source] of this.sources) data.sources.set(place, carriedSource(source, carrier));
    for (const [list, shown] of this.extents) data.extents.set(list, shown);
    return data;
  }

  /** Notes that a list has read on. */
  readOn(key: string, list: ShownList): void {
    this.lists.set(key, list);
    this.sources.set(list.place, list.loaded);
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
