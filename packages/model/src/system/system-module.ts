import { declareConnectorModule } from "../connectors/declare-connector-module.ts";
import { errors } from "./errors.ts";
import { http } from "./http.ts";
import { people } from "./people.ts";

/**
 * The module System: the entities of what Rivulet itself brings into a microflow, above all of the special variables
 * (reference logic.md 1.4 and 3.1). Every project has it, without naming it among its connectors.
 */
export const systemModule = declareConnectorModule({
  name: "System",
  version: "1.0.0",
  documentation:
    "What Rivulet itself brings into a microflow: who runs it, what went wrong, and the HTTP messages of calls.",
  folders: [],
  parts: [people, errors, http],
});
