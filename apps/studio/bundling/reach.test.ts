import { expect, test } from "vitest";
import { Reach } from "./reach.ts";

/** A program as the bundler tells about it: what each module says and imports, and the names that it has. */
function program(
  modules: Readonly<Record<string, { code: string; imports?: string[]; exports?: string[] }>>,
) {
  return {
    getModuleInfo: (id: string) => {
      const { code, imports = [], exports = [] } = modules[id] ?? { code: "" };
      return { code, importedIds: imports, exports };
    },
  };
}

const components = {
  "index.js": {
    code: `"use client"; import { Button } from "./button.js"; export { Button }; export { Table as Grid } from "./table.js"; export * from "./icons.js"; export * from "./hooks.js";`,
    imports: ["button.js", "table.js", "icons.js", "hooks.js"],
  },
  "button.js": { code: `import "./ripple.js"; export const Button = 1;`, imports: ["ripple.js"] },
  "table.js": { code: "export const Table = 1;" },
  "icons.js": { code: "export const Star = 1;", exports: ["Star"] },
  "hooks.js": { code: "export const useHover = 1;", exports: ["useHover"] },
};

function neededBy(code: string): string[] {
  const modules = program({ ...components, "main.js": { code, imports: ["index.js"] } });
  return [...new Reach(modules).from("main.js").needed].toSorted();
}

test("of a package only what is taken by name is needed, and what that needs", () => {
  expect(neededBy(`import { Button } from "components"; console.log(Button);`)).toEqual([
    "button.js",
    "index.js",
    "main.js",
    "ripple.js",
  ]);
});

test("names that are passed on as others, or all at once, are found", () => {
  expect(neededBy(`import { Grid, useHover } from "components"; console.log(Grid, useHover);`)).toEqual([
    "hooks.js",
    "index.js",
    "main.js",
    "table.js",
  ]);
});

test("who takes a package as a whole needs all of it", () => {
  expect(neededBy(`import * as all from "components"; console.log(all);`)).toHaveLength(7);
});

test("what is imported in another way, or put in by the bundler, is needed", () => {
  const modules = program({
    "main.js": { code: `import "./old.js"; start();`, imports: ["old.js", "preload.js"] },
    "old.js": { code: `require("./older.js");`, imports: ["older.js"] },
  });
  expect([...new Reach(modules).from("main.js").needed]).toEqual(
    expect.arrayContaining(["old.js", "older.js", "preload.js"]),
  );
});

test("what is loaded later is not needed", () => {
  const code = `import { Star } from "components"; export const later = () => import("./table.js"); later(Star);`;
  expect(neededBy(code)).not.toContain("table.js");
});
