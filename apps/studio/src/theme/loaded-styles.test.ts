import { globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const read = (pattern: string) =>
  new Map(
    globSync(pattern, { cwd: root })
      .filter((file) => !file.includes(".test"))
      .map((file) => [file, readFileSync(join(root, file), "utf8")] as const),
  );
const sources = read("**/*.{ts,tsx}");
const styles = read("**/*.css");

const resolved = (file: string, path: string) => normalize(join(dirname(file), path));

/** The files that a module brings with it at once. */
function importsOf(file: string): string[] {
  const imports = (sources.get(file) ?? "").matchAll(/^(?:import|export)\b[^;]*?"(\.[^"]+)"/gm);
  return [...imports].map(([, path = ""]) => resolved(file, path));
}

function loadedWith(entry: string): Set<string> {
  const loaded = new Set<string>();
  const waiting = [entry];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (loaded.has(file)) continue;
    loaded.add(file);
    waiting.push(...importsOf(file));
  }
  return loaded;
}

/** What is fetched when it is first needed. */
const fetched = [...sources].flatMap(([file, source]) =>
  [...source.matchAll(/import\("(\.[^"]+)"\)/g)].map(([, path = ""]) => resolved(file, path)),
);

/** Files with the rules of a class. */
function stylesOf(name: string): string[] {
  return [...styles].flatMap(([file, text]) => (text.includes(`.${name}`) ? [file] : []));
}

test.each(["main.tsx", ...new Set(fetched)])("what %s shows has its styles with it", (entry) => {
  const loaded = new Set([...loadedWith("main.tsx"), ...loadedWith(entry)]);
  const bare = [...loaded].flatMap((file) => {
    const names = new Set((sources.get(file) ?? "").match(/\brv-[a-z]+(?:-[a-z]+)*\b(?!-)/g));
    return [...names].flatMap((name) => {
      const homes = stylesOf(name);
      const isStyled = homes.length === 0 || homes.some((home) => loaded.has(home));
      return isStyled ? [] : [`${file}: ${name} of ${homes.join()}`];
    });
  });
  expect(bare).toEqual([]);
});
