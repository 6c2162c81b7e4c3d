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

const invented =
  "Invented people without a password: as one of them you try the application and run microflows.";

const demoUsersHints: Readonly<Record<Level, string>> = {
  off: `${invented} They count once security is on.`,
  prototype: invented,
  production: invented,
};

/** What the security of a project says. */
export const securityMessages = {
  title: "Security",
  subtitle: (project: string) => `Who may do what in ${project}`,
  level: "Level",
  levels,
  userRoles: "User roles",
  userRolesHint: "What a person is in the whole application. A user role holds roles of modules.",
  demoUsers: "Demo users",
  demoUsersHints,
  has: "Has these user roles",
  addDemoUser: "Add demo user",
  demoUserOfEachRole: "One for each role",
  noDemoUsers: "No demo users yet. Add one to try the application as somebody with a role.",
  nameOfDemoUser: (name: string) => `Name of demo user ${name}`,
  rolesOfDemoUser: (name: string) => `User roles of ${name}`,
  chooseUserRoles: "Choose user roles",
  newDemoUser: "user",
  demoUserOf: (role: string) => `demo_${role.toLowerCase().replaceAll(/\W+/g, "_")}`,
  demoUserNameNeeded: "A demo user needs a name.",
  demoUserTaken: (name: string) => `There is a demo user ${name} already.`,
  demoUsersInProduction: "Demo users count at the level Production too",
  demoUsersInProductionHint: "For a server on which this level is only tried.",
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
    addDemoUser: (name: string) => `Add demo user ${name}`,
    addDemoUsers: "Add a demo user for each role",
    renameDemoUser: (name: string, to: string) => `Rename demo user ${name} to ${to}`,
    rolesOfDemoUser: (name: string) => `User roles of ${name}`,
    deleteDemoUser: (name: string) => `Delete demo user ${name}`,
    demoUsersInProduction: "Demo users in production",
    meaning: (name: string) => `Meaning of role ${name}`,
  },
} as const;
