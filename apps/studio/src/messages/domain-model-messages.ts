import type { Direction } from "../canvas/neighbour.ts";

const directionWords: Readonly<Record<Direction, string>> = {
  left: "to the left",
  right: "to the right",
  up: "above",
  down: "below",
};
const moveWords: Readonly<Record<Direction, string>> = {
  left: "to the left",
  right: "to the right",
  up: "up",
  down: "down",
};

/** What the editor of domain models says, and its dialogs. */
export const domainModelMessages = {
  canvas: (module: string) => `Domain model of ${module}`,
  access: {
    title: "Access",
    add: "Set rules",
    remove: "Remove the rules",
    openHint: "No rules: every role that may open a page sees and changes what the page shows of it.",
    ruledHint:
      "Counts in pages once the security of the project is on for production. What a role may not read never leaves the server.",
    attribute: "Attribute",
    create: "May create objects",
    others: "All other attributes",
    asOthers: "As the others",
    rights: { none: "No access", read: "Read", write: "Read and write" },
    mayCreate: (role: string) => `${role} may create objects`,
    rightForOthers: (role: string) => `All other attributes for ${role}`,
    rightFor: (attribute: string, role: string) => `${attribute} for ${role}`,
  },
  entityRole: "entity",
  empty: "Entities are what your flows work on: a customer, an order, a table.",
  emptyHint: "Double-click the canvas, press +, or drag from the edge of an entity to join two.",
  emptyReadOnly: "This module has no entities.",
  addEntity: "Add entity",
  addAttribute: "Add attribute",
  edit: "Edit",
  show: "Show",
  delete: "Delete",
  connectHint: "Drag to another entity to associate them",
  notAssociable:
    "These two cannot be associated: an association begins at an entity of this module. Drag it from there.",

  isA: (name: string) => `is a ${name}`,
  abstract: "abstract",
  abstractLabel: "Abstract",
  abstractHint: "Has no objects of its own, only those of its specializations.",
  persistable: "Persistable",
  persistableHint: "Objects are kept in the database. Leave it off for data that only passes through.",
  persistableShort: "Kept in the database",
  nonPersistableShort: "Not persistable: only passes through",
  noAttributes: "No attributes",

  entityTitle: (module: string) => `Entity in ${module}`,
  name: "Name",
  generalization: "Generalization",
  generalizationHint: "The entity whose attributes and associations this one has too.",
  selectGeneralization: "Select generalization",
  ownGeneralization: (name: string) => `${name} is a specialization of this entity itself. Choose another.`,
  nameExists: (name: string) => `${name} exists already. Choose another name.`,
  renameUsed: (places: number) =>
    places === 1
      ? "One place uses it by its name and is changed with it."
      : `${places} places use it by its name and are changed with it.`,
  attributes: "Attributes",
  newAttribute: "New",
  entityHasNoAttributes: "This entity has no attributes yet. New adds the first.",
  entityShowsNoAttributes: "This entity has no attributes.",
  inherited: (from: string) => `From ${from}`,
  type: "Type",
  default: "Default",
  actions: "Actions",
  editNamed: (name: string) => `Edit ${name}`,
  documentation: "Documentation",

  newAttributeTitle: "New attribute",
  attributeTitle: (name: string) => `Attribute ${name}`,
  attributeTaken: (name: string) => `The entity has an attribute ${name} already. Choose another name.`,
  defaultValue: "Default value",
  defaultHint: "What a new object starts with.",
  enumeration: "Enumeration",
  selectEnumeration: "Select enumeration",
  enumerationNeeded: "Choose the enumeration.",
  attributeSuggestion: "Attribute",

  associationTitle: (name: string) => `Association ${name}`,
  multiplicity: "Multiplicity",
  multiplicities: {
    "many-to-one": "Many to one",
    "one-to-one": "One to one",
    "many-to-many": "Many to many",
  },
  owner: "Owner",
  ownerHint: "The entity whose objects hold the reference.",
  target: "Target",
  sentences: {
    "many-to-one": (owner: string, target: string) =>
      `A ${owner} refers to one ${target}; many ${owner} objects may refer to the same one.`,
    "one-to-one": (owner: string, target: string) =>
      `A ${owner} refers to one ${target}, and no other ${owner} refers to it.`,
    "many-to-many": (owner: string, target: string) =>
      `A ${owner} refers to any number of ${target} objects.`,
  },

  editEntity: "Edit entity",
  showEntity: "Show entity",
  editAssociation: "Edit association",
  showAssociation: "Show association",
  specializes: (name: string) => `Specializes ${name}`,
  associations: "Associations",
  one: (entity: string) => `one ${entity}`,
  many: (entity: string) => `many ${entity}`,
  attributeKinds: {
    string: "String",
    integer: "Integer",
    long: "Long",
    decimal: "Decimal",
    boolean: "Boolean",
    dateTime: "Date and time",
    enumeration: "Enumeration",
    binary: "Binary",
    autoNumber: "Auto number",
    hashedString: "Hashed text",
  },

  deleteSeveral: (count: number) => `Delete ${count} parts of the domain model?`,

  steps: {
    addEntity: "Add entity",
    addAssociation: "Add association",
    editEntity: (name: string) => `Edit entity ${name}`,
    renameInEntity: (name: string) => `Rename in ${name}`,
    editAssociation: (name: string) => `Edit association ${name}`,
    move: (count: number) => (count === 1 ? "Move entity" : `Move ${count} entities`),
    tidy: "Tidy up",
    delete: (name: string) => `Delete ${name}`,
    deleteSeveral: (count: number) => `Delete ${count} parts`,
  },
  suggestion: "Entity",

  commands: {
    open: "Open what is selected",
    delete: "Delete what is selected",
    selectAll: "Select all entities",
    selectNothing: "Select nothing",
    goTo: (direction: Direction) => `Go to the entity ${directionWords[direction]}`,
    move: (direction: Direction) => `Move the entity ${moveWords[direction]}`,
    tidy: "Tidy up",
    tidySynonyms: ["layout", "arrange", "clean up", "order"],
  },
} as const;
