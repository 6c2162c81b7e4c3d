import { expect, test } from "vitest";
import { shopIndex } from "../sample-pages.test-support.ts";
import { appView } from "./app-view.ts";

const show = (page: string) => ({ kind: "showPage", page }) as const;
const navigation = {
  title: "Shop",
  homePage: "Shop.ForAll",
  roleHomePages: [{ userRole: "Manager", page: "Shop.ForManagers" }],
  menu: [
    { id: "all", caption: "All", icon: "list", action: show("Shop.ForAll") },
    { id: "group", caption: "Group" },
    { id: "managers", parent: "group", caption: "Managers", action: show("Shop.ForManagers") },
    { id: "pay", caption: "List", action: { kind: "callMicroflow", microflow: "Shop.AllOrders" } as const },
    { id: "gone", caption: "Gone", action: show("Shop.Nope") },
    {
      id: "script",
      caption: "Script",
      action: { kind: "openLink", address: "javascript:alert(1)" } as const,
    },
  ],
};
const pages = {
  ForAll: { visibleFor: ["Clerk", "Manager"] },
  ForManagers: { visibleFor: ["Manager"] },
};
const view = (role: string | undefined, securityLevel: "off" | "production") =>
  appView(
    { userRoles: role === undefined ? [] : [role], choices: ["Clerk", "Manager"] },
    shopIndex(pages, { navigation, securityLevel }),
  );

test("a role gets the items that it may use, and its own home page", () => {
  const clerk = view("Clerk", "production");
  expect(clerk.homePage).toBe("Shop.ForAll");
  expect(clerk.menu.map(({ id }) => id)).toEqual(["all", "pay", "script"]);
  const manager = view("Manager", "production");
  expect(manager.homePage).toBe("Shop.ForManagers");
  expect(manager.menu.map(({ id }) => id)).toEqual(["all", "group", "script"]);
  expect(manager.menu[1]?.items).toMatchObject([{ caption: "Managers", page: "Shop.ForManagers" }]);
});

test("roles count together, and then none of them is the one", () => {
  const both = appView(
    { userRoles: ["Clerk", "Manager"], choices: ["Clerk", "Manager"], person: "Ada" },
    shopIndex(pages, { navigation, securityLevel: "production" }),
  );
  expect(both.menu.map(({ id }) => id)).toEqual(["all", "group", "pay", "script"]);
  expect(both).toMatchObject({ homePage: "Shop.ForManagers", person: "Ada", hasRoles: true });
  expect(both.userRole).toBeUndefined();
});

test("nobody known gets nothing while security is on, and everything while it is off", () => {
  expect(view("Nobody", "production")).toMatchObject({ menu: [{ id: "script" }] });
  expect(view(undefined, "production").homePage).toBeUndefined();
  const open = view(undefined, "off");
  expect(open.menu.map(({ id }) => id)).toEqual(["all", "group", "pay", "script"]);
  expect(open.userRoles).toEqual([]);
});

test("no microflow, page parameter or script reaches the browser", () => {
  const sent = JSON.stringify(view(undefined, "off"));
  expect(sent).not.toContain("AllOrders");
  expect(sent).not.toContain("javascript:");
});
