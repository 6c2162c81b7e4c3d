import type { AccessRule, Configuration, JsonValue, ProjectSettings } from "@rivulet/model";
import type { MicroflowSketch } from "./microflow-sketch.ts";

/** An entity in few words. Attribute types are written as in `parseAttributeType`: `String(200)`, `Long`. */
export interface EntitySketch {
  readonly attributes?: Readonly<Record<string, string | AttributeSketch>>;
  readonly generalization?: string;
  readonly isAbstract?: boolean;
  readonly isPersistable?: boolean;
  readonly accessRules?: readonly AccessRule[];
}

/** An attribute with a default value. */
export interface AttributeSketch {
  readonly type: string;
  readonly defaultValue: JsonValue;
}

/** A constant; types are written as `parseDataType` reads them. */
export interface ConstantSketch {
  readonly type: string;
  readonly value?: JsonValue;
  readonly isSecret?: boolean;
}

/** A widget with those in it. Its id is `Module.Page.name` when no part of it is given. */
export interface WidgetSketch {
  /** Last part of its id, where the name is not. */
  readonly key?: string;
  readonly kind: string;
  readonly name: string;
  readonly fields?: Readonly<Record<string, JsonValue>>;
  readonly widgets?: readonly WidgetSketch[];
}

/** A page; it is visible for nobody unless roles are named. */
export interface PageSketch {
  readonly title?: string;
  /** One that comes with the application, or a qualified name. */
  readonly layout?: string;
  readonly visibleFor?: readonly string[];
  /** Entities by the names of the parameters. */
  readonly parameters?: Readonly<Record<string, string>>;
  readonly widgets?: readonly WidgetSketch[];
}

/** A module in few words: everything by its name. */
export interface ModuleSketch {
  readonly roles?: readonly string[];
  /** Names of folders; their ids are `<Module>.folder.<Name>`. */
  readonly folders?: readonly string[];
  readonly entities?: Readonly<Record<string, EntitySketch>>;
  /** `Line -> Order`: each line refers to one order; `Line ->> Order`: to many; `Line <-> Order`: one to one. */
  readonly associations?: Readonly<Record<string, string>>;
  readonly enumerations?: Readonly<Record<string, readonly string[]>>;
  readonly constants?: Readonly<Record<string, ConstantSketch>>;
  readonly microflows?: Readonly<Record<string, MicroflowSketch>>;
  readonly pages?: Readonly<Record<string, PageSketch>>;
  readonly layouts?: Readonly<Record<string, Pick<PageSketch, "widgets">>>;
  readonly snippets?: Readonly<Record<string, Pick<PageSketch, "parameters" | "widgets">>>;
}

/** A project in few words. */
export interface ProjectSketch {
  readonly modules?: Readonly<Record<string, ModuleSketch>>;
  readonly configurations?: readonly Configuration[];
  readonly connectors?: ProjectSettings["connectors"];
  readonly userRoles?: ProjectSettings["security"]["userRoles"];
  readonly demoUsers?: NonNullable<ProjectSettings["security"]["demoUsers"]>;
  readonly demoUsersInProduction?: boolean;
  /** `off` when left out. */
  readonly securityLevel?: ProjectSettings["security"]["level"];
  readonly navigation?: NonNullable<ProjectSettings["navigation"]>;
}
