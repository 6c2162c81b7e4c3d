export * from "./activity-catalog.ts";
export { captionOf } from "./caption-of.ts";
export * from "./definition.ts";
export { checkExpression } from "./field-checks/check-expression.ts";
export { checkFields } from "./field-checks/check-fields.ts";
export { unknownInType, unknownName } from "./field-checks/check-model-reference.ts";
export type { FieldContext, FieldScope, VariableFault } from "./field-checks/field-check.ts";
export type { FieldFinding, FieldProblemCode } from "./field-checks/field-finding.ts";
export * from "./fields/element-schema.ts";
export * from "./fields/field.ts";
export * from "./fields/field-values.ts";
export * from "./fields/initial-fields.ts";
export * from "./fields/microflow-parameters.ts";
export * from "./fields/resolve-type.ts";
export * from "./fields/suggest-variable-name.ts";
export * from "./fields/type-rule.ts";
export * from "./fields/visible-fields.ts";
export type { KeyedObjects, KnownKeyPart } from "./keyed-objects.ts";
export type * from "./known-tables.ts";
export * from "./platform/change-list/definition.ts";
export * from "./platform/change-object/definition.ts";
export * from "./platform/change-variable/definition.ts";
export * from "./platform/close-page/definition.ts";
export * from "./platform/create-list/definition.ts";
export * from "./platform/create-object/definition.ts";
export * from "./platform/create-variable/definition.ts";
export * from "./platform/download-file/definition.ts";
export * from "./platform/log-message/definition.ts";
export * from "./platform/microflow-call/definition.ts";
export * from "./platform/retrieve-by-association/definition.ts";
export * from "./platform/show-home-page/definition.ts";
export * from "./platform/show-message/definition.ts";
export * from "./platform/show-page/definition.ts";
export * from "./platform/validation-feedback/definition.ts";
export * from "./platform-activities.ts";
export { attributeName } from "./references/attribute-name.ts";
export * from "./references/element-references.ts";
export { walkExpression } from "./references/expression-names.ts";
export { flowReferences, flowRewriter } from "./references/flow-references.ts";
export * from "./references/record-references.ts";
export {
  collectReferences,
  NameWalk,
  type Reference,
  type ReferenceKind,
  type Renaming,
} from "./references/reference.ts";
export * from "./special-variables/special-variables.ts";
export * from "./structure/annotation.ts";
export * from "./structure/decision.ts";
export * from "./structure/end.ts";
export * from "./structure/error-event.ts";
export * from "./structure/loop.ts";
export * from "./structure/merge.ts";
export * from "./structure/parameter.ts";
export * from "./structure/start.ts";
