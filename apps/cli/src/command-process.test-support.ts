import { join } from "node:path";
import { commandLineBundle, isFresh } from "../../../scripts/steps/source-stamp.mjs";

const bundle = join(import.meta.dirname, "../dist/rivulet.js");
const source = join(import.meta.dirname, "main.ts");

/**
 * What Node starts the command line with: the bundle that ships, when it is made of the sources as they are now, as it
 * is in `pnpm test`; else the sources, which take some five times as long to load.
 */
export const commandLine: readonly string[] = isFresh(commandLineBundle)
  ? [bundle]
  : ["--conditions=rivulet-source", source];
