export {
  type CaseContext,
  type CaseObject,
  type CaseValue,
  type ExpressionCase,
  readCases,
} from "./case-format.ts";
export { type CaseScope, caseScope } from "./case-scope.ts";
export { type CaseJudgement, type CaseOutcome, type CaseWorld, judgeCase } from "./judge-case.ts";
export { OpenModel, type OpenObject } from "./open-model.ts";
