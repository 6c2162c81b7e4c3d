import { declareConnectorModule } from "../connectors/declare-connector-module.ts";
import { errors } from "./errors.ts";
import { http } from "./http.ts";
import { paging } from "./paging.ts";
import { people } from "./people.ts";

/**
 * The module System: the entities of what Rivulet itself brings into a microflow, above all of the special variables
 * (reference logic.md 1.4 and 3.1). Every project has it, without naming it among its connectors.
 */
export const systemModule = declareConnectorModule({
  name: "System",
  version: "1.0.0",
  documentation:
    "What Rivulet itself brings into a microflow: who runs it, what went wrong, the HTTP messages of calls, and where a list is that is read page by page.",
  folders: [],
  parts: [people, errors, http, paging],
});
