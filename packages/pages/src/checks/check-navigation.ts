import { microflowParameters, unknownName } from "@rivulet/activities";
import type { MenuItem, Navigation, PageAction, ProjectIndex } from "@rivulet/model";
import { addressFault } from "./address-fault.ts";
import { checkCreateObject } from "./check-create-object.ts";
import type { PageFinding } from "./page-finding.ts";

const record = "project";

/** A page that opens without an object: the home page, or one behind an item of the menu. */
function checkTargetPage(name: string, field: string, index: ProjectIndex): PageFinding[] {
  const unknown = unknownName("page", { name, field }, index);
  if (unknown) return [{ ...unknown, record }];
  const needed = index.page(name)?.parameters?.map((parameter) => parameter.name) ?? [];
  if (needed.length === 0) return [];
  const message = `${name} needs an object (${needed.join(", ")}), and here there is none to give. Choose another page, or a microflow that shows it.`;
  return [{ code: "page-needs-object", record, field, message }];
}

function checkLink(address: string, field: string): PageFinding[] {
  const message = addressFault(address);
  return message === undefined ? [] : [{ code: "wrong-form", record, field, message }];
}

function checkAction(action: PageAction, field: string, index: ProjectIndex): PageFinding[] {
  if (action.kind === "createObject")
    return checkCreateObject(action, { field, context: undefined, index }).map((finding) => ({
      record,
      ...finding,
    }));
  if (action.kind === "showPage") return checkTargetPage(action.page, `${field}.page`, index);
  if (action.kind === "openLink") return checkLink(action.address, `${field}.address`);
  if (action.kind !== "callMicroflow") return [];
  const unknown = unknownName("microflow", { name: action.microflow, field: `${field}.microflow` }, index);
  if (unknown) return [{ ...unknown, record }];
  const needed = (microflowParameters(action.microflow, index) ?? []).filter(({ isRequired }) => isRequired);
  return needed.map(({ name }) => {
    const message = `${action.microflow} needs a value for its parameter ${name}, and in the menu there is none to give.`;
    return { code: "missing-argument", record, field: `${field}.arguments.${name}`, message };
  });
}

/** How an item is called in sentences. */
function nameOf({ caption }: MenuItem): string {
  return caption.trim() === "" ? "The item without a caption" : `"${caption}"`;
}

/** What an action leads to and does not name yet, with where that is set. */
function missingTarget(action: PageAction): { readonly what: string; readonly at: string } | undefined {
  switch (action.kind) {
    case "showPage":
      return action.page === "" ? { what: "page it shows", at: "page" } : undefined;
    case "callMicroflow":
      return action.microflow === "" ? { what: "microflow it calls", at: "microflow" } : undefined;
    case "createObject":
      if (action.entity === "") return { what: "entity it creates an object of", at: "entity" };
      return action.page === "" ? { what: "page shows the new object", at: "page" } : undefined;
    case "openLink":
      return action.address.trim() === "" ? { what: "address it opens", at: "address" } : undefined;
    default:
      return undefined;
  }
}

/** What is wrong with the action of an item. What is not chosen yet is said once. */
function checkItemAction(item: MenuItem, field: string, index: ProjectIndex): PageFinding[] {
  if (!item.action) return [];
  const missing = missingTarget(item.action);
  if (!missing) return checkAction(item.action, field, index);
  const message = `${nameOf(item)} does not say yet which ${missing.what}. Set it, or remove the item.`;
  return [{ code: "menu-item-without-target", record, field: `${field}.${missing.at}`, message }];
}

function checkItem(item: MenuItem, field: string, { menu }: Navigation): PageFinding[] {
  const findings: PageFinding[] = [];
  const hasItems = menu.some(({ parent }) => parent === item.id);
  if (hasItems && item.action) {
    const message = `${nameOf(item)} holds other items, so a click opens them and never does its action. Remove the action or the items.`;
    findings.push({ code: "menu-item-with-both", record, field: `${field}.action`, message });
  }
  if (!hasItems && !item.action) {
    const message = `${nameOf(item)} does nothing. Give it a page to show, or put items into it.`;
    findings.push({ code: "menu-item-without-target", record, field: `${field}.action`, message });
  }
  return findings;
}

/** What is wrong with the navigation. */
export function checkNavigation(navigation: Navigation, index: ProjectIndex): PageFinding[] {
  const { homePage, roleHomePages = [], menu } = navigation;
  return [
    ...(homePage === undefined ? [] : checkTargetPage(homePage, "navigation.homePage", index)),
    ...roleHomePages.flatMap(({ page }, position) =>
      checkTargetPage(page, `navigation.roleHomePages[${position}].page`, index),
    ),
    ...menu.flatMap((item, position) => {
      const field = `navigation.menu[${position}]`;
      return [...checkItem(item, field, navigation), ...checkItemAction(item, `${field}.action`, index)];
    }),
  ];
}
