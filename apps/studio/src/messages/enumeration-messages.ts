/** What the editor of enumerations says. */
export const enumerationMessages = {
  subtitle: (module: string) => `Enumeration in ${module}`,
  values: "Values",
  valuesHint: "Flows and data use the name; people see the caption.",
  name: "Name",
  caption: "Caption",
  nameOf: (name: string) => `Name of ${name}`,
  captionOf: (name: string) => `Caption of ${name}`,
  add: "Add value",
  empty: "An enumeration needs at least one value.",
  newValue: "Value",
  taken: (name: string) => `There is a value ${name} already.`,
  actions: "Order and deletion",
  steps: {
    add: (name: string) => `Add value ${name}`,
    delete: (name: string) => `Delete value ${name}`,
    rename: (name: string, to: string) => `Rename value ${name} to ${to}`,
    caption: (name: string) => `Caption of ${name}`,
    move: (name: string) => `Move value ${name}`,
    documentation: "Documentation",
  },
} as const;
