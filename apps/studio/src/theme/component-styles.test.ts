import { existsSync, globSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { expect, test } from "vitest";

const source = join(import.meta.dirname, "..");
const library = dirname(createRequire(import.meta.url).resolve("@mantine/core/styles.css"));

const read = (path: string) => readFileSync(path, "utf8");

function sourcesOfStudio(): string[] {
  return globSync("**/*.{ts,tsx}", { cwd: source }).map((file) => read(join(source, file)));
}

/** The components of the library that the studio imports, and the one that its notices are made of. */
function usedComponents(): Set<string> {
  const imports = sourcesOfStudio().flatMap((text) => [
    ...text.matchAll(/import \{([^}]*)\} from "@mantine\/core"/g),
  ]);
  const names = imports.flatMap(([, list = ""]) => list.split(",").map((name) => name.trim()));
  return new Set([...names.filter((name) => /^[A-Z]/.test(name)), "Notification"]);
}

/** The styles of a module and of everything that it is made with. */
function stylesOf(module: string, seen: Set<string>): string[] {
  if (seen.has(module)) return [];
  seen.add(module);
  if (module.endsWith(".module.mjs")) return [basename(module, ".module.mjs")];
  const imported = [...read(module).matchAll(/from\s*"(\.[^"]+)"/g)];
  return imported.flatMap(([, path = ""]) => stylesOf(join(dirname(module), path), seen));
}

function listedStyles(): string[] {
  const list = read(join(import.meta.dirname, "component-styles.ts"));
  return [...list.matchAll(/styles\/([\w-]+)\.css"/g)].map(([, name = ""]) => name);
}

const everywhere = ["baseline", "global"];

test("the studio has the styles of exactly the components that it uses", () => {
  const used = usedComponents();
  const modules = globSync("esm/**/*.mjs", { cwd: library })
    .filter((module) => used.has(basename(module, ".mjs")))
    .map((module) => join(library, module));
  const seen = new Set<string>();
  const needed = modules.flatMap((module) => stylesOf(module, seen));
  const withFile = needed.filter((name) => existsSync(join(library, "styles", `${name}.css`)));
  expect(modules.length).toBeGreaterThan(20);
  expect(listedStyles().toSorted()).toEqual([...everywhere, ...withFile].toSorted());
});

test("they come in the order of the library's own sheet, in which later ones win", () => {
  const sheet = read(join(library, "styles.css"));
  const places = listedStyles().map((name) =>
    sheet.indexOf(
      read(join(library, "styles", `${name}.css`))
        .trim()
        .slice(0, 300),
    ),
  );
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((left, right) => left - right));
});
