import type { ElementRecord, JsonValue, ProjectIndex } from "@rivulet/model";
import {
  type AssociationEnd,
  type AssociationShape,
  createObject,
  type EntityObject,
  isKindOf,
  link,
  linkedObjects,
  type QualifiedName,
} from "@rivulet/values";
import type { ExecutionContext } from "../ports/connector.ts";
import type { LogEntry, SecretVault } from "../ports/effect-port.ts";
import type { RunSettings } from "../ports/run-settings.ts";
import type { RunState } from "./run-state.ts";

/** Where an activity stands: the same in every run. */
export interface ActivityPlace {
  readonly element: ElementRecord;
  readonly microflow: QualifiedName;
  readonly drawnOutcomes: ReadonlySet<string>;
}

/**
 * What the implementation of a connector's activity may use. Its functions are properties, so an implementation can
 * take them apart.
 */
export class ActivityContext implements ExecutionContext {
  readonly #run: RunState;
  readonly #microflow: QualifiedName;
  readonly element: ElementRecord;
  readonly drawnOutcomes: ReadonlySet<string>;

  constructor(run: RunState, { element, microflow, drawnOutcomes }: ActivityPlace) {
    this.#run = run;
    this.#microflow = microflow;
    this.element = element;
    this.drawnOutcomes = drawnOutcomes;
  }

  get index(): ProjectIndex {
    return this.#run.index;
  }

  get settings(): RunSettings {
    return this.#run.settings;
  }

  get secrets(): SecretVault {
    return this.#run.secrets;
  }

  get signal(): AbortSignal {
    return this.#run.abort.signal;
  }

  readonly log = (entry: LogEntry): void => {
    this.#run.log(entry, { microflow: this.#microflow, element: this.element.id });
  };

  readonly effect = (kind: string, request: JsonValue) =>
    this.#run.effects.call(kind, request, this.#run.effectKey(this.element.id));

  readonly create = (entity: QualifiedName): EntityObject => {
    const shape = this.index.shape(entity);
    if (!shape) throw new Error(`There is no entity ${entity}.`);
    this.countObject();
    return createObject(shape);
  };

  readonly countObject = (): void => this.#run.countObject();

  readonly link = (association: QualifiedName, owner: EntityObject, target: EntityObject): void => {
    link({ object: owner, association: this.#association(association), end: "owner" }, target);
  };

  readonly linked = (
    association: QualifiedName,
    object: EntityObject,
    end?: AssociationEnd,
  ): readonly EntityObject[] => {
    const shape = this.#association(association);
    const stands = end ?? (isKindOf(object.shape, shape.owner) ? "owner" : "target");
    return linkedObjects({ object, association: shape, end: stands });
  };

  #association(name: QualifiedName): AssociationShape {
    const association = this.index.association(name);
    if (!association) throw new Error(`There is no association ${name}.`);
    return association;
  }
}
