import { connectorFacts, connectorFaults } from "@rivulet/testkit";
import { expect, test } from "vitest";
import catalogue from "../../fixtures/seed-catalogue.json" with { type: "json" };
import { awsAuthenticationActivities } from "./aws-authentication-activities.ts";
import { awsAuthenticationModule } from "./aws-authentication-module.ts";

const facts = connectorFacts(awsAuthenticationModule);

test("the module has exactly the entities, associations, enumerations and constants of the catalogue", () => {
  expect(facts).toEqual(catalogue);
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

test("only the secret access key is secret, and it has no default", () => {
  const secrets = awsAuthenticationModule.records.filter(
    (record) => record.type === "constant" && record.isSecret === true,
  );
  expect(secrets).toMatchObject([{ name: "SecretAccessKey" }]);
  expect(secrets[0]).not.toHaveProperty("defaultValue");
});
