import {
  attributeName,
  collectReferences,
  microflowParameters,
  NameWalk,
  type Reference,
  type Renaming,
  walkExpression,
} from "@rivulet/activities";
import type {
  JsonValue,
  Navigation,
  PageAction,
  ProjectIndex,
  WidgetDocument,
  WidgetRecord,
} from "@rivulet/model";
import type { QualifiedName } from "@rivulet/values";
import type { WidgetFieldKind } from "../fields/field.ts";
import {
  type DataSource,
  readWidgetField,
  type Template,
  type WidgetFieldValues,
} from "../fields/field-values.ts";
import { expressionOf, formatOf, templateArgument } from "../formats/template-argument.ts";
import { findWidget } from "../widget-catalog.ts";
import { contextEntity, entityOfSource, pageVariables, sourceOf } from "../widget-scope.ts";

/** What a walk over the names of a page reads. */
interface PageWalk {
  readonly walk: NameWalk;
  readonly index: ProjectIndex;
  /** The page that a widget is in; `undefined` for the menu. */
  readonly page: WidgetDocument | undefined;
  readonly context: QualifiedName | undefined;
}

function walkText(text: string, field: string, { walk, index, page, context }: PageWalk): string {
  const variables = page ? pageVariables(page, context) : [];
  const variable = (name: string) => {
    const type = variables.find((each) => each.name === name)?.type;
    return type?.kind === "object" ? type : undefined;
  };
  return walkExpression(text, { field, walk, context: { index, variable } });
}

/** What takes arguments: its parameters are named with it. */
interface ArgumentTarget {
  readonly name: string;
  /** Whether the project has it: of what is gone, nobody knows the parameters. */
  readonly isKnown: boolean;
}

function walkArguments(
  given: Readonly<Record<string, string>>,
  { target, field }: { readonly target: ArgumentTarget; readonly field: string },
  on: PageWalk,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(given).map(([name, text]) => {
      const at = `${field}.arguments.${name}`;
      const key = target.isKnown
        ? on.walk.visit({ kind: "parameter", name: `${target.name}.${name}`, field: at })
        : name;
      return [key, walkText(text, at, on)];
    }),
  );
}

const microflowTarget = (name: string, { index }: PageWalk): ArgumentTarget => ({
  name,
  isKnown: microflowParameters(name, index) !== undefined,
});
const pageTarget = (name: string, { index }: PageWalk): ArgumentTarget => ({
  name,
  isKnown: index.page(name) !== undefined,
});
const snippetTarget = (name: string, { index }: PageWalk): ArgumentTarget => ({
  name,
  isKnown: index.snippet(name) !== undefined,
});

function walkAction(action: PageAction, field: string, on: PageWalk): PageAction {
  if (action.kind === "showPage") {
    const { arguments: given, ...rest } = action;
    const page = on.walk.visit({ kind: "page", name: action.page, field: `${field}.page` });
    return {
      ...rest,
      page,
      ...(given
        ? { arguments: walkArguments(given, { target: pageTarget(action.page, on), field }, on) }
        : {}),
    };
  }
  if (action.kind === "createObject") {
    const { entity, page, over } = action;
    const overField = `${field}.over.association`;
    return {
      ...action,
      entity: on.walk.visit({ kind: "entity", name: entity, field: `${field}.entity` }),
      page: on.walk.visit({ kind: "page", name: page, field: `${field}.page` }),
      ...(over && {
        over: {
          ...over,
          association: on.walk.visit({ kind: "association", name: over.association, field: overField }),
        },
      }),
    };
  }
  if (action.kind !== "callMicroflow") return action;
  const { arguments: given, microflow, ...rest } = action;
  return {
    ...rest,
    microflow: on.walk.visit({ kind: "microflow", name: microflow, field: `${field}.microflow` }),
    ...(given
      ? { arguments: walkArguments(given, { target: microflowTarget(microflow, on), field }, on) }
      : {}),
  };
}

/** A parameter of the document itself. */
function walkParameter(parameter: string, field: string, { walk, index, page }: PageWalk): string {
  const owner = page && index.qualifiedNameOf(page);
  if (owner === undefined) return parameter;
  return walk.visit({ kind: "parameter", name: `${owner}.${parameter}`, field: `${field}.parameter` });
}

function walkSource(source: DataSource, field: string, on: PageWalk): DataSource {
  if (source.kind === "microflow") {
    const { microflow, arguments: given } = source;
    return {
      ...source,
      microflow: on.walk.visit({ kind: "microflow", name: microflow, field: `${field}.microflow` }),
      arguments: walkArguments(given, { target: microflowTarget(microflow, on), field }, on),
    };
  }
  if (source.kind === "parameter")
    return { ...source, parameter: walkParameter(source.parameter, field, on) };
  const place = { kind: "association", name: source.association, field: `${field}.association` } as const;
  return { ...source, association: on.walk.visit(place) };
}

function walkTemplate(template: Template, field: string, on: PageWalk): Template {
  const given = template.arguments.map((argument, position) => {
    const text = walkText(expressionOf(argument), `${field}.arguments[${position}]`, on);
    return templateArgument(text, formatOf(argument));
  });
  return { ...template, arguments: given };
}

function walkAttribute(attribute: string, field: string, { walk, index, context }: PageWalk): string {
  const name = context === undefined ? undefined : attributeName(index, context, attribute);
  return name === undefined ? attribute : walk.visit({ kind: "attribute", name, field });
}

type Walker<Kind extends WidgetFieldKind> = (
  value: WidgetFieldValues[Kind],
  field: string,
  on: PageWalk,
) => WidgetFieldValues[Kind];

const same = <Value>(value: Value): Value => value;

const walkers: { readonly [Kind in WidgetFieldKind]: Walker<Kind> } = {
  text: same,
  number: same,
  choice: same,
  picture: same,
  numberFormat: same,
  datePattern: same,
  snippet: ({ snippet, arguments: given }, field, on) => ({
    snippet: on.walk.visit({ kind: "snippet", name: snippet, field: `${field}.snippet` }),
    arguments: walkArguments(given, { target: snippetTarget(snippet, on), field }, on),
  }),
  boolean: same,
  attribute: walkAttribute,
  condition: walkText,
  template: walkTemplate,
  dataSource: walkSource,
  action: walkAction,
};

function walkWidget(
  widget: WidgetRecord,
  page: WidgetDocument,
  on: Pick<PageWalk, "walk" | "index">,
): WidgetRecord {
  const fields: Record<string, JsonValue> = { ...widget.fields };
  const around = contextEntity(widget, page, on.index);
  const source = sourceOf(widget);
  const inside = source ? entityOfSource(source, page, on.index) : around;
  for (const { name, kind } of findWidget(widget.kind)?.fields ?? []) {
    const value = readWidgetField(kind, fields[name]);
    if (value === undefined) continue;
    const context = kind === "action" ? inside : around;
    fields[name] = (walkers[kind] as Walker<WidgetFieldKind>)(value, name, {
      ...on,
      page,
      context,
    }) as JsonValue;
  }
  return { ...widget, fields };
}

function walkNavigation(navigation: Navigation, on: Pick<PageWalk, "walk" | "index">): Navigation {
  const { homePage, roleHomePages, menu } = navigation;
  const visit = (name: string, field: string) => on.walk.visit({ kind: "page", name, field });
  return {
    ...navigation,
    ...(homePage === undefined ? {} : { homePage: visit(homePage, "navigation.homePage") }),
    ...(roleHomePages === undefined
      ? {}
      : {
          roleHomePages: roleHomePages.map((row, position) => ({
            ...row,
            page: visit(row.page, `navigation.roleHomePages[${position}].page`),
          })),
        }),
    menu: menu.map((item, position) => {
      if (!item.action) return item;
      const field = `navigation.menu[${position}].action`;
      return {
        ...item,
        action: walkAction(item.action, field, { ...on, page: undefined, context: undefined }),
      };
    }),
  };
}

/** The names in a widget, in the order of its fields. */
export function widgetReferences(
  widget: WidgetRecord,
  page: WidgetDocument,
  index: ProjectIndex,
): Reference[] {
  return collectReferences((walk) => walkWidget(widget, page, { walk, index }));
}

/** The widget with other names in it. The project around it is the one before the renaming. */
export function renameInWidget(
  widget: WidgetRecord,
  rename: Renaming,
  { page, index }: { readonly page: WidgetDocument; readonly index: ProjectIndex },
): WidgetRecord {
  return walkWidget(widget, page, { walk: new NameWalk(rename), index });
}

/** The names in the navigation. */
export function navigationReferences(navigation: Navigation, index: ProjectIndex): Reference[] {
  return collectReferences((walk) => walkNavigation(navigation, { walk, index }));
}

/** The navigation with other names in it. */
export function renameInNavigation(
  navigation: Navigation,
  rename: Renaming,
  index: ProjectIndex,
): Navigation {
  return walkNavigation(navigation, { walk: new NameWalk(rename), index });
}
