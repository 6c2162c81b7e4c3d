import type { ProjectRecord } from "../records/records.ts";

/** What kinds of files a project folder has. */
export type DocumentKind =
  | "project"
  | "module"
  | "domainModel"
  | "enumeration"
  | "constant"
  | "microflow"
  | "page"
  | "pageLayout"
  | "snippet"
  | "layout";

/**
 * A group of records that is saved as one file: the unit of saving, of content hashes and of conflicts.
 *
 * | kind        | id                     | path                                        |
 * | ----------- | ---------------------- | ------------------------------------------- |
 * | project     | `project`              | `rivulet.json`                              |
 * | module      | id of the module       | `modules/<Module>/module.json`              |
 * | domainModel | `<module>:domainModel` | `modules/<Module>/domain-model.json`        |
 * | enumeration | id of the enumeration  | `modules/<Module>/enumerations/<Name>.json` |
 * | constant    | id of the constant     | `modules/<Module>/constants/<Name>.json`    |
 * | microflow   | id of the microflow    | `modules/<Module>/microflows/<Name>.json`   |
 * | page        | id of the page         | `modules/<Module>/pages/<Name>.json`        |
 * | pageLayout  | id of the layout       | `modules/<Module>/layouts/<Name>.json`      |
 * | snippet     | id of the snippet      | `modules/<Module>/snippets/<Name>.json`     |
 * | layout      | `<document>:layout`    | that of the document, ending `.layout.json` |
 */
export interface ProjectDocument {
  readonly id: string;
  readonly kind: DocumentKind;
  /** Relative to the project folder, with `/`. Follows the name; identity is the id. */
  readonly path: string;
  readonly records: readonly ProjectRecord[];
}

/** Id of the document that holds the domain model of a module. */
export function domainModelId(module: string): string {
  return `${module}:domainModel`;
}

/** Id of the document that holds the positions of what another document draws. */
export function layoutId(document: string): string {
  return `${document}:layout`;
}
