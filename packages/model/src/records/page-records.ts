import * as z from "zod/mini";
import { documentation, json, name, qualifiedName, recordIdSchema } from "./record-parts.ts";

/*
 * What people see: pages with their widgets, and the navigation that leads to them. Widgets are flat records like the
 * elements of a microflow: the kind says which definition of packages/pages tells what its fields are.
 */

const id = recordIdSchema;
const text = z.string().check(z.maxLength(2000));
const expression = z.string().check(z.maxLength(100_000));

/** What is shown while a microflow runs: beside the page, or over it so that nothing else can be done. */
const progress = z.strictObject({ kind: z.enum(["beside", "over"]), message: text });

/** What happens on a click, on a widget or on an item of the menu. */
export const pageActionSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.enum(["nothing", "closePage", "signOut"]) }),
  /** Keeps, or takes back, what was typed into the page; then closes it, unless it stays open. */
  z.strictObject({ kind: z.enum(["saveChanges", "cancelChanges"]), staysOpen: z.optional(z.boolean()) }),
  /** Makes an object and shows it on a page that has a parameter for it. */
  z.strictObject({
    kind: z.literal("createObject"),
    entity: qualifiedName,
    page: qualifiedName,
    /** Links the new object with the one around, which stands at this end of the association. */
    over: z.optional(z.strictObject({ association: qualifiedName, end: z.enum(["owner", "target"]) })),
  }),
  z.strictObject({
    kind: z.literal("showPage"),
    page: qualifiedName,
    /** An expression for each parameter of the page, by its name. */
    arguments: z.optional(z.record(name, expression)),
  }),
  z.strictObject({
    kind: z.literal("callMicroflow"),
    microflow: qualifiedName,
    arguments: z.optional(z.record(name, expression)),
    /** Asked before it runs; left out, nothing is asked. */
    confirmation: z.optional(text),
    progress: z.optional(progress),
    /** Runs also while what was typed into the form around does not hold. */
    ignoresValidation: z.optional(z.boolean()),
  }),
  z.strictObject({ kind: z.literal("openLink"), address: text }),
]);

/** Objects that something needs to be shown, each under a name. */
const parameters = z.optional(z.array(z.strictObject({ name, entity: qualifiedName })));

const widgetDocument = { id, parent: id, name, documentation, folder: z.optional(id) };

export const pageRecord = z.strictObject({
  ...widgetDocument,
  type: z.literal("page"),
  /** Heading of the page, and the title of the browser's tab. */
  title: text,
  /**
   * What the page stands in: `sidebar` and `topBar` come with the application, `popup` is a window over the page before,
   * and a qualified name is a layout of the project.
   */
  layout: qualifiedName,
  /** Names of roles of the page's module that may open it. */
  visibleFor: z.array(name),
  /** Objects that the page needs to be opened. */
  parameters,
});

/** What stands round pages; its placeholder is where the page goes. */
export const pageLayoutRecord = z.strictObject({ ...widgetDocument, type: z.literal("pageLayout") });

/** Widgets that pages, layouts and other snippets share by calling it. */
export const snippetRecord = z.strictObject({
  ...widgetDocument,
  type: z.literal("snippet"),
  /** Objects that a call hands in. */
  parameters,
});

export const widgetRecord = z.strictObject({
  id,
  type: z.literal("widget"),
  /** The page, layout or snippet, or the widget that holds it. */
  parent: id,
  /** Place among its siblings: they stand in the order of these texts (fractional index). */
  order: z.string().check(z.regex(/^[A-Za-z0-9]{1,200}$/)),
  /** Kind of a widget definition: `container`, `text`, `listView`. */
  kind: name,
  /** Unique in the page; the running page shows it as `data-testid="widget-<name>"`. */
  name,
  /** Values of the definition's fields, by field name. */
  fields: z.record(z.string(), json),
});

/** One item of the menu; items of a sub-menu name the item above. */
const menuItem = z.strictObject({
  id,
  parent: z.optional(id),
  caption: text,
  /** Name of an icon of the icon set. */
  icon: z.optional(name),
  action: z.optional(pageActionSchema),
});

export const navigationSchema = z.strictObject({
  /** Of the application, beside its menu; the project's name when left out. */
  title: z.optional(text),
  /** Page that the application opens with. */
  homePage: z.optional(qualifiedName),
  /** Other pages for some user roles: the first that fits counts. */
  roleHomePages: z.optional(z.array(z.strictObject({ userRole: name, page: qualifiedName }))),
  menu: z.array(menuItem),
});
