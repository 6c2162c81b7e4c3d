import type { platformActivities } from "@rivulet/activities";
import type { ActivityCompiler } from "../compile/activity-compiler.ts";
import { compileChangeList } from "./change-list/compile.ts";
import { compileChangeObject } from "./change-object/compile.ts";
import { compileChangeVariable } from "./change-variable/compile.ts";
import {
  compileClosePage,
  compileDownloadFile,
  compileShowHomePage,
  compileShowMessage,
  compileShowPage,
  compileValidationFeedback,
} from "./client/compile.ts";
import { compileCreateList } from "./create-list/compile.ts";
import { compileCreateObject } from "./create-object/compile.ts";
import { compileCreateVariable } from "./create-variable/compile.ts";
import { compileLogMessage } from "./log-message/compile.ts";
import { compileMicroflowCall } from "./microflow-call/compile.ts";
import { compileRetrieveByAssociation } from "./retrieve-by-association/compile.ts";

type PlatformActivityKind = (typeof platformActivities)[number]["kind"];

/** How each activity of the platform is executed; a definition without a row does not compile. */
export const platformCompilers: { readonly [Kind in PlatformActivityKind]: ActivityCompiler } = {
  createObject: compileCreateObject,
  changeObject: compileChangeObject,
  retrieveByAssociation: compileRetrieveByAssociation,
  createList: compileCreateList,
  changeList: compileChangeList,
  createVariable: compileCreateVariable,
  changeVariable: compileChangeVariable,
  microflowCall: compileMicroflowCall,
  showPage: compileShowPage,
  showHomePage: compileShowHomePage,
  closePage: compileClosePage,
  showMessage: compileShowMessage,
  validationFeedback: compileValidationFeedback,
  downloadFile: compileDownloadFile,
  logMessage: compileLogMessage,
};
