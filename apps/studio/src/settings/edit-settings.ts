import type { DocumentStore } from "@rivulet/document";
import {
  type Configuration,
  type ConnectionCredentials,
  freeName,
  newConfiguration,
  type ProjectSettings,
  renamedConfiguration,
} from "@rivulet/model";
import { settingsMessages } from "../messages/settings-messages.ts";

const { steps } = settingsMessages;

function change(
  store: DocumentStore,
  step: { label: string; mergeKey?: string },
  changes: Partial<ProjectSettings>,
): void {
  store.transact(
    step.label,
    (transaction) => transaction.update("project", "project", changes),
    step.mergeKey === undefined ? {} : { mergeKey: step.mergeKey },
  );
}

function configurationsOf(store: DocumentStore): readonly Configuration[] {
  const settings = store.get("project");
  return settings?.type === "project" ? settings.configurations : [];
}

/** Gives the project another name. */
export function renameProject(store: DocumentStore, name: string): void {
  change(store, { label: steps.name }, { name });
}

/** What the project is about. */
export function documentProject(store: DocumentStore, documentation: string | undefined): void {
  const step = { label: steps.documentation, mergeKey: "documentation:project" };
  store.transact(step.label, (transaction) => transaction.update("project", "project", { documentation }), {
    mergeKey: step.mergeKey,
  });
}

/** Why a configuration cannot have a name. It is only read by people, so it may be any text. */
export function configurationNameFault(
  configurations: readonly Configuration[],
  name: string,
  except?: string,
): string | undefined {
  if (name.trim() === "") return settingsMessages.nameNeeded;
  const isTaken = configurations.some(
    (each) => each.name !== except && each.name.toLowerCase() === name.toLowerCase(),
  );
  return isTaken ? settingsMessages.nameTaken(name) : undefined;
}

/** Adds a configuration, empty or as a copy; gives its name. */
export function addConfiguration(store: DocumentStore, template?: Configuration): string {
  const configurations = configurationsOf(store);
  const wanted = template ? settingsMessages.copyOf(template.name) : settingsMessages.newConfiguration;
  const name = freeName(wanted, (each) => configurationNameFault(configurations, each) === undefined);
  const { id: _id, ...content } = { kind: "embedded" as const, constants: {}, ...template, name };
  const added = newConfiguration(content, configurations);
  change(store, { label: steps.add(name) }, { configurations: [...configurations, added] });
  return name;
}

/** Takes a configuration away; the last one stays. */
export function deleteConfiguration(store: DocumentStore, name: string): void {
  const configurations = configurationsOf(store);
  if (configurations.length < 2) return;
  change(
    store,
    { label: steps.delete(name) },
    { configurations: configurations.filter((each) => each.name !== name) },
  );
}

/** Gives a configuration another name. */
export function renameConfiguration(store: DocumentStore, from: string, to: string): void {
  const configurations = configurationsOf(store).map((each) =>
    each.name === from ? renamedConfiguration(each, to) : each,
  );
  change(store, { label: steps.rename(from, to) }, { configurations });
}

/** Members of a configuration that are changed by themselves; `undefined` takes one away. */
export type ConfigurationChange =
  | { readonly kind: Configuration["kind"] }
  | { readonly region: string | undefined }
  | { readonly endpoint: string | undefined }
  | { readonly credentials: ConnectionCredentials | undefined };

/** Changes a member of a configuration. The embedded DynamoDB has no endpoint of one's own. */
export function changeConfiguration(store: DocumentStore, name: string, member: ConfigurationChange): void {
  const configurations = configurationsOf(store).map((each) => {
    if (each.name !== name) return each;
    const changed = { ...each, ...member };
    const isEmbedded = changed.kind === "embedded";
    const kept = Object.entries(changed).filter(
      ([key, value]) => value !== undefined && !(isEmbedded && (key === "endpoint" || key === "credentials")),
    );
    return Object.fromEntries(kept) as Configuration;
  });
  change(store, { label: steps.change(name) }, { configurations });
}

/** Why an address cannot be that of a DynamoDB. */
export function endpointFault(text: string): string | undefined {
  if (text.trim() === "") return undefined;
  const isAddress = URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
  return isAddress ? undefined : settingsMessages.endpointFault;
}
