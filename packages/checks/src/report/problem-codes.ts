import type { FieldProblemCode } from "@rivulet/activities";

// What each code means and what to do, for the reference page: which of them are warnings stands in warning-codes.ts, which
// is all that checking a project needs of them.

/** Files that cannot be taken as they are; found when a project or a flow is read. */
const files = {
  "not-json": "A file is not JSON. The message names line and column.",
  "json-too-large": "A file holds more text than is read.",
  "json-too-deep": "A file nests lists and objects deeper than is read.",
  "json-forbidden-key": "A file has a key such as `__proto__`, which no file of a project has.",
  "json-inexact-number": "A number in a file has more digits than a JSON number keeps. Write it in quotes.",
  "wrong-format": "A file does not have the form of its kind. The message names the member.",
  "unknown-version": "A file was written by a newer Rivulet. Open it with that one.",
  "duplicate-id": "Two records have one id. Ids are unique in a project.",
  "no-project": "The folder has no `rivulet.json`, so it is no project.",
  "missing-module": "A folder of a module has no `module.json`.",
  "missing-domain-model": "A module has no `domain-model.json`; it is taken as empty.",
  "layout-without-document": "A layout lies beside no document and is ignored.",
  "name-not-of-file": "A document is called otherwise than its file.",
  "dangling-parent": "An element or flow says that it is in something that its file does not have.",
  "unknown-file": "A file is no part of a project and is ignored.",
  "unreadable-file": "A file cannot be read.",
  "file-too-large": "A file is larger than is read.",
  "project-too-large": "The files together are larger than is read.",
  "too-many-files": "The folder has more files than are read.",
  "not-text": "A file is not a text in UTF-8.",
  "unfinished-save":
    "A save that was cut off could not be finished, so some documents may be older than others.",
  "link-outside": "A link leads out of the project folder. Nothing outside is read.",
  "unknown-connector": "The project uses a connector that is not installed.",
  "connector-version": "The project uses another version of a connector than the installed one.",
} as const satisfies Record<string, string>;

/** Names, settings, modules and the domain model. */
const project = {
  "invalid-name": "A name has other characters than letters, digits and underscores, or is a reserved word.",
  "duplicate-name": "Two things of one module, entity, enumeration or list have the same name.",
  "names-differ-in-case":
    "Two names differ only in upper and lower case, which many systems do not tell apart.",
  "generalization-cycle": "An entity is its own generalization, directly or over others.",
  "inherited-attribute": "An entity has an attribute that it inherits already.",
  "contradicting-association": "An association is one-to-one and holds many objects at once.",
  "empty-enumeration": "An enumeration has no values.",
  "wrong-value": "A default value, or a value in a configuration, is not one of its type.",
  "secret-in-project":
    "The value of a secret constant stands in the project. It belongs into the environment or a local secret.",
  "wrong-endpoint": "The endpoint of a configuration is no http or https address.",
  "unknown-role": "A role is named that does not exist.",
  "demo-user-without-role": "A demo user has no user role, so there is nothing to see as this user.",
  "unknown-folder": "A document or folder is in a folder of the explorer that does not exist.",
  "folder-cycle": "A folder of the explorer is inside itself.",
} as const satisfies Record<string, string>;

/** The drawing of a microflow: its elements and the flows between them. */
const structure = {
  "missing-start": "The microflow has no start event.",
  "repeated-element": "The microflow has more than one of an element that it can have once.",
  "flow-without-end": "A way through the microflow ends before an end event.",
  "several-flows": "More than one sequence flow leaves an element that is no decision.",
  "backward-flow": "A flow leads back to something else than a merge.",
  "error-handling-not-allowed": "An element has an error handling that it cannot have.",
  "missing-error-handler": "An element has a custom error handling, and no flow is its error handler.",
  "unused-error-handler":
    "A flow is an error handler, but its element handles errors otherwise, so it is never taken.",
  "duplicate-error-handler": "Two error handlers leave one element.",
  "error-handler-not-allowed": "An error handler leaves an element that has none.",
  "no-error-to-raise": "A way without an error handler leads to an error event.",
  "dangling-flow": "A sequence flow begins or ends at an element that does not exist.",
  "flow-crosses-border": "A sequence flow crosses the border of a loop.",
  "flow-outside-sequence": "A sequence flow leads to or from a parameter or an annotation.",
  "flow-into-start": "A sequence flow leads to the start event.",
  "flow-out-of-end": "A sequence flow leaves an end event.",
  "flow-to-itself": "A sequence flow leads from an element to itself.",
  "dangling-annotation": "An annotation flow begins or ends at an element that does not exist.",
  "missing-outcome":
    "A decision has an outcome without a flow: true or false, a value of the enumeration, or `(empty)`.",
  "unknown-outcome": "A flow is for an outcome that its decision or activity does not have.",
  "duplicate-outcome": "Two flows of a decision or an activity are for the same outcome.",
  "outcome-needed": "A flow leaves a decision and does not say for which outcomes.",
  "outcome-not-expected": "A flow has outcomes, but what it leaves has none.",
  "wrong-condition": "The condition of a decision is neither a Boolean nor an enumeration.",
  "missing-beginning": "A flow leads to every element of a loop, so no round can begin.",
  "several-beginnings":
    "No flow leads to several elements of a loop, so it is not clear where a round begins.",
  "empty-body": "A loop has nothing inside.",
  unreachable: "No flow leads to an element, so it is never executed.",
  "not-allowed-here": "An element stands in a loop, or outside one, and cannot.",
  "not-a-container": "Elements say that they are inside an element that has no inside.",
  "cannot-be-disabled":
    "A start, end, decision or parameter is disabled, so a run would not know how to go on.",
  "unknown-activity": "An element is of a kind that no connector of the project has.",
  "duplicate-variable": "Two elements of a microflow give the same name to their variables.",
  "incomplete-object":
    "An activity of a connector is given a new object that lacks something the activity needs: an attribute is empty, or an object that has to be linked to it is not.",
  "wrong-key":
    "A key that is given to an activity of a connector has more parts than a key can have, or a value of a type that no key has.",
  "key-does-not-fit":
    "A key or an item lacks a part of the key of its table, or a key has something else in it. The sample tables of the embedded DynamoDB are known without asking; others are once the studio has looked them up, and what it found there wins.",
  "no-such-table":
    "A request names a table that was not there when the studio looked tables up. It may have been created since: look them up again.",
  "no-such-index": "A request names an index that its table did not have when the studio looked tables up.",
  "unused-variable": "An activity makes a variable that nothing uses.",
} as const satisfies Record<string, string>;

/** Fields of elements, and the expressions in them. */
const fields = {
  "missing-value": "A field that is needed is empty.",
  "wrong-form": "The saved value of a field does not have the form of its kind.",
  "unknown-field": "An element has a field that its activity does not have.",
  "text-too-long": "A text is longer than fits.",
  "unknown-choice": "A field has another value than those that can be chosen.",
  "type-not-allowed": "A type cannot be chosen here.",
  "unknown-entity": "There is no entity of this name.",
  "abstract-entity": "The entity is abstract and has no objects of its own.",
  "unknown-association": "There is no association of this name, or it does not start here.",
  "wrong-association-end": "An association is followed from the end at which the object does not stand.",
  "unknown-enumeration": "There is no enumeration of this name.",
  "unknown-enumeration-value": "The enumeration has no value of this name.",
  "unknown-constant": "There is no constant of this name.",
  "unknown-microflow": "There is no microflow of this name.",
  "unknown-variable": "No activity or parameter of the microflow makes this variable.",
  "variable-not-available":
    "The variable exists in the microflow, but not whenever this element is executed. The message says why.",
  "wrong-variable": "The variable is of another kind than is needed: an object, a list, a simple type.",
  "reserved-variable-name": "The name of a variable has a meaning of its own in expressions.",
  "no-result": "A result is named, but the called microflow returns nothing.",
  "return-value-not-expected": "An end event has a return value, but the microflow returns nothing.",
  "unknown-member": "The entity has no such attribute or association.",
  "duplicate-member": "A member is set twice by one activity.",
  "read-only-member": "The attribute gets its value by itself.",
  "association-not-owned": "An association is set on the end that does not hold it.",
  "operation-not-allowed":
    "Adding and removing is for associations that hold many objects, in a change of an object.",
  "missing-argument": "A call gives no value for a parameter that needs one.",
  "unknown-argument": "A call gives a value for a parameter that the microflow does not have.",
  "expression-empty": "An expression is expected.",
  "operand-missing": "A value is missing in an expression.",
  "operator-missing": "Two values stand side by side without an operator.",
  "keyword-missing": "`then` or `else` is missing.",
  "parenthesis-open": "A parenthesis is never closed.",
  "parenthesis-stray": "A closing parenthesis closes nothing.",
  "unexpected-text": "Something stands in an expression where it cannot.",
  "text-open": "A text is never closed.",
  "double-quotes": "A text stands in double quotes. Texts stand in single quotes.",
  "name-incomplete": "A name is not complete.",
  "placeholder-open": "A token such as `[%CurrentDateTime%]` is not complete.",
  "slash-is-path": "A slash is used to divide. Write `div` or `:`.",
  "not-parentheses": "`not` needs parentheses.",
  "limit-text": "An expression is longer than is read.",
  "limit-nesting": "An expression is nested deeper than is read.",
  "limit-arguments": "A call in an expression has more arguments than is read.",
  "limit-path": "A path in an expression has more steps than is read.",
  "unknown-attribute": "The entity has no attribute of this name.",
  "unknown-function": "There is no function of this name.",
  "unknown-token": "There is no token of this name.",
  "unknown-name": "A name stands in an expression that is neither a variable nor a value of an enumeration.",
  "not-an-object": "A path leads over something that is no object.",
  "many-objects": "A path leads over an association or list that can hold many objects.",
  "wrong-operand": "An operator cannot join values of these types.",
  "wrong-argument": "An argument of a function is of another type than the function takes.",
  "wrong-argument-count": "A function has too few or too many arguments.",
  "wrong-type": "An expression has another type than is needed.",
  "not-a-whole-number": "A Decimal stands where a whole number is needed.",
  "branches-differ": "The branches of an `if` have different types.",
  "empty-operand": "An operand is always empty.",
  "fixed-value-needed": "A function takes only fixed values here.",
  "argument-invalid": "A fixed argument of a function is outside what the function takes.",
  "chained-comparison": "Comparisons cannot be chained. Join them with `and`.",
  "integer-too-large": "A whole number does not fit into 64 bits.",
  "possibly-empty": "A value may be empty where the operation needs one.",
  "constant-condition": "A condition has always the same value.",
} as const satisfies Record<
  Exclude<FieldProblemCode, keyof typeof project | "unknown-page" | "unknown-layout" | "unknown-snippet">,
  string
>;

/** Pages, their widgets, and the navigation. */
const pages = {
  "unknown-page": "There is no page of this name.",
  "unknown-layout": "There is no layout of this name.",
  "unknown-snippet": "There is no snippet of this name.",
  "unknown-widget": "A widget is of a kind that this Rivulet does not have.",
  "duplicate-widget-name": "Two widgets of a page have the same name.",
  "not-a-list": "The data source of a list does not return a list.",
  "not-one-object": "The data source of a data view does not return one object.",
  "unknown-parameter": "A data view shows a parameter that the page does not have.",
  "no-object-around": "A widget needs an object around it, and stands in no list or data view that has one.",
  "missing-template-argument": "A text has a placeholder such as {2} and no argument for it.",
  "wrong-format": "A format is for values of another type, or its pattern means nothing.",
  "screen-activity-in-source":
    "A data source has an activity that asks something of the screen, such as Show message: it does nothing there, because only the result counts.",
  "paging-without-list":
    "A microflow that takes a System.Paging is called where no list is read page by page.",
  "list-never-goes-on":
    "A list is read page by page by a microflow that never sets HasMore of its System.Paging, so that it ends after its first page.",
  "role-may-not-run":
    "A page is visible for a role that may not run a microflow which the page needs, so that people with only this role see an error in its place.",
  "role-may-not-read":
    "A page is visible for a role that may not read an attribute which the page shows, so that people with only this role see nothing in its place.",
  "wrong-attribute-type": "An input cannot show attributes of this type.",
  "page-needs-object": "The menu or the home page leads to a page that needs an object.",
  "menu-item-without-target": "An item of the menu does nothing and holds no other items.",
  "misplaced-placeholder": "A placeholder stands outside of a layout, or is the second one of a layout.",
  "layout-without-placeholder": "A layout has no place for the page.",
  "snippet-in-itself": "A snippet shows itself, directly or by another snippet that it calls.",
  "menu-item-with-both": "An item of the menu that holds others has an action as well.",
} as const satisfies Record<string, string>;

/** The codes by the place where they are found, for the reference page. */
export const problemCodeGroups = {
  "Reading files": files,
  "Names, settings and the domain model": project,
  "The drawing of a microflow": structure,
  "Fields and expressions": fields,
  "Pages and navigation": pages,
} as const;

/** All codes of problems and what they mean; docs/reference/problems.md is made from it. */
export const problemCodes = { ...files, ...project, ...structure, ...fields, ...pages } as const;

/** Code of a problem; stable. */
export type ProblemCode = keyof typeof problemCodes;
