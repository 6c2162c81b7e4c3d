import type { ActivityDefinition } from "./definition.ts";
import { changeList } from "./platform/change-list/definition.ts";
import { changeObject } from "./platform/change-object/definition.ts";
import { changeVariable } from "./platform/change-variable/definition.ts";
import { closePage } from "./platform/close-page/definition.ts";
import { createList } from "./platform/create-list/definition.ts";
import { createObject } from "./platform/create-object/definition.ts";
import { createVariable } from "./platform/create-variable/definition.ts";
import { downloadFile } from "./platform/download-file/definition.ts";
import { logMessage } from "./platform/log-message/definition.ts";
import { microflowCall } from "./platform/microflow-call/definition.ts";
import { retrieveByAssociation } from "./platform/retrieve-by-association/definition.ts";
import { showHomePage } from "./platform/show-home-page/definition.ts";
import { showMessage } from "./platform/show-message/definition.ts";
import { showPage } from "./platform/show-page/definition.ts";
import { validationFeedback } from "./platform/validation-feedback/definition.ts";
import { annotation } from "./structure/annotation.ts";
import { decision } from "./structure/decision.ts";
import { end } from "./structure/end.ts";
import { errorEvent } from "./structure/error-event.ts";
import { loop } from "./structure/loop.ts";
import { merge } from "./structure/merge.ts";
import { parameter } from "./structure/parameter.ts";
import { start } from "./structure/start.ts";

/** The elements that give a microflow its structure; the runtime lowers them itself. */
const structureElements = [start, end, errorEvent, parameter, decision, merge, loop, annotation] as const;

/** The activities of the platform; each has an implementation of the same name in the runtime. */
export const platformActivities = [
  createObject,
  changeObject,
  retrieveByAssociation,
  createList,
  changeList,
  createVariable,
  changeVariable,
  microflowCall,
  showPage,
  showHomePage,
  closePage,
  showMessage,
  validationFeedback,
  downloadFile,
  logMessage,
] as const;

/** All that a microflow can be drawn with when no connector is there. */
export const platformDefinitions: readonly ActivityDefinition[] = [
  ...structureElements,
  ...platformActivities,
];
