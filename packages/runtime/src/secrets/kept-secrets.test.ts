import { existsSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  type Configuration,
  type ModuleRecord,
  ProjectIndex,
  type ProjectRecord,
  type ProjectSettings,
  renamedConfiguration,
} from "@rivulet/model";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { KeptSecrets } from "./kept-secrets.ts";
import { secretKeyFile } from "./key-ring.ts";
import { secretValuesFile } from "./secret-file.ts";
import { newSecretKey, secretKeyText } from "./secret-key.ts";
import { type SecretsFolder, secretsFolder } from "./secrets-folder.test-support.ts";

let folder: SecretsFolder;
beforeEach(() => {
  folder = secretsFolder();
});
afterEach(() => folder[Symbol.dispose]());

const kept = (environment = {}) => new KeptSecrets(folder.path, environment);
const key = { constant: "Shop.Key", configuration: null };
const refusal = (words: string) => ({
  problem: { code: "secrets-not-read", message: expect.stringContaining(words) as string },
});

describe("values", () => {
  test("of a folder that keeps none are none, and nothing is made", () => {
    expect(kept().values("AWS")).toEqual({ values: {} });
    expect(readdirSync(join(folder.path, ".rivulet"))).toEqual([]);
  });

  test("are read by the next process, of every type, and stand nowhere in clear text", () => {
    kept().keep(key, "hush hush");
    kept().keep({ constant: "Shop.Pin", configuration: null }, 7_777_777);
    expect(kept().values("AWS")).toEqual({ values: { "Shop.Key": "hush hush", "Shop.Pin": 7_777_777 } });
    expect(folder.values()).not.toMatch(/hush|7777777/);
    for (const file of [secretValuesFile, secretKeyFile]) {
      expect(statSync(join(folder.path, file)).mode & 0o777).toBe(0o600);
    }
  });

  test("of a configuration win in it over those for all", () => {
    const secrets = kept();
    secrets.keep(key, "for all");
    secrets.keep({ ...key, configuration: "AWS" }, "for AWS");
    expect(secrets.values("AWS")).toEqual({ values: { "Shop.Key": "for AWS" } });
    expect(secrets.values("Embedded")).toEqual({ values: { "Shop.Key": "for all" } });
    secrets.forget({ ...key, configuration: "AWS" });
    expect(secrets.values("AWS")).toEqual({ values: { "Shop.Key": "for all" } });
  });

  test("that another process sets count at once", () => {
    const server = kept();
    server.keep(key, "first");
    server.values("AWS");
    kept().keep(key, "second");
    expect(server.values("AWS")).toEqual({ values: { "Shop.Key": "second" } });
  });

  test("are told of by name and time only", () => {
    kept().keep(key, "hush hush");
    expect(kept().states()).toEqual({
      states: [{ ...key, setAt: expect.stringMatching(/^\d{4}-.*Z$/) as string }],
    });
  });
});

describe("values belong to constants and configurations:", () => {
  type Names = readonly (readonly [id: string, name: string])[];
  const project = (constants: Names, configurations = ["Embedded", "AWS"], region = "eu-central-1") => {
    const settings: ProjectSettings = {
      id: "project",
      type: "project",
      name: "Shop",
      connectors: [],
      configurations: configurations.map((name) => ({ name, kind: "aws", region, constants: {} })),
      security: { level: "off", userRoles: [] },
    };
    const module: ModuleRecord = {
      id: "shop",
      type: "module",
      parent: "project",
      name: "Shop",
      roles: [],
      folders: [],
    };
    const records = constants.map(([id, name]): ProjectRecord => {
      const dataType = { kind: "string" } as const;
      return { id, type: "constant", parent: "shop", name, dataType, isSecret: true } as ProjectRecord;
    });
    const all = [settings, module, ...records];
    return new ProjectIndex(new Map(all.map((record) => [record.id, record])));
  };
  const all = [["k", "Key"]] as const;
  const valuesAfter = (...projects: readonly ProjectIndex[]) => {
    for (const index of projects) expect(kept().follow(index, true)).toBeUndefined();
    return kept().values("AWS");
  };

  test("they follow a constant that was renamed, also over a time in which nobody looked", () => {
    kept().keep(key, "hush");
    const renamed = project([["k", "Token"]]);
    expect(valuesAfter(project(all), renamed)).toEqual({ values: { "Shop.Token": "hush" } });
    expect(folder.values()).not.toContain("Shop.Key");
    expect(valuesAfter(project(all))).toEqual({ values: { "Shop.Key": "hush" } });
  });

  test("a new constant of an old name does not get the value of the one that had it", () => {
    kept().keep(key, "hush");
    const other = project([
      ["k", "Old"],
      ["n", "Key"],
    ]);
    expect(valuesAfter(project(all), other)).toEqual({ values: { "Shop.Old": "hush" } });
  });

  test("they go with their constant, and are back when its removal is undone", () => {
    kept().keep(key, "hush");
    expect(valuesAfter(project(all), project([]))).toEqual({ values: {} });
    expect(kept().states()).toMatchObject({ states: [{ removedAt: expect.any(String) as string }] });
    expect(valuesAfter(project([["n", "Key"]]))).toEqual({ values: {} });
    expect(valuesAfter(project(all))).toEqual({ values: { "Shop.Key": "hush" } });
    valuesAfter(project([]));
    folder.write(folder.values().replace(/"removedAt": "[^"]+"/, '"removedAt": "2026-01-01T00:00:00.000Z"'));
    valuesAfter(project([]));
    expect(kept().states()).toEqual({ states: [] });
    expect(folder.values()).not.toContain('"ct": "hush');
  });

  test("nothing is removed while the project cannot be read as a whole", () => {
    kept().keep(key, "hush");
    valuesAfter(project(all));
    expect(kept().follow(project([]), false)).toBeUndefined();
    expect(kept().values("AWS")).toEqual({ values: { "Shop.Key": "hush" } });
  });

  test("they follow a configuration that was renamed, and one that took its place gets nothing", () => {
    kept().keep({ ...key, configuration: "AWS" }, "hush");
    const renamed = project(all, ["Embedded", "Production"]);
    valuesAfter(project(all), renamed);
    expect(kept().values("Production")).toEqual({ values: { "Shop.Key": "hush" } });
    const another = project(all, ["Embedded", "Staging"], "us-east-1");
    valuesAfter(another);
    expect([kept().values("Production"), kept().values("Staging")]).toEqual([{ values: {} }, { values: {} }]);
    valuesAfter(renamed);
    expect(kept().values("Production")).toEqual({ values: { "Shop.Key": "hush" } });
  });

  test("they follow two configurations that swap their names at once, also where all else is the same", () => {
    const settings = project(all).settings;
    if (!settings) throw new Error("There are no settings.");
    const [embedded, aws] = settings.configurations;
    if (!embedded || !aws) throw new Error("There are not two configurations.");
    const alike = { ...embedded, kind: "aws" } as const;
    const other = { ...alike, name: aws.name };
    const withConfigurations = (...configurations: Configuration[]) =>
      new ProjectIndex(
        new Map([...project(all).records, ["project", { ...settings, configurations }] as const]),
      );
    kept().keep({ ...key, configuration: "Embedded" }, "of the first");
    kept().keep({ ...key, configuration: "AWS" }, "of the second");
    const swapped = [renamedConfiguration(alike, "AWS"), renamedConfiguration(other, "Embedded")];
    valuesAfter(withConfigurations(alike, other), withConfigurations(...swapped));
    expect([kept().values("AWS"), kept().values("Embedded")]).toEqual([
      { values: { "Shop.Key": "of the first" } },
      { values: { "Shop.Key": "of the second" } },
    ]);
    // Another order changes nothing, and neither do the old names again.
    valuesAfter(withConfigurations(...swapped.toReversed()));
    expect(kept().values("AWS")).toEqual({ values: { "Shop.Key": "of the first" } });
    valuesAfter(withConfigurations(alike, other));
    expect(kept().values("AWS")).toEqual({ values: { "Shop.Key": "of the second" } });
  });

  test("what was changed by hand to follow another constant does not open", () => {
    kept().keep(key, "hush");
    valuesAfter(project(all));
    folder.write(folder.values().replace('"id": "k"', '"id": "n"'));
    expect(kept().follow(project([["n", "Stolen"]]), true)).toMatchObject({ code: "secrets-not-read" });
    expect(kept().values("AWS")).toMatchObject(refusal("was changed, or was moved"));
  });

  test("without their key nothing is changed", () => {
    const first = { RIVULET_SECRET_KEY: secretKeyText(newSecretKey()) };
    kept(first).keep(key, "hush");
    kept(first).follow(project(all), true);
    const text = folder.values();
    expect(kept().follow(project([["k", "Token"]]), true)).toMatchObject({ code: "secrets-not-read" });
    expect(folder.values()).toBe(text);
  });
});

describe("a plain file of before", () => {
  test("is encrypted at its first use", () => {
    folder.write('{"Shop.Key": "hush hush", "Shop.Pin": 7}');
    expect(kept().values("AWS")).toEqual({ values: { "Shop.Key": "hush hush", "Shop.Pin": 7 } });
    expect(folder.values()).not.toContain("hush");
    expect(kept().values("AWS")).toEqual({ values: { "Shop.Key": "hush hush", "Shop.Pin": 7 } });
  });

  test("is encrypted with the value that is set as well", () => {
    folder.write('{"Shop.Key": "hush hush"}');
    expect(kept().keep({ constant: "Shop.Pin", configuration: null }, 7)).toBeUndefined();
    expect(kept().values("AWS")).toEqual({ values: { "Shop.Key": "hush hush", "Shop.Pin": 7 } });
  });

  test.each([0o644, 0o640, 0o660, 0o604, 0o601])("with permissions %o is refused and left alone", (mode) => {
    folder.write('{"Shop.Key": "hush"}', mode);
    expect(kept().values("AWS")).toMatchObject(refusal("chmod 600"));
    expect(kept().keep(key, "other")).toMatchObject(refusal("chmod 600").problem);
    expect(folder.values()).toBe('{"Shop.Key": "hush"}');
  });
});

test.each([
  "",
  "not json hush",
  "[]",
  '"hush"',
  "null",
  '{"format": 3, "values": []}',
  '{"format": 2, "values": [1]}',
])("a file that holds %j is refused, not shown and not overwritten", (text) => {
  folder.write(text);
  expect(kept().values("AWS")).toMatchObject(refusal(secretValuesFile));
  expect(kept().keep(key, "other")).toMatchObject({ code: "secrets-not-read" });
  expect(JSON.stringify(kept().values("AWS"))).not.toContain("hush");
  expect(folder.values()).toBe(text);
});

test("a link to another file is refused", () => {
  const elsewhere = join(folder.path, "elsewhere.json");
  writeFileSync(elsewhere, "{}", { mode: 0o600 });
  symlinkSync(elsewhere, join(folder.path, secretValuesFile));
  expect(kept().values("AWS")).toMatchObject(refusal("cannot be opened"));
});

describe("a value that was tampered with", () => {
  test("by moving it to another constant, configuration or project is not used", () => {
    kept().keep(key, "hush hush");
    kept().keep({ ...key, configuration: "AWS" }, "louder");
    const text = folder.values();
    const moves = [
      text.replaceAll("Shop.Key", "Shop.Pin"),
      text.replace('"configuration": "AWS"', '"configuration": "Other"'),
      text.replace(/"project": "[^"]+"/, '"project": "other"'),
    ];
    for (const moved of moves) {
      folder.write(moved);
      expect(kept().values("Other")).toMatchObject(refusal("was changed, or was moved"));
      expect(kept().rotate()).toMatchObject(refusal("was changed, or was moved"));
      expect(folder.values()).toBe(moved);
    }
  });

  test("can be set again", () => {
    kept().keep(key, "hush hush");
    folder.write(
      folder
        .values()
        .replace(/"ct": "./, '"ct": "A')
        .replace(/"iv": "./, '"iv": "B'),
    );
    expect(kept().keep(key, "new")).toBeUndefined();
    expect(kept().values("AWS")).toEqual({ values: { "Shop.Key": "new" } });
  });
});

describe("the key", () => {
  const first = { RIVULET_SECRET_KEY: secretKeyText(newSecretKey()) };
  const second = { RIVULET_SECRET_KEY: secretKeyText(newSecretKey()) };

  test("of the environment needs no file", () => {
    kept(first).keep(key, "hush hush");
    expect(existsSync(join(folder.path, secretKeyFile))).toBe(false);
    expect(kept(first).values("AWS")).toEqual({ values: { "Shop.Key": "hush hush" } });
  });

  test("that is another one opens nothing and overwrites nothing", () => {
    kept(first).keep(key, "hush hush");
    const text = folder.values();
    for (const environment of [second, {}]) {
      const secrets = kept(environment);
      expect(secrets.values("AWS")).toMatchObject(refusal("Bring back the key of before"));
      expect(secrets.keep(key, "other")).toMatchObject({ code: "secrets-not-read" });
      expect(secrets.rotate()).toMatchObject(refusal("Bring back the key of before"));
    }
    expect(folder.values()).toBe(text);
    expect(existsSync(join(folder.path, secretKeyFile))).toBe(false);
    expect(kept(first).values("AWS")).toEqual({ values: { "Shop.Key": "hush hush" } });
  });

  test("that is lost leaves a way out: values can be removed", () => {
    kept(first).keep(key, "hush hush");
    expect(kept(second).forget(key)).toBeUndefined();
    expect(kept(second).values("AWS")).toEqual({ values: {} });
  });

  test("that is none is said without repeating it", () => {
    const result = kept({ RIVULET_SECRET_KEY: "correct horse" }).keep(key, "hush hush");
    expect(result).toMatchObject({ message: expect.stringContaining("openssl rand -base64 32") as string });
    expect(JSON.stringify(result)).not.toContain("horse");
  });

  test("in the file is changed by rotation, and the old one opens nothing any more", () => {
    kept().keep(key, "hush hush");
    const [oldKey, oldValues] = [folder.key(), folder.values()];
    expect(kept().rotate()).toMatchObject({ values: 1 });
    expect(folder.key()).not.toContain(oldKey.trim());
    expect(folder.values()).not.toBe(oldValues);
    expect(kept().values("AWS")).toEqual({ values: { "Shop.Key": "hush hush" } });
    expect(kept({ RIVULET_SECRET_KEY: oldKey }).states()).toMatchObject({ states: [key] });
    rmSync(join(folder.path, secretKeyFile));
    expect(kept({ RIVULET_SECRET_KEY: oldKey }).values("AWS")).toMatchObject(refusal("Bring back the key"));
  });

  test("of the environment is changed by naming the new and the old one", () => {
    kept(first).keep(key, "hush hush");
    const both = { RIVULET_SECRET_KEY: `${second.RIVULET_SECRET_KEY},${first.RIVULET_SECRET_KEY}` };
    expect(kept(both).values("AWS")).toEqual({ values: { "Shop.Key": "hush hush" } });
    expect(kept(both).rotate()).toMatchObject({ values: 1 });
    expect(kept(second).values("AWS")).toEqual({ values: { "Shop.Key": "hush hush" } });
    expect(kept(first).values("AWS")).toMatchObject(refusal("Bring back the key"));
  });

  test("moves from the file to the environment by rotation", () => {
    kept().keep(key, "hush hush");
    expect(kept(first).values("AWS")).toEqual({ values: { "Shop.Key": "hush hush" } });
    expect(kept(first).rotate()).toMatchObject({ values: 1 });
    expect(existsSync(join(folder.path, secretKeyFile))).toBe(false);
    expect(kept(first).values("AWS")).toEqual({ values: { "Shop.Key": "hush hush" } });
  });

  test("that a rotation was cut off with still opens everything", () => {
    kept().keep(key, "hush hush");
    writeFileSync(join(folder.path, secretKeyFile), `${secretKeyText(newSecretKey())}\n${folder.key()}`);
    expect(kept().values("AWS")).toEqual({ values: { "Shop.Key": "hush hush" } });
    expect(kept().rotate()).toMatchObject({ values: 1 });
    expect(folder.key().trim().split("\n")).toHaveLength(1);
    expect(kept().values("AWS")).toEqual({ values: { "Shop.Key": "hush hush" } });
  });
});
