import type { EntityObject } from "@rivulet/values";
import type { PageChanges } from "./form/page-changes.ts";
import type { InputFault } from "./form/shown-input.ts";
import type { PagePorts } from "./page-ports.ts";
import type { ShownData } from "./shown-data.ts";
import type { Surroundings } from "./surroundings.ts";

/** What stands around a widget that is drawn. */
export interface DrawnIn {
  readonly around: Surroundings;
  /** Key of the object around. */
  readonly object: string | undefined;
  /** The outermost data view around. */
  readonly form: string | undefined;
  /** Whether the data widgets around let inputs be changed. */
  readonly isEditable: boolean;
  /** How many snippets are around it. */
  readonly depth?: number;
}

/** What a drawing of a page is made from. */
export interface DrawingParts {
  readonly ports: PagePorts;
  readonly shown: ShownData;
  readonly changes: PageChanges;
  readonly faults: ReadonlyMap<string, InputFault>;
  /** Whether microflows load their data anew; what was typed into stays in any case. */
  readonly isReload: boolean;
  /** Objects into whose inputs somebody types at this moment: they stay too. */
  readonly held?: ReadonlySet<EntityObject>;
}
