import { awsAuthenticationModule } from "@rivulet/aws/definition";
import { connectorFacts, connectorFaults } from "@rivulet/testkit";
import { expect, test } from "vitest";
import catalogue from "../../fixtures/seed-catalogue.json" with { type: "json" };
import { amazonDynamoDBActivities } from "./amazon-dynamodb-activities.ts";
import { amazonDynamoDBModule } from "./amazon-dynamodb-module.ts";
import { addedNote } from "./domain-model/additions/added.ts";

const isAdded = ({ documentation = "" }: { readonly documentation?: string | undefined }) =>
  documentation.endsWith(addedNote);
const facts = connectorFacts(amazonDynamoDBModule, (documented) => !isAdded(documented));

test("without what was added, the module has exactly the 44 entities, 19 associations and 5 enumerations of the catalogue", () => {
  expect(facts).toEqual(catalogue);
  expect(Object.keys(facts.entities)).toHaveLength(44);
  expect(Object.keys(facts.associations)).toHaveLength(19);
  expect(Object.keys(facts.enumerations)).toHaveLength(5);
});

test("enumerations keep the order of the catalogue", () => {
  for (const [name, values] of Object.entries(catalogue.enumerations)) {
    expect(Object.keys(facts.enumerations[name] as object)).toEqual(Object.keys(values));
  }
});

test("module and activities are well formed and documented throughout", () => {
  const connector = {
    module: amazonDynamoDBModule,
    activities: amazonDynamoDBActivities,
    uses: [awsAuthenticationModule],
  };
  expect(connectorFaults(connector)).toEqual([]);
});

/** Works on objects alone. */
const withoutAws = "AmazonDynamoDBConnector.GetItemValue";

test.each(
  amazonDynamoDBActivities.flatMap((activity) =>
    activity.kind === withoutAws ? [] : [[activity.kind, activity] as const],
  ),
)("%s takes a request, a region and credentials, and gives a response", (_, { fields }) => {
  expect(fields.map(({ kind }) => kind)).toEqual(["expression", "expression", "expression", "newVariable"]);
  expect(fields[1]).toMatchObject({
    expected: [{ type: { enumeration: "AWSAuthentication.ENUM_Region" } }],
  });
  expect(fields[2]).toMatchObject({ expected: [{ type: { entity: "AWSAuthentication.Credentials" } }] });
});
