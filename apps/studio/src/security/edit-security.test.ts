import { DocumentStore } from "@rivulet/document";
import type { ProjectSettings } from "@rivulet/model";
import { buildProject } from "@rivulet/testkit";
import { expect, test } from "vitest";
import {
  addDemoUser,
  addDemoUserOfEachRole,
  deleteDemoUser,
  demoUserNameFault,
  renameDemoUser,
  setRolesOfDemoUser,
} from "./edit-demo-users.ts";
import { deleteUserRole, renameUserRole } from "./edit-security.ts";

function opened() {
  const { records } = buildProject({
    userRoles: [
      { name: "Clerk", moduleRoles: [] },
      { name: "Shop Manager", moduleRoles: [] },
    ],
    navigation: { menu: [], roleHomePages: [{ userRole: "Clerk", page: "Shop.Home" }] },
  });
  const store = new DocumentStore(records);
  const settings = () => store.get("project") as ProjectSettings;
  return { store, settings, security: () => settings().security };
}

test("a demo user is proposed for each role, under a name that is free", () => {
  const { store, security } = opened();
  expect(addDemoUser(store, security())).toBe("demo_clerk");
  renameDemoUser(store, "demo_clerk", "demo_shop_manager");
  addDemoUserOfEachRole(store, security());
  expect(security().demoUsers).toEqual([
    { name: "demo_shop_manager", userRoles: ["Clerk"] },
    { name: "demo_shop_manager_2", userRoles: ["Shop Manager"] },
  ]);
  store.undo();
  expect(security().demoUsers).toEqual([{ name: "demo_shop_manager", userRoles: ["Clerk"] }]);
});

test("two demo users cannot have the same name", () => {
  const { store, security } = opened();
  addDemoUser(store, security());
  expect(demoUserNameFault(security(), "Demo_Clerk")).toBe("There is a demo user Demo_Clerk already.");
  expect(demoUserNameFault(security(), "demo_clerk", "demo_clerk")).toBeUndefined();
});

test("a role that is renamed or deleted is so for demo users and home pages too", () => {
  const { store, settings, security } = opened();
  addDemoUserOfEachRole(store, security());
  renameUserRole(store, "Clerk", "Seller");
  expect(security().demoUsers?.[0]).toEqual({ name: "demo_clerk", userRoles: ["Seller"] });
  expect(settings().navigation?.roleHomePages).toEqual([{ userRole: "Seller", page: "Shop.Home" }]);
  deleteUserRole(store, "Seller");
  expect(security().demoUsers?.[0]).toEqual({ name: "demo_clerk", userRoles: [] });
  expect(settings().navigation?.roleHomePages).toEqual([]);
});

test("the last demo user leaves nothing behind in the file", () => {
  const { store, security } = opened();
  const before = security();
  const name = addDemoUser(store, before);
  setRolesOfDemoUser(store, name, []);
  deleteDemoUser(store, name);
  expect(security()).toEqual(before);
});
