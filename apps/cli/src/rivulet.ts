#!/usr/bin/env node
// The entry of the bundle. V8 keeps what it compiled beside it, so the second start skips most of the parsing; the
// program itself is loaded only after that is switched on. A folder that cannot be written just means no cache.
import { enableCompileCache } from "node:module";
import { join } from "node:path";

enableCompileCache(join(import.meta.dirname, ".compile-cache"));
void import("./main.ts");
