export { appView } from "./access/app-view.ts";
export type { EntityRights } from "./access/entity-rights.ts";
export * from "./access/roles.ts";
export { ObjectCarrier } from "./carried/object-carrier.ts";
export { checkNavigation } from "./checks/check-navigation.ts";
export { checkPage } from "./checks/check-page.ts";
export type { PageFinding, PageProblemCode } from "./checks/page-finding.ts";
export * from "./definition.ts";
export * from "./fields/field.ts";
export * from "./fields/field-values.ts";
export { isFieldVisible } from "./fields/visible-fields.ts";
export { formatValue } from "./formats/format-value.ts";
export { typingFault, writingFault } from "./formats/moment-pattern.ts";
export * from "./formats/template-argument.ts";
export * from "./formats/value-format.ts";
export { callArguments, pageArguments } from "./opened/call-arguments.ts";
export { captionOfAttribute } from "./opened/form/caption-of-attribute.ts";
export type { InputJson } from "./opened/form/parse-input.ts";
export { maximumRows } from "./opened/lists/page-limits.ts";
export { OpenedPage } from "./opened/opened-page.ts";
export { PageExpressions } from "./opened/page-expressions.ts";
export { PageFailure } from "./opened/page-failure.ts";
export type { PagePorts } from "./opened/page-ports.ts";
export type { Surroundings } from "./opened/surroundings.ts";
export { snippetsCalledBy, widgetsIn, widgetsOfPage } from "./page-tree.ts";
export { isPaging } from "./paging.ts";
export * from "./references/page-references.ts";
export * from "./shipped-layouts.ts";
export type { MenuIconName } from "./view/menu-icons.ts";
export { canHold, findWidget, wholeOfPart, widgetDefinitions } from "./widget-catalog.ts";
export {
  attributeOf,
  contextEntity,
  entityOfSource,
  parametersOf,
  scopeOf,
  shownAttribute,
  sourceOf,
  valueVariable,
} from "./widget-scope.ts";
