// `pnpm check`: everything that must hold before a change is merged, cheapest first; stops at the first failure.
import { requireSupportedNode } from "./steps/node-version.mjs";
import { runTool } from "./steps/run-command.mjs";

/** @type {{ name: string, runs: [string, ...string[]][] }[]} */
const checks = [
  {
    name: "types",
    runs: [
      ["tsc", "-b"],
      ["tsc", "-p", "tsconfig.tests.json"],
      ["tsc", "-p", "e2e/tsconfig.json"],
    ],
  },
  { name: "lint", runs: [["oxlint", "--type-aware"]] },
  { name: "format", runs: [["biome", "check", "."]] },
  { name: "what nobody uses", runs: [["knip", "--treat-config-hints-as-errors"]] },
  { name: "arrows", runs: [["vitest", "run", "scripts/architecture", "--reporter=dot"]] },
  { name: "unit tests", runs: [["vitest", "run", "--exclude", "scripts/architecture/**", "--reporter=dot"]] },
];

requireSupportedNode("check");
for (const check of checks) {
  const startedAt = performance.now();
  for (const [tool, ...toolArguments] of check.runs) {
    const exitCode = runTool(tool, toolArguments);
    if (exitCode !== 0) {
      process.stdout.write(
        `\ncheck failed: ${check.name} (${tool} ended with ${exitCode}); the reason stands above\n`,
      );
      process.exit(1);
    }
  }
  process.stdout.write(`check: ${check.name} ok, ${((performance.now() - startedAt) / 1000).toFixed(1)} s\n`);
}
