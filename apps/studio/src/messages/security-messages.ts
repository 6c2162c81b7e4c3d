import type { ProjectSettings } from "@rivulet/model";

type Level = ProjectSettings["security"]["level"];

const levels: Readonly<Record<Level, { readonly label: string; readonly hint: string }>> = {
  off: {
    label: "Off",
    hint: "Whoever reaches the server may do everything. For a machine of your own.",
  },
  prototype: {
    label: "Prototype",
    hint: "People sign in, and microflows and pages ask for a role. Data is open to all who are signed in.",
  },
  production: {
    label: "Production",
    hint: "Everything asks for a role: microflows, pages, and each entity.",
  },
};

/** What the security of a project says. */
export const securityMessages = {
  title: "Security",
  subtitle: (project: string) => `Who may do what in ${project}`,
  level: "Level",
  levels,
  userRoles: "User roles",
  userRolesHint: "What a person is in the whole application. A user role holds roles of modules.",
  moduleRoles: (module: string) => `Roles of ${module}`,
  moduleRolesHint: "What microflows and pages of the module ask for.",
  name: "Name",
  holds: "Holds these module roles",
  documentation: "Meaning",
  addUserRole: "Add user role",
  addModuleRole: "Add module role",
  noUserRoles: "No user roles yet. Add one to say what a person may do.",
  noModuleRoles: "This module has no roles yet.",
  nameOf: (role: string) => `Name of role ${role}`,
  rolesOf: (role: string) => `Module roles of ${role}`,
  meaningOf: (role: string) => `Meaning of role ${role}`,
  chooseRoles: "Choose module roles",
  newRole: "Role",
  nameNeeded: "A role needs a name.",
  taken: (name: string) => `There is a role ${name} already.`,
  usedBy: (names: string) => `Asked for by ${names}`,
  unused: "Nothing asks for it.",
  actions: "Deletion",
  steps: {
    level: "Security level",
    addUserRole: (name: string) => `Add user role ${name}`,
    addModuleRole: (name: string) => `Add module role ${name}`,
    renameRole: (name: string, to: string) => `Rename role ${name} to ${to}`,
    deleteRole: (name: string) => `Delete role ${name}`,
    roles: (name: string) => `Module roles of ${name}`,
    meaning: (name: string) => `Meaning of role ${name}`,
  },
} as const;
