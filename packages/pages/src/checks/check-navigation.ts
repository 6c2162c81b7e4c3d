import { microflowParameters, unknownName } from "@rivulet/activities";
import type { MenuItem, Navigation, PageAction, ProjectIndex } from "@rivulet/model";
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

function checkAction(action: PageAction, field: string, index: ProjectIndex): PageFinding[] {
  if (action.kind === "createObject")
    return checkCreateObject(action, { field, context: undefined, index }).map((finding) => ({
      record,
      ...finding,
    }));
  if (action.kind === "showPage") return checkTargetPage(action.page, `${field}.page`, index);
  if (action.kind !== "callMicroflow") return [];
  const unknown = unknownName("microflow", { name: action.microflow, field: `${field}.microflow` }, index);
  if (unknown) return [{ ...unknown, record }];
  const needed = (microflowParameters(action.microflow, index) ?? []).filter(({ isRequired }) => isRequired);
  return needed.map(({ name }) => {
    const message = `${action.microflow} needs a value for its parameter ${name}, and in the menu there is none to give.`;
    return { code: "missing-argument", record, field: `${field}.arguments.${name}`, message };
  });
}

function checkItem(item: MenuItem, field: string, { menu }: Navigation): PageFinding[] {
  const findings: PageFinding[] = [];
  const hasItems = menu.some(({ parent }) => parent === item.id);
  if (hasItems && item.action) {
    const message = `"${item.caption}" holds other items, so a click opens them and never does its action. Remove the action or the items.`;
    findings.push({ code: "menu-item-with-both", record, field: `${field}.action`, message });
  }
  if (!hasItems && !item.action) {
    const message = `"${item.caption}" does nothing. Give it a page to show, or put items into it.`;
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
      const own = checkItem(item, field, navigation);
      return item.action ? [...own, ...checkAction(item.action, `${field}.action`, index)] : own;
    }),
  ];
}
