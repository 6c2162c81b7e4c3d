import type { PostgresAudit } from "@rivulet/persistence";
import { AppService } from "./app/app-service.ts";
import type { AuditLog } from "./people/audit-log.ts";
import type { People } from "./people/people.ts";
import { type ConnectionServices, openConnectionServices } from "./project/connection-services.ts";
import {
  openProjectServices,
  type ProjectServiceOptions,
  type ProjectServices,
} from "./project/project-services.ts";
import { openRunServices, type RunServiceOptions, type RunServices } from "./runs/run-services.ts";

/** What the services of a server are made from. */
export interface ServiceOptions extends ProjectServiceOptions, RunServiceOptions {
  /** Whether the database takes questions at this moment; left out where there is none. */
  readonly databaseAnswers?: (() => Promise<boolean>) | undefined;
  /** The people of a server with accounts. */
  readonly people: People | undefined;
  /** Where the audit log can be read. */
  readonly auditTrail: PostgresAudit | undefined;
}

/** Everything that the routes work with. */
export interface Services extends ProjectServices, RunServices, ConnectionServices {
  readonly app: AppService;
  readonly people: People | undefined;
  readonly audit: AuditLog;
  readonly auditTrail: PostgresAudit | undefined;
  readonly databaseAnswers: () => Promise<boolean>;
}

/** Wires the services of a server together: the only place where it is decided what is used. */
export function openServices(options: ServiceOptions): Services {
  const ofProject = openProjectServices(options);
  const ofRuns = openRunServices(ofProject, options);
  const { project, settings, engine } = ofProject;
  const app = new AppService({
    project: () => project.current(),
    settings: (opened) => settings.of(opened),
    runs: ofRuns.runs,
    engine,
  });
  return {
    ...ofProject,
    ...ofRuns,
    ...openConnectionServices(ofProject),
    app,
    people: options.people,
    audit: options.audit,
    auditTrail: options.auditTrail,
    databaseAnswers: options.databaseAnswers ?? (async () => true),
  };
}
