import { connectorFacts, connectorFaults } from "@rivulet/testkit";
import { expect, test } from "vitest";
import catalogue from "../../fixtures/seed-catalogue.json" with { type: "json" };
import { awsAuthenticationActivities } from "./aws-authentication-activities.ts";
import { awsAuthenticationModule } from "./aws-authentication-module.ts";

const facts = connectorFacts(awsAuthenticationModule);

test("the module has the entities, associations, enumerations and constants of the catalogue, and one constant more", () => {
  const SessionToken = { type: "String", default: "empty", folder: "ConnectionDetails/StaticCredentials" };
  expect(facts).toEqual({ ...catalogue, constants: { ...catalogue.constants, SessionToken } });
});

test("enumerations keep the order of the catalogue", () => {
  for (const [name, values] of Object.entries(catalogue.enumerations)) {
    expect(Object.keys(facts.enumerations[name] as object)).toEqual(Object.keys(values));
  }
});

test("module and activities are well formed and documented throughout", () => {
  const connector = { module: awsAuthenticationModule, activities: awsAuthenticationActivities };
  expect(connectorFaults(connector)).toEqual([]);
});

test("the secret access key and the session token are secret, and have no default", () => {
  const secrets = awsAuthenticationModule.records.filter(
    (record) => record.type === "constant" && record.isSecret === true,
  );
  expect(secrets).toMatchObject([{ name: "SecretAccessKey" }, { name: "SessionToken" }]);
  for (const secret of secrets) expect(secret).not.toHaveProperty("defaultValue");
});
