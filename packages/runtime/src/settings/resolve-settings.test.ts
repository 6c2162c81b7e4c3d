import { buildProject } from "@rivulet/testkit";
import { Decimal, type Value } from "@rivulet/values";
import { describe, expect, test } from "vitest";
import type { EndpointSetting, RunSettings } from "../ports/run-settings.ts";
import { resolveSettings } from "./resolve-settings.ts";
import type { SettingsSources } from "./settings-sources.ts";

const { index } = buildProject({
  modules: {
    Shop: {
      constants: {
        Rate: { type: "Decimal", value: "1.21" },
        Title: { type: "String" },
        Key: { type: "String", isSecret: true },
        Count: { type: "Integer", value: 3 },
        Stage: { type: "Enumeration(Shop.State)" },
      },
      enumerations: { State: ["Open", "Closed"] },
    },
  },
  configurations: [
    { name: "Embedded", kind: "embedded", constants: {} },
    { name: "AWS", kind: "aws", region: "eu-west-1", constants: { "Shop.Title": "from AWS" } },
    { name: "Local", kind: "aws", endpoint: "http://127.0.0.1:8000", constants: {} },
    { name: "Renamed", id: "Before", kind: "aws", constants: {} },
    { name: "Blank", kind: "embedded", endpoint: " ", region: "", constants: { "Shop.Title": null } },
  ],
});

const embedded = { endpointFor: async () => "http://127.0.0.1:9000" };

function settingsOf(sources: SettingsSources): RunSettings {
  const result = resolveSettings(index, sources);
  if ("problems" in result) throw new Error(JSON.stringify(result.problems));
  return result.settings;
}

function codesOf(sources: SettingsSources): string[] {
  const result = resolveSettings(index, sources);
  return "problems" in result ? result.problems.map(({ code }) => code) : [];
}

const flags = (configuration: string) => ({ flags: { configuration } });

describe("the configuration", () => {
  test.each<[string, SettingsSources, string]>([
    ["the option", { ...flags("AWS"), activeConfiguration: "Local" }, "AWS"],
    ["the active one", { activeConfiguration: "Local" }, "Local"],
    ["the active one under its new name", { activeConfiguration: "Before" }, "Renamed"],
    ["the first of the project", {}, "Embedded"],
  ])("is %s", (_, sources, expected) => {
    expect(settingsOf(sources).configuration).toBe(expected);
  });

  test("of a project that has none is AWS with nothing set", () => {
    const bare = resolveSettings(buildProject({}).index, {});
    expect(bare).toMatchObject({ settings: { configuration: "none", endpoint: { kind: "aws" } } });
  });

  test("that does not exist is a problem that names those that do", () => {
    const result = resolveSettings(index, flags("Production"));
    expect(result).toMatchObject({ problems: [{ code: "unknown-configuration" }] });
    expect(JSON.stringify(result)).toContain("Embedded, AWS, Local, Renamed, Blank");
  });
});

const variable = { RIVULET_DYNAMODB_ENDPOINT: "http://localhost:8001" };

describe("the endpoint", () => {
  test.each<[string, SettingsSources, Partial<EndpointSetting>]>([
    [
      "the option, before all others",
      { flags: { endpoint: "http://localhost:8002", configuration: "Local" }, environment: variable },
      { kind: "explicit", url: "http://localhost:8002" },
    ],
    [
      "the environment variable, before the configuration",
      { ...flags("Local"), environment: variable },
      { kind: "explicit", url: "http://localhost:8001" },
    ],
    ["that of the configuration", flags("Local"), { kind: "explicit", url: "http://127.0.0.1:8000" }],
    ["AWS, for a configuration for AWS without one", { ...flags("AWS"), embedded }, { kind: "aws" }],
    ["the embedded DynamoDB, for an Embedded configuration", { embedded }, { kind: "embedded" }],
    [
      "never embedded when an address is given",
      { environment: variable, embedded },
      { kind: "explicit", url: "http://localhost:8001" },
    ],
    [
      "as if not given where it is blank",
      { ...flags("Blank"), environment: { RIVULET_DYNAMODB_ENDPOINT: "" } },
      { kind: "embedded" },
    ],
  ])("is %s", (_, sources, expected) => {
    expect(settingsOf(sources).endpoint).toMatchObject(expected);
  });

  test("embedded asks for the address of the region", async () => {
    const { endpoint } = settingsOf({ embedded });
    expect(endpoint.kind === "embedded" && (await endpoint.endpointFor("eu-west-1"))).toBe(
      "http://127.0.0.1:9000",
    );
  });

  test("embedded fails, when it is asked for, in a program that has no embedded DynamoDB", async () => {
    const { endpoint } = settingsOf({});
    await expect(endpoint.kind === "embedded" && endpoint.endpointFor("eu-west-1")).rejects.toMatchObject({
      code: "embedded-unavailable",
    });
  });

  test.each(["localhost:8000", "ftp://localhost", "not an address"])("%s is refused", (endpoint) => {
    expect(codesOf({ flags: { endpoint } })).toEqual(["wrong-endpoint"]);
  });
});

const awsRegion = { environment: { AWS_REGION: "us-east-2" } };

describe("the region", () => {
  test.each<[string, SettingsSources, string | undefined]>([
    ["the option", { flags: { region: "sa-east-1", configuration: "AWS" }, ...awsRegion }, "sa-east-1"],
    ["that of the configuration", { ...flags("AWS"), ...awsRegion }, "eu-west-1"],
    ["AWS_REGION", awsRegion, "us-east-2"],
    ["AWS_REGION where the configuration has a blank one", { ...flags("Blank"), ...awsRegion }, "us-east-2"],
    ["not there when nothing gives it: there is no silent default", {}, undefined],
    ["not taken from AWS_DEFAULT_REGION", { environment: { AWS_DEFAULT_REGION: "us-east-1" } }, undefined],
  ])("is %s", (_, sources, expected) => {
    expect(settingsOf(sources).region).toBe(expected);
  });
});

const title = "Shop.Title";
const key = "Shop.Key";

describe("the value of a constant", () => {
  test.each<[string, string, SettingsSources, Value]>([
    [
      "the option, before all others",
      title,
      {
        flags: { configuration: "AWS", constants: { [title]: "option" } },
        environment: { RIVULET_CONSTANT_Shop_Title: "environment" },
        secretValues: () => ({ values: { [title]: "secret" } }),
      },
      "option",
    ],
    [
      "the environment variable, before the secrets",
      title,
      {
        environment: { RIVULET_CONSTANT_Shop_Title: "environment" },
        secretValues: () => ({ values: { [title]: "secret" } }),
      },
      "environment",
    ],
    [
      "the secret, before the configuration",
      title,
      { ...flags("AWS"), secretValues: () => ({ values: { [title]: "secret" } }) },
      "secret",
    ],
    ["that of the configuration", title, flags("AWS"), "from AWS"],
    ["empty where the configuration says so", title, flags("Blank"), null],
    ["its default", "Shop.Count", {}, 3],
    ["empty when nothing gives it", title, {}, null],
    ["empty for a secret that nothing gives", key, {}, null],
    ["the environment variable, for a secret", key, { environment: { RIVULET_CONSTANT_Shop_Key: "k" } }, "k"],
    ["the option, for a secret", key, { flags: { constants: { [key]: "k" } } }, "k"],
    ["the secret's own", key, { secretValues: () => ({ values: { [key]: "k" } }) }, "k"],
    [
      "not that of an environment variable that is empty",
      "Shop.Count",
      { environment: { RIVULET_CONSTANT_Shop_Count: "" } },
      3,
    ],
    ["read as JSON", "Shop.Count", { flags: { constants: { "Shop.Count": "12" } } }, 12],
    ["a key of an enumeration", "Shop.Stage", { flags: { constants: { "Shop.Stage": "Open" } } }, "Open"],
    [
      "empty where null is written",
      title,
      { ...flags("AWS"), environment: { RIVULET_CONSTANT_Shop_Title: "null" } },
      null,
    ],
    [
      "an exact decimal",
      "Shop.Rate",
      { flags: { constants: { "Shop.Rate": "0.10000000000000000000001" } } },
      new Decimal(10000000000000000000001n, 23),
    ],
    ["a text in quotes without them", title, { flags: { constants: { [title]: '"a b"' } } }, "a b"],
    ["a text that looks like a number", title, { flags: { constants: { [title]: "0012" } } }, "0012"],
    ["a text that looks like JSON", title, { flags: { constants: { [title]: "{a" } } }, "{a"],
  ])("is %s", (_, constant, sources, expected) => {
    expect(settingsOf(sources).constant(constant)).toEqual(expected);
  });

  test.each<[string, SettingsSources, string]>([
    ["is of another type", { flags: { constants: { "Shop.Count": "many" } } }, "wrong-value"],
    ["is no key", { flags: { constants: { "Shop.Stage": "Lost" } } }, "wrong-value"],
    [
      "is of another type among the secrets",
      { secretValues: () => ({ values: { [title]: 4 } }) },
      "wrong-value",
    ],
    ["belongs to no constant", { flags: { constants: { "Shop.Titel": "x" } } }, "unknown-constant"],
  ])("that %s is a problem", (_, sources, code) => {
    expect(codesOf(sources)).toEqual([code]);
  });

  test("of a secret is a problem in the project, which says where it belongs", () => {
    const project = buildProject({
      modules: { Shop: { constants: { Key: { type: "String", isSecret: true } } } },
      configurations: [{ name: "AWS", kind: "aws", constants: { [key]: "hush" } }],
    });
    const result = resolveSettings(project.index);
    expect(result).toMatchObject({ problems: [{ code: "secret-in-project" }] });
    expect(JSON.stringify(result)).not.toContain("hush");
  });

  test("of a secret is in no message", () => {
    const project = buildProject({
      modules: { Shop: { constants: { Pin: { type: "Integer", isSecret: true } } } },
    });
    const result = resolveSettings(project.index, { flags: { constants: { "Shop.Pin": "hush" } } });
    expect(result).toMatchObject({ problems: [{ code: "wrong-value" }] });
    expect(JSON.stringify(result)).not.toContain("hush");
  });

  test("that is not there is an error of nobody's making: unknown names are empty", () => {
    expect(settingsOf({}).constant("Shop.Nothing")).toBeNull();
  });
});

test("only the variables of AWS's own reach the connectors", () => {
  const environment = { AWS_PROFILE: "work", PATH: "/bin", RIVULET_CONSTANT_Shop_Key: "k" };
  expect(settingsOf({ environment }).awsEnvironment).toEqual({ AWS_PROFILE: "work" });
});
