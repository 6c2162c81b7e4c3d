// `pnpm build`: types and JavaScript of every package, then the bundled command line; only what is stale.

import { build } from "./steps/build.mjs";
import { withBuildLock } from "./steps/build-lock.mjs";
import { requireSupportedNode } from "./steps/node-version.mjs";

requireSupportedNode("build");
process.exitCode = withBuildLock(() => build()) ? 0 : 1;
