/** What the editor of constants says. */
export const constantMessages = {
  subtitle: (module: string) => `Constant in ${module}`,
  value: "Value",
  type: "Type",
  defaultValue: "Default value",
  defaultHint: "Used where a configuration gives no other value.",
  secret: "Secret",
  secretHint:
    "The value is never in the project's files: every machine has its own, in the environment or among its secrets.",
  secretValue: (variable: string) => `Give it as ${variable}, or set it below.`,
  onThisMachine: "On this machine",
  onThisMachineHint: "Kept encrypted. A value can be replaced and removed, and is never shown.",
  everyConfiguration: "Every configuration",
  perConfiguration: "In configurations",
  perConfigurationHint: "Empty means the default value.",
  configuration: "Configuration",
  valueIn: (configuration: string) => `Value in ${configuration}`,
  defaultIs: (value: string) => `${value} (default)`,
  noDefault: "(empty)",
  steps: {
    type: (name: string) => `Type of ${name}`,
    defaultValue: (name: string) => `Default value of ${name}`,
    secret: (name: string) => `Secret ${name}`,
    value: (name: string, configuration: string) => `Value of ${name} in ${configuration}`,
    documentation: "Documentation",
  },
} as const;
