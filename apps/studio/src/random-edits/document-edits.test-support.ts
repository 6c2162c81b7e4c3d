import { flowReferences } from "@rivulet/activities";
import { exportFlow, printFlowFile } from "@rivulet/model";
import {
  setConfiguredValue,
  setConstantType,
  setDefaultValue,
  setSecret,
} from "../constants/edit-constant.ts";
import {
  addAssociation,
  addEntity,
  deleteFromModel,
  newAttribute,
  placeEntities,
  saveAssociation,
  saveEntity,
} from "../domain-model/edit-domain-model.ts";
import {
  addValue,
  deleteValue,
  moveValue,
  renameValue,
  setCaption,
  valueNameFault,
} from "../enumerations/edit-enumeration.ts";
import { createDocument, createModule } from "../explorer/edit-documents.ts";
import { deleteFolder, moveToFolder, renameFolder } from "../explorer/edit-folders.ts";
import { documentNameFault, moduleNameFault } from "../explorer/name-faults.ts";
import { deleteRecord, isRefactorable, renameEverywhere } from "../explorer/refactor-documents.ts";
import {
  addModuleRole,
  addUserRole,
  deleteModuleRole,
  deleteUserRole,
  moduleRoleNameFault,
  renameRoleOfModule,
  renameUserRole,
  setLevel,
  setMeaning,
  setModuleRoles,
  userRoleNameFault,
} from "../security/edit-security.ts";
import {
  addConfiguration,
  changeConfiguration,
  configurationNameFault,
  deleteConfiguration,
  documentProject,
  renameConfiguration,
  renameProject,
} from "../settings/edit-settings.ts";
import { applyImport, planImport } from "../transfer/plan-import.ts";
import type { EditWorld } from "./edit-world.test-support.ts";

type DocumentEdit = (world: EditWorld) => void;

const newDocuments = ["entity", "microflow", "enumeration", "constant", "folder"] as const;

const settingsOf = ({ project }: EditWorld) => project.index.settings;

const explorer: Readonly<Record<string, DocumentEdit>> = {
  create: (world) => {
    const module = world.one("module");
    const name = world.name();
    if (!module || documentNameFault(world.project.index, { name, module })) return;
    const what = world.pick(newDocuments) ?? "microflow";
    createDocument(world.project.store, { what, name, module, folder: world.pick(module.folders)?.id });
  },
  createModule: (world) => {
    const name = world.name();
    if (!moduleNameFault(world.project.index, name)) createModule(world.project.store, name);
  },
  rename: (world) => {
    const { project } = world;
    const record = world.pick([...project.store.records.values()].filter(isRefactorable));
    const name = world.name();
    if (!record) return;
    if (record.type === "module") {
      if (!moduleNameFault(project.index, name, record.id)) renameEverywhere(record, name, project);
      return;
    }
    const module = project.record(record.parent);
    const fault =
      module?.type !== "module" || documentNameFault(project.index, { name, module, except: record.id });
    if (!fault) renameEverywhere(record, name, project);
  },
  delete: (world) => {
    const record = world.pick([...world.project.store.records.values()].filter(isRefactorable));
    if (record && world.isLucky()) deleteRecord(record, world.project);
  },
  moveToFolder: (world) => {
    const record = world.one("microflow");
    const folder = world.pick(world.all("module").flatMap(({ folders }) => folders));
    if (record) moveToFolder(world.project.store, record.id, world.isLucky() ? folder?.id : undefined);
  },
  renameFolder: (world) => {
    const module = world.one("module");
    const folder = world.pick(module?.folders ?? []);
    if (module && folder) renameFolder(world.project.store, module, { id: folder.id, name: "Renamed" });
  },
  deleteFolder: (world) => {
    const module = world.one("module");
    const folder = world.pick(module?.folders ?? []);
    if (module && folder) deleteFolder(world.project.store, module, folder.id);
  },
  import: (world) => {
    const { project } = world;
    const { catalog, index, store } = project;
    const microflow = world.one("microflow");
    if (!microflow) return;
    const exported = exportFlow(
      index,
      index.qualifiedNameOf(microflow) ?? "",
      flowReferences({ catalog, index }),
    );
    if (!("flowFile" in exported)) return;
    const text = printFlowFile(exported.flowFile).replace('"Total"', JSON.stringify(world.name()));
    const target = { records: store.records, catalog, connectors: [] };
    const plan = planImport({ file: "flow.json", text }, target, world.isLucky());
    if (plan.kind === "ready") applyImport(store, plan);
  },
};

const domainModel: Readonly<Record<string, DocumentEdit>> = {
  addEntity: (world) => void addEntity(world.project, world.one("module")?.id ?? "", world.point()),
  place: (world) => {
    const entity = world.one("entity");
    if (entity) placeEntities(world.project, new Map([[entity.id, world.point()]]));
  },
  associate: (world) => {
    const [owner, target] = [world.one("entity"), world.one("entity")];
    if (owner && target) addAssociation(world.project, owner, target);
  },
  addAttribute: (world) => {
    const entity = world.one("entity");
    if (!entity) return;
    saveEntity(world.project, {
      ...entity,
      attributes: [...entity.attributes, newAttribute(entity.attributes)],
    });
  },
  renameAttribute: (world) => {
    const entity = world.one("entity");
    const renamed = world.pick(entity?.attributes ?? []);
    if (!entity || !renamed) return;
    const attributes = entity.attributes.map((each) =>
      each.id === renamed.id ? { ...each, name: `${each.name}X` } : each,
    );
    saveEntity(world.project, { ...entity, attributes });
  },
  association: (world) => {
    const association = world.one("association");
    if (association) saveAssociation(world.project, { ...association, multiplicity: "set" });
  },
  delete: (world) =>
    deleteFromModel(
      world.project,
      world.some(world.all("entity")).map(({ id }) => id),
    ),
};

const values: Readonly<Record<string, DocumentEdit>> = {
  addValue: (world) => {
    const enumeration = world.one("enumeration");
    if (enumeration) addValue(world.project.store, enumeration);
  },
  renameValue: (world) => {
    const enumeration = world.one("enumeration");
    const from = world.pick(enumeration?.values ?? [])?.name;
    const to = world.name();
    if (!enumeration || from === undefined || valueNameFault(enumeration, to, from)) return;
    renameValue(world.project, enumeration, { from, to });
  },
  captionOfValue: (world) => {
    const enumeration = world.one("enumeration");
    const name = world.pick(enumeration?.values ?? [])?.name;
    if (enumeration && name !== undefined)
      setCaption(world.project.store, enumeration, { name, caption: world.text() });
  },
  moveValue: (world) => {
    const enumeration = world.one("enumeration");
    const position = world.number(3);
    if (enumeration) moveValue(world.project.store, enumeration, { position, by: world.isLucky() ? 1 : -1 });
  },
  deleteValue: (world) => {
    const enumeration = world.one("enumeration");
    const name = world.pick(enumeration?.values ?? [])?.name;
    if (enumeration && name !== undefined) deleteValue(world.project.store, enumeration, name);
  },
  constantType: (world) => {
    const constant = world.one("constant");
    const kind = world.isLucky() ? "string" : "boolean";
    if (constant) setConstantType(world.project, constant, { kind });
  },
  constantDefault: (world) => {
    const constant = world.one("constant");
    if (constant) setDefaultValue(world.project.store, constant, world.isLucky() ? undefined : world.text());
  },
  constantSecret: (world) => {
    const constant = world.one("constant");
    if (constant) setSecret(world.project, constant, world.isLucky());
  },
  configuredValue: (world) => {
    const constant = world.one("constant");
    const configuration = world.pick(settingsOf(world)?.configurations ?? [])?.name;
    const name = constant && world.project.index.qualifiedNameOf(constant);
    if (name === undefined || configuration === undefined) return;
    const value = world.isLucky() ? undefined : world.text();
    setConfiguredValue(world.project.store, name, { configuration, value });
  },
};

const settings: Readonly<Record<string, DocumentEdit>> = {
  renameProject: (world) => renameProject(world.project.store, `Project ${world.number(9)}`),
  document: (world) => documentProject(world.project.store, world.isLucky() ? undefined : world.text()),
  addConfiguration: (world) =>
    void addConfiguration(world.project.store, world.pick(settingsOf(world)?.configurations ?? [])),
  deleteConfiguration: (world) => {
    const name = world.pick(settingsOf(world)?.configurations ?? [])?.name;
    if (name !== undefined) deleteConfiguration(world.project.store, name);
  },
  renameConfiguration: (world) => {
    const configurations = settingsOf(world)?.configurations ?? [];
    const from = world.pick(configurations)?.name;
    const to = world.name();
    if (from === undefined || configurationNameFault(configurations, to, from)) return;
    renameConfiguration(world.project.store, from, to);
  },
  changeConfiguration: (world) => {
    const name = world.pick(settingsOf(world)?.configurations ?? [])?.name ?? "";
    const changes = [
      { kind: "aws" },
      { kind: "embedded" },
      { region: "us-east-1" },
      { region: undefined },
    ] as const;
    changeConfiguration(world.project.store, name, world.pick(changes) ?? changes[0]);
  },
};

const security: Readonly<Record<string, DocumentEdit>> = {
  level: (world) => setLevel(world.project.store, world.isLucky() ? "off" : "production"),
  addUserRole: (world) => {
    const present = settingsOf(world)?.security;
    if (present) addUserRole(world.project.store, present);
  },
  renameUserRole: (world) => {
    const present = settingsOf(world)?.security;
    const from = world.pick(present?.userRoles ?? [])?.name;
    const to = world.name();
    if (!present || from === undefined || userRoleNameFault(present, to, from)) return;
    renameUserRole(world.project.store, from, to);
  },
  moduleRoles: (world) => {
    const role = world.pick(settingsOf(world)?.security.userRoles ?? [])?.name;
    const roles = world
      .all("module")
      .flatMap((module) => module.roles.map(({ name }) => `${module.name}.${name}`));
    if (role !== undefined) setModuleRoles(world.project.store, role, world.some(roles));
  },
  deleteUserRole: (world) => {
    const role = world.pick(settingsOf(world)?.security.userRoles ?? [])?.name;
    if (role !== undefined) deleteUserRole(world.project.store, role);
  },
  addModuleRole: (world) => {
    const module = world.one("module");
    if (module) addModuleRole(world.project.store, module);
  },
  renameModuleRole: (world) => {
    const module = world.one("module");
    const from = world.pick(module?.roles ?? [])?.name;
    const to = world.name();
    if (!module || from === undefined || moduleRoleNameFault(module, to, from)) return;
    renameRoleOfModule(world.project, module, { from, to });
  },
  meaning: (world) => {
    const module = world.one("module");
    const name = world.pick(module?.roles ?? [])?.name;
    if (module && name !== undefined)
      setMeaning(world.project.store, module, { name, documentation: world.text() });
  },
  deleteModuleRole: (world) => {
    const module = world.one("module");
    const name = world.pick(module?.roles ?? [])?.name;
    if (module && name !== undefined) deleteModuleRole(world.project, module, name);
  },
};

const areas = { explorer, domainModel, values, settings, security };

/** What every editor but the canvas does to a project. */
export const documentEdits: Readonly<Record<string, DocumentEdit>> = Object.fromEntries(
  Object.entries(areas).flatMap(([area, edits]) =>
    Object.entries(edits).map(([name, edit]) => [`${area}.${name}`, edit]),
  ),
);
