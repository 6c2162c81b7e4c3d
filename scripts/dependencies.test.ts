import { globSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { expect, test } from "vitest";
import { checkout } from "./steps/checkout.mjs";

const tableFile = "docs/decisions/0003-dependencies.md";

test(`${tableFile} has a row with a reason for every third-party package, its version and who uses it`, () => {
  expect(writtenRows()).toEqual(actualRows());
});

/** Package, version and users as the table has them. A row without a reason does not count. */
function writtenRows(): string[] {
  const table = readFileSync(join(checkout, tableFile), "utf8");
  const rows = table.matchAll(/^\| (\S+) \| (\d\S*) \| ([^|]+) \| [^|]+ \|$/gm);
  return [...rows].map(([, name, version, users]) => `${name} | ${version} | ${users}`);
}

/** The same from every package.json. */
function actualRows(): string[] {
  const versions = catalog();
  const users = new Map<string, Set<string>>();
  for (const manifest of globSync("{.,bench,e2e,apps/*,packages/*}/package.json", { cwd: checkout })) {
    const user = dirname(manifest) === "." ? "root" : basename(dirname(manifest));
    for (const [name, version] of Object.entries(thirdParty(manifest))) {
      // A package that is installed under a name of our own: "npm:<package>@<version>".
      const own = version.replace(/^npm:.+@/, "");
      const row = `${name} | ${version === "catalog:" ? versions.get(name) : own}`;
      users.set(row, (users.get(row) ?? new Set()).add(user));
    }
  }
  return [...users].map(([row, names]) => `${row} | ${[...names].toSorted().join(", ")}`).toSorted();
}

function thirdParty(manifest: string): Record<string, string> {
  const { dependencies, optionalDependencies, peerDependencies, devDependencies } = JSON.parse(
    readFileSync(join(checkout, manifest), "utf8"),
  );
  const all: Record<string, string> = {
    ...dependencies,
    ...optionalDependencies,
    ...peerDependencies,
    ...devDependencies,
  };
  return Object.fromEntries(Object.entries(all).filter(([, version]) => !version.startsWith("workspace:")));
}

/** The shared versions of pnpm-workspace.yaml. */
function catalog(): Map<string, string> {
  const [, section = ""] = readFileSync(join(checkout, "pnpm-workspace.yaml"), "utf8").split(/^catalog:\n/m);
  const rows = section.matchAll(/^ {2}"?([^":\s]+)"?: (\S+)$/gm);
  return new Map([...rows].map(([, name = "", version = ""]) => [name, version]));
}
