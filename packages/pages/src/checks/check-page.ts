import { unknownName } from "@rivulet/activities";
import type { PageRecord, ProjectIndex, WidgetDocument, WidgetRecord } from "@rivulet/model";
import { widgetsOfPage } from "../page-tree.ts";
import { shippedLayouts } from "../shipped-layouts.ts";
import { canHold, findWidget, wholeOfPart } from "../widget-catalog.ts";
import { parametersOf } from "../widget-scope.ts";
import { checkPaging } from "./check-paging.ts";
import { checkReadingRights } from "./check-reading-rights.ts";
import { checkRunningRights } from "./check-running-rights.ts";
import { checkSourceActions } from "./check-source-actions.ts";
import { checkWidgetField } from "./check-widget-fields.ts";
import type { PageFinding } from "./page-finding.ts";
import { WidgetCheck } from "./widget-check.ts";

function moduleRoles(page: PageRecord, index: ProjectIndex): readonly string[] {
  const module = index.records.get(page.parent);
  return module?.type === "module" ? module.roles.map(({ name }) => name) : [];
}

function checkRoles(page: PageRecord, index: ProjectIndex): PageFinding[] {
  const roles = moduleRoles(page, index);
  return page.visibleFor.flatMap((role, position) => {
    if (roles.includes(role)) return [];
    const message = `The module of ${page.name} has no module role ${role}. A page is visible for roles of its own module: choose another one or remove it.`;
    return [{ code: "unknown-role", record: page.id, field: `visibleFor[${position}]`, message } as const];
  });
}

function checkParameters(page: WidgetDocument, index: ProjectIndex): PageFinding[] {
  return parametersOf(page).flatMap(({ entity }, position) => {
    const unknown = unknownName("entity", { name: entity, field: `parameters[${position}].entity` }, index);
    return unknown ? [{ ...unknown, record: page.id }] : [];
  });
}

function checkWidget(widget: WidgetRecord, page: WidgetDocument, index: ProjectIndex): PageFinding[] {
  const definition = findWidget(widget.kind);
  const check = new WidgetCheck(widget, page, index);
  if (!definition) {
    const message = `${widget.name} is a "${widget.kind}", a kind of widget that this Rivulet does not have. Remove it, or open the project with a newer Rivulet.`;
    check.add({ code: "unknown-widget", field: "kind", message });
    return check.findings;
  }
  for (const field of definition.fields) checkWidgetField(field, check);
  for (const name of Object.keys(widget.fields)) {
    if (definition.fields.some((field) => field.name === name)) continue;
    const message = `A ${definition.label.toLowerCase()} has no field ${name}. Remove it.`;
    check.add({ code: "unknown-field", field: name, message });
  }
  const parent = index.records.get(widget.parent);
  const holder = parent?.type === "widget" ? parent : undefined;
  const isKnown = holder === undefined || findWidget(holder.kind) !== undefined;
  if (isKnown && !canHold(holder?.kind, widget.kind)) {
    const message = misplacedMessage(widget, holder);
    check.add({ code: "not-a-container", field: "parent", message });
  }
  return check.findings;
}

function misplacedMessage(widget: WidgetRecord, holder: WidgetRecord | undefined): string {
  const whole = wholeOfPart(widget.kind);
  if (whole !== undefined)
    return `${widget.name} is a part of a ${labelOf(whole)} and stands in none. Move it into one.`;
  const parts = holder && findWidget(holder.kind)?.parts;
  if (holder && parts)
    return `${widget.name} stands in ${holder.name}, which holds only its parts. Move it into a ${labelOf(parts.kind)} of it.`;
  return `${widget.name} stands in ${holder?.name ?? "the page"}, which cannot hold widgets. Move it.`;
}

const labelOf = (kind: string) => findWidget(kind)?.label.toLowerCase() ?? kind;

/** The layout of a page: one that comes with the application, or one of the project. */
function checkLayout(page: PageRecord, index: ProjectIndex): PageFinding[] {
  if (shippedLayouts.some((layout) => layout === page.layout)) return [];
  const unknown = unknownName("pageLayout", { name: page.layout, field: "layout" }, index);
  return unknown ? [{ ...unknown, record: page.id }] : [];
}

/** A layout has one place for the page; a page and a snippet have none. */
function checkPlaceholders(document: WidgetDocument, index: ProjectIndex): PageFinding[] {
  const placeholders = [...widgetsOfPage(document.id, index)].filter(({ kind }) => kind === "placeholder");
  const isLayout = document.type === "pageLayout";
  const tooMany = isLayout ? placeholders.slice(1) : placeholders;
  const reason = isLayout
    ? "is not the only place for the page"
    : "is a place for a page, which only a layout has";
  const findings = tooMany.map(({ id, name }): PageFinding => {
    const message = `${name} ${reason}. Remove it.`;
    return { code: "misplaced-placeholder", record: id, field: "kind", message };
  });
  if (!isLayout || placeholders.length > 0) return findings;
  const message = `${document.name} has no place for the page. Add a placeholder.`;
  return [{ code: "layout-without-placeholder", record: document.id, field: "widgets", message }];
}

function checkDocument(document: WidgetDocument, index: ProjectIndex): PageFinding[] {
  const ofPage =
    document.type === "page" ? [...checkRoles(document, index), ...checkLayout(document, index)] : [];
  return [...ofPage, ...checkParameters(document, index), ...checkPlaceholders(document, index)];
}

/**
 * What is wrong with a page, layout or snippet and its widgets.
 *
 * @example checkPage(page, index).map(({ message }) => message)
 */
export function checkPage(page: WidgetDocument, index: ProjectIndex): PageFinding[] {
  const findings = checkDocument(page, index);
  const names = new Set<string>();
  for (const widget of widgetsOfPage(page.id, index)) {
    if (names.has(widget.name)) {
      const message = `Two widgets of ${page.name} are called ${widget.name}. Rename one.`;
      findings.push({ code: "duplicate-widget-name", record: widget.id, field: "name", message });
    }
    names.add(widget.name);
    findings.push(...checkWidget(widget, page, index));
    findings.push(...checkSourceActions(widget, index), ...checkPaging(widget, index));
    if (page.type !== "page") continue;
    findings.push(...checkRunningRights(widget, page, index), ...checkReadingRights(widget, page, index));
  }
  return findings;
}
