import type { ModuleSketch, ProjectSketch, SampleProject } from "@rivulet/testkit";
import { withRecord } from "@rivulet/testkit";
import { type ProblemCase, withModule } from "./problem-case.test-support.ts";

function moduleCase(
  code: ProblemCase["code"],
  title: string,
  {
    valid = {},
    invalid,
    places,
  }: { readonly valid?: ModuleSketch; readonly invalid: ModuleSketch; readonly places: readonly string[] },
): ProblemCase {
  return { code, title, valid: withModule(valid), invalid: withModule(invalid), places };
}

function settingsCase(
  code: ProblemCase["code"],
  title: string,
  {
    valid,
    invalid,
    places,
  }: { readonly valid: Settings; readonly invalid: Settings; readonly places: readonly string[] },
): ProblemCase {
  return { code, title, valid: withModule({}, valid), invalid: withModule({}, invalid), places };
}

type Settings = Omit<ProjectSketch, "modules">;

const configuration = (constants: Readonly<Record<string, string>>, endpoint?: string): Settings => ({
  configurations: [
    { name: "Local", kind: "aws", constants, ...(endpoint === undefined ? {} : { endpoint }) },
  ],
});

const demoUsers = (userRoles: readonly string[]) => [{ name: "Clara", userRoles }];
const demoUser = (...userRoles: string[]): Settings => ({
  userRoles: [{ name: "User", moduleRoles: ["Sales.Clerk"] }],
  demoUsers: demoUsers(userRoles),
});

function changed(project: SampleProject, record: string, change: object): SampleProject {
  return withRecord(project, record, (before) => ({ ...before, ...change }));
}

const folders = (parent?: string) => [
  { id: "Sales.folder.Work", name: "Work", ...(parent === undefined ? {} : { parent }) },
];
const withFolders = (parent?: string) => changed(withModule({}), "Sales", { folders: folders(parent) });

/** One case or more for each code of names, settings and the domain model. */
export const projectCases: readonly ProblemCase[] = [
  moduleCase("invalid-name", "of an entity", {
    invalid: { entities: { "My entity": {} } },
    places: ["Sales.My entity name"],
  }),
  moduleCase("invalid-name", "a reserved word", {
    invalid: { entities: { Type: {} } },
    places: ["Sales.Type name"],
  }),
  {
    code: "duplicate-name",
    title: "an entity and a microflow",
    valid: withModule({}),
    invalid: changed(withModule({}), "Sales.SUB", { name: "Order" }),
    places: ["Sales.SUB name"],
  },
  moduleCase("names-differ-in-case", "two entities", {
    invalid: { entities: { ORDER: {} } },
    places: ["Sales.ORDER name"],
  }),
  moduleCase("names-differ-in-case", "two attributes", {
    invalid: { entities: { Other: { attributes: { A: "String", a: "String" } } } },
    places: ["Sales.Other attributes[1].name"],
  }),
  moduleCase("generalization-cycle", "over two entities", {
    valid: { entities: { A: {}, B: { generalization: "Sales.A" } } },
    invalid: { entities: { A: { generalization: "Sales.B" }, B: { generalization: "Sales.A" } } },
    places: ["Sales.A generalization", "Sales.B generalization"],
  }),
  moduleCase("generalization-cycle", "of one entity", {
    invalid: { entities: { A: { generalization: "Sales.A" } } },
    places: ["Sales.A generalization"],
  }),
  moduleCase("unknown-entity", "as generalization", {
    valid: { entities: { A: { generalization: "Sales.Order" } } },
    invalid: { entities: { A: { generalization: "Sales.Ordr" } } },
    places: ["Sales.A generalization"],
  }),
  moduleCase("unknown-entity", "at both ends of an association", {
    invalid: { associations: { X_Y: "X -> Y" } },
    places: ["Sales.X_Y owner", "Sales.X_Y target"],
  }),
  moduleCase("inherited-attribute", "an attribute of a generalization", {
    valid: { entities: { A: { generalization: "Sales.Rush", attributes: { Own: "String" } } } },
    invalid: { entities: { A: { generalization: "Sales.Rush", attributes: { Total: "String" } } } },
    places: ["Sales.A attributes[0].name"],
  }),
  {
    code: "contradicting-association",
    title: "one-to-one and a set",
    valid: withModule({}),
    invalid: changed(withModule({}), "Sales.Order_Base", { multiplicity: "set" }),
    places: ["Sales.Order_Base multiplicity"],
  },
  moduleCase("unknown-enumeration", "of an attribute", {
    invalid: { entities: { A: { attributes: { Status: "Enumeration(Sales.Statuus)" } } } },
    places: ["Sales.A attributes[0].attributeType.enumeration"],
  }),
  moduleCase("empty-enumeration", "without values", {
    valid: { enumerations: { Colour: ["Red"] } },
    invalid: { enumerations: { Colour: [] } },
    places: ["Sales.Colour values"],
  }),
  moduleCase("duplicate-name", "two values of an enumeration", {
    invalid: { enumerations: { Colour: ["Red", "Red"] } },
    places: ["Sales.Colour values[1].name"],
  }),
  ...(
    [
      ["Integer", "1.5"],
      ["Integer", 2_147_483_648],
      ["Decimal", "12,5"],
      ["Boolean", "yes"],
      ["DateTime", "today"],
      ["String(3)", "long"],
      ["Enumeration(Sales.Status)", "Lost"],
    ] as const
  ).map(([type, defaultValue]) =>
    moduleCase("wrong-value", `${JSON.stringify(defaultValue)} as default value of type ${type}`, {
      valid: { entities: { A: { attributes: { X: { type, defaultValue: null } } } } },
      invalid: { entities: { A: { attributes: { X: { type, defaultValue } } } } },
      places: ["Sales.A attributes[0].defaultValue"],
    }),
  ),
  moduleCase("wrong-value", "of a constant", {
    valid: { constants: { C: { type: "Integer", value: "9223372036854775807" } } },
    invalid: { constants: { C: { type: "Boolean", value: 1 } } },
    places: ["Sales.C defaultValue"],
  }),
  moduleCase("type-not-allowed", "a constant that is a list", {
    invalid: { constants: { C: { type: "List(Sales.Order)" } } },
    places: ["Sales.C dataType"],
  }),
  moduleCase("secret-in-project", "the default of a secret constant", {
    valid: { constants: { C: { type: "String", isSecret: true } } },
    invalid: { constants: { C: { type: "String", isSecret: true, value: "s3cret" } } },
    places: ["Sales.C defaultValue"],
  }),
  settingsCase("secret-in-project", "in a configuration", {
    valid: configuration({ "Sales.Vat": "1.06" }),
    invalid: configuration({ "Sales.Key": "s3cret" }),
    places: ["project configurations[0].constants.Sales.Key"],
  }),
  settingsCase("wrong-value", "in a configuration", {
    valid: configuration({ "Sales.Vat": "1.06" }),
    invalid: configuration({ "Sales.Vat": "a lot" }),
    places: ["project configurations[0].constants.Sales.Vat"],
  }),
  settingsCase("unknown-constant", "in a configuration", {
    valid: configuration({ "Sales.Vat": "1.06" }),
    invalid: configuration({ "Sales.Vta": "1.06" }),
    places: ["project configurations[0].constants.Sales.Vta"],
  }),
  settingsCase("wrong-endpoint", "without a scheme", {
    valid: configuration({}, "http://localhost:8000"),
    invalid: configuration({}, "localhost:8000"),
    places: ["project configurations[0].endpoint"],
  }),
  settingsCase("duplicate-name", "two configurations", {
    valid: configuration({}),
    invalid: {
      configurations: [
        ...(configuration({}).configurations ?? []),
        ...(configuration({}).configurations ?? []),
      ],
    },
    places: ["project configurations[1].name"],
  }),
  settingsCase("unknown-role", "of a user role", {
    valid: { userRoles: [{ name: "User", moduleRoles: ["Sales.Clerk"] }] },
    invalid: {
      userRoles: [{ name: "User", moduleRoles: ["Sales.Clerk", "Sales.Boss", "Gone.Clerk", "Clerk"] }],
    },
    places: [1, 2, 3].map((position) => `project security.userRoles[0].moduleRoles[${position}]`),
  }),
  settingsCase("unknown-role", "of a demo user", {
    valid: demoUser("User"),
    invalid: demoUser("User", "Boss"),
    places: ["project security.demoUsers[0].userRoles[1]"],
  }),
  settingsCase("demo-user-without-role", "in the security of the project", {
    valid: demoUser("User"),
    invalid: demoUser(),
    places: ["project security.demoUsers[0].userRoles"],
  }),
  settingsCase("duplicate-name", "two demo users", {
    valid: demoUser("User"),
    invalid: { ...demoUser("User"), demoUsers: [...demoUsers(["User"]), ...demoUsers(["User"])] },
    places: ["project security.demoUsers[1].name"],
  }),
  moduleCase("unknown-role", "of a microflow", {
    valid: { microflows: { Flow: { elements: {}, allowedRoles: ["Clerk"] } } },
    invalid: { microflows: { Flow: { elements: {}, allowedRoles: ["Boss"] } } },
    places: ["Sales.Flow allowedRoles[0]"],
  }),
  moduleCase("unknown-folder", "of a microflow", {
    valid: { microflows: { Flow: { elements: {}, folder: "Sales.folder.Work" } } },
    invalid: { microflows: { Flow: { elements: {}, folder: "gone" } } },
    places: ["Sales.Flow folder"],
  }),
  {
    code: "unknown-folder",
    title: "of a folder",
    valid: withFolders(),
    invalid: withFolders("gone"),
    places: ["Sales folders[0].parent"],
  },
  {
    code: "folder-cycle",
    title: "in itself",
    valid: withFolders(),
    invalid: withFolders("Sales.folder.Work"),
    places: ["Sales folders[0].parent"],
  },
  {
    code: "dangling-parent",
    title: "an entity in no module",
    valid: withModule({ entities: { Lost: {} } }),
    invalid: changed(withModule({ entities: { Lost: {} } }), "Sales.Lost", { parent: "gone" }),
    places: ["Sales.Lost parent"],
  },
];
