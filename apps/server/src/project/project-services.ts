import { awsAuthentication } from "@rivulet/aws/execute";
import { amazonDynamoDB } from "@rivulet/dynamodb/execute";
import type { ProjectFolder } from "@rivulet/model/folder";
import { type Connector, createEngine, type Engine, KeptSecrets } from "@rivulet/runtime";
import type { Logger } from "pino";
import type { Traces } from "../telemetry/telemetry.ts";
import { ActiveConfiguration } from "./active-configuration.ts";
import { KnownSettings } from "./known-settings.ts";
import { MachineConstants } from "./machine-constants.ts";
import { OpenProject } from "./open-project.ts";
import type { OpenedProject } from "./opened-project.ts";
import { ProjectDynamoDB } from "./project-dynamodb.ts";

/** The connectors that come with Rivulet. The AWS SDK itself is loaded when a flow first needs it. */
const connectors: readonly Connector[] = [awsAuthentication, amazonDynamoDB];

/** Where the project of a server is, and what it is run with. */
export interface ProjectServiceOptions {
  readonly folder: ProjectFolder;
  /** The project's `.rivulet`. */
  readonly localFolder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Looks on, where traces are wanted. */
  readonly traces: Traces | undefined;
  readonly log: Logger;
}

/** The project, the engine that runs it, and what this machine adds: secrets, the active configuration, a DynamoDB. */
export interface ProjectServices {
  readonly connectors: readonly Connector[];
  readonly engine: Engine;
  readonly project: OpenProject;
  readonly active: ActiveConfiguration;
  readonly constants: MachineConstants;
  readonly dynamodb: ProjectDynamoDB;
  readonly settings: KnownSettings;
}

/** Opens a project folder for its routes and its runs. */
export function openProjectServices(options: ProjectServiceOptions): ProjectServices {
  const { folder, localFolder, environment, traces, log } = options;
  const engine = createEngine({ connectors, ...(traces && { observeEffect: traces.observeEffect }) });
  traces?.watchRuns(engine.runs);
  const project = new OpenProject(folder, engine);
  const active = new ActiveConfiguration(folder.path);
  const secrets = new KeptSecrets(folder.path, environment);
  const dynamodb = new ProjectDynamoDB({ localFolder, environment, log: (line) => log.info(line) });
  const settings = new KnownSettings(localFolder, (opened, configuration) => {
    const { chosenId } = active;
    followSecrets(secrets, opened);
    return opened.loaded.settings({
      ...(configuration === undefined ? {} : { flags: { configuration } }),
      ...(chosenId === undefined ? {} : { activeConfiguration: chosenId }),
      environment,
      secretValues: (name) => secrets.values(name),
      embedded: dynamodb,
    });
  });
  followSecrets(secrets, project.latest);
  project.observe(({ project: changed, documents }) => {
    followSecrets(secrets, changed);
    log.info({ revision: changed.revision, documents }, "the project has changed");
    for (const { code, place, message } of changed.fileProblems)
      log.warn({ code, file: place.file }, message);
  });
  const constants = new MachineConstants(secrets, environment);
  return { connectors, engine, project, active, constants, dynamodb, settings };
}

/** Secret values go along with what is renamed or removed, unless a file that cannot be read may still hold that. */
function followSecrets(secrets: KeptSecrets, { loaded, fileProblems }: OpenedProject): void {
  secrets.follow(
    loaded.index,
    fileProblems.every(({ severity }) => severity !== "error"),
  );
}
