import type { ActivityDefinition } from "@rivulet/activities";
import {
  type ConnectorModule,
  nameFault,
  ProjectIndex,
  type ProjectRecord,
  recordSchemas,
  systemModule,
} from "@rivulet/model";

/** What is judged: a connector's data, and the modules that it builds on. */
export interface JudgedConnector {
  readonly module: ConnectorModule;
  readonly activities: readonly ActivityDefinition[];
  readonly uses?: readonly ConnectorModule[];
}

interface Documented {
  readonly name: string;
  readonly documentation?: string | undefined;
}

function partsOf(record: ProjectRecord): readonly Documented[] {
  if (record.type === "entity") return [record, ...record.attributes];
  if (record.type === "enumeration") return [record, ...record.values];
  return "name" in record ? [record] : [];
}

function formFaults(record: ProjectRecord): string[] {
  const { error } = recordSchemas[record.type].safeParse(record);
  const undocumented = partsOf(record).filter(({ documentation }) => !/\S\.$/.test(documentation ?? ""));
  return [
    ...(error ? [`${record.id}: ${error.message}`] : []),
    ...partsOf(record).flatMap(({ name }) => nameFault(name) ?? []),
    ...undocumented.map(({ name }) => `${record.id}: ${name} has no documentation that ends as a sentence.`),
  ];
}

function entityNames(record: ProjectRecord): readonly string[] {
  if (record.type === "association") return [record.owner, record.target];
  return record.type === "entity" && record.generalization !== undefined ? [record.generalization] : [];
}

function enumerationNames(record: ProjectRecord): readonly string[] {
  if (record.type !== "entity") return [];
  return record.attributes.flatMap(({ attributeType }) =>
    attributeType.kind === "enumeration" ? [attributeType.enumeration] : [],
  );
}

function referenceFaults(record: ProjectRecord, index: ProjectIndex): string[] {
  return [
    ...entityNames(record).filter((name) => !index.entity(name)),
    ...enumerationNames(record).filter((name) => !index.enumeration(name)),
  ].map((name) => `${record.id}: ${name} does not exist.`);
}

function activityFaults(activity: ActivityDefinition, index: ProjectIndex): string[] {
  const { kind, fields, subtitle } = activity;
  const rules = fields.flatMap((field) => {
    if (field.kind === "expression") return field.expected;
    return field.kind === "newVariable" ? [field.type] : [];
  });
  const entities = rules.flatMap((rule) =>
    rule.from === "fixed" && (rule.type.kind === "object" || rule.type.kind === "list")
      ? [rule.type.entity]
      : [],
  );
  const shown = [...subtitle.matchAll(/\{(\w+)\}/g)].flatMap(([, name = ""]) => name);
  return [
    ...(JSON.stringify(JSON.parse(JSON.stringify(activity))) === JSON.stringify(activity)
      ? []
      : ["is not JSON"]),
    ...entities.filter((name) => !index.entity(name)).map((name) => `${name} does not exist`),
    ...shown
      .filter((name) => fields.every((field) => field.name !== name))
      .map((name) => `its subtitle shows ${name}, which is no field`),
  ].map((fault) => `${kind}: ${fault}.`);
}

/**
 * What is wrong with the data of a connector, as sentences; nothing when it is as it should be: records of the
 * model's form with ids of their own, documentation everywhere, and no name that leads nowhere.
 *
 * @example expect(connectorFaults({ module: amazonDynamoDBModule, activities, uses: [awsAuthenticationModule] })).toEqual([])
 */
export function connectorFaults({ module, activities, uses = [] }: JudgedConnector): string[] {
  // Every project has the module System; it is what is judged itself in one place.
  const around = new Set([systemModule, ...uses, module]);
  const records = [...around].flatMap((each) => each.records);
  const index = new ProjectIndex(new Map(records.map((record) => [record.id, record])));
  const ids = module.records.map(({ id }) => id);
  return [
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${id} is used twice.`),
    ...module.records.flatMap(formFaults),
    ...module.records.flatMap((record) => referenceFaults(record, index)),
    ...activities.flatMap((activity) => activityFaults(activity, index)),
  ];
}
