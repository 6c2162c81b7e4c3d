import { unknownName } from "@rivulet/activities";
import { type JsonValue, type ProjectSettings, splitQualifiedName } from "@rivulet/model";
import { checkNavigation } from "@rivulet/pages";
import type { QualifiedName } from "@rivulet/values";
import type { DocumentCheck } from "./document-check.ts";
import { writtenValueFault } from "./written-value.ts";

const record = "project";
const addressPattern = /^https?:\/\/[^\s/?#@]+(?:\/[^\s]*)?$/;

interface ConstantValue {
  readonly configuration: string;
  readonly name: QualifiedName;
  readonly value: JsonValue;
  readonly field: string;
}

function checkConstantValue(
  { configuration, name, value, field }: ConstantValue,
  { context: { index }, report }: DocumentCheck,
): void {
  const unknown = unknownName("constant", { name, field }, index);
  const constant = index.constant(name);
  if (unknown) report.add({ ...unknown, record, fix: undefined });
  if (!constant) return;
  if (constant.isSecret) {
    const message = `The constant ${name} is secret, so the configuration ${configuration} cannot hold its value. Remove it here and set it as an environment variable or a local secret.`;
    report.add({ code: "secret-in-project", record, field, message });
    return;
  }
  const fault = writtenValueFault(value, constant.dataType, index);
  if (fault === undefined) return;
  const message = `In the configuration ${configuration} the value ${JSON.stringify(value)} of ${name} ${fault}.`;
  report.add({ code: "wrong-value", record, field, message });
}

function checkConfigurations({ configurations }: ProjectSettings, check: DocumentCheck): void {
  for (const [position, configuration] of configurations.entries()) {
    for (const [name, value] of Object.entries(configuration.constants)) {
      const field = `configurations[${position}].constants.${name}`;
      checkConstantValue({ configuration: configuration.name, name, value, field }, check);
    }
    const { endpoint } = configuration;
    if (endpoint === undefined || addressPattern.test(endpoint)) continue;
    const message = `"${endpoint}" is no address. Write it as in http://localhost:8000.`;
    const field = `configurations[${position}].endpoint`;
    check.report.add({ code: "wrong-endpoint", record, field, message });
  }
}

function checkUserRoles({ security }: ProjectSettings, { context: { index }, report }: DocumentCheck): void {
  for (const [position, { name, moduleRoles }] of security.userRoles.entries()) {
    for (const [rolePosition, role] of moduleRoles.entries()) {
      const parts = splitQualifiedName(role);
      const roles = parts && index.module(parts.module)?.roles;
      if (roles?.some((candidate) => candidate.name === parts?.name)) continue;
      const field = `security.userRoles[${position}].moduleRoles[${rolePosition}]`;
      const message = `The user role ${name} has the module role ${role}, which does not exist. Choose another one or remove it.`;
      report.add({ code: "unknown-role", record, field, message });
    }
  }
}

function checkDemoUsers({ security }: ProjectSettings, { report }: DocumentCheck): void {
  const known = new Set(security.userRoles.map(({ name }) => name));
  for (const [position, { name, userRoles }] of (security.demoUsers ?? []).entries()) {
    const field = `security.demoUsers[${position}].userRoles`;
    if (userRoles.length === 0) {
      const message = `The demo user ${name} has no user role, so there is nothing to see as this user. Choose a role.`;
      report.add({ code: "demo-user-without-role", record, field, message });
    }
    for (const [rolePosition, role] of userRoles.entries()) {
      if (known.has(role)) continue;
      const message = `The demo user ${name} has the user role ${role}, which does not exist. Choose another one or remove it.`;
      report.add({ code: "unknown-role", record, field: `${field}[${rolePosition}]`, message });
    }
  }
}

/** Configurations, user roles, demo users and navigation of the project. Its connectors are checked where they are joined with it. */
export function checkSettings(check: DocumentCheck): void {
  for (const settings of check.document.records) {
    if (settings.type !== "project") continue;
    checkConfigurations(settings, check);
    checkUserRoles(settings, check);
    checkDemoUsers(settings, check);
    const { navigation } = settings;
    if (!navigation) continue;
    for (const finding of checkNavigation(navigation, check.context.index)) check.report.add(finding);
  }
}
