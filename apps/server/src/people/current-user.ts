import type { ProjectIndex } from "@rivulet/model";
import { createObject, type EntityObject, link, writeAttribute } from "@rivulet/values";
import type { ActingUser } from "./acting-user.ts";

/** `$currentUser` of a run: the person or the demo user, with the user roles that count; `undefined` where nobody signed in. */
export function currentUserOf(
  { name, userRoles }: ActingUser,
  index: ProjectIndex,
): EntityObject | undefined {
  const shape = index.shape("System.User");
  const roleShape = index.shape("System.UserRole");
  const association = index.association("System.User_UserRole");
  if (name === undefined || !shape || !roleShape || !association) return undefined;
  const user = createObject(shape);
  writeAttribute(user, "Name", name);
  writeAttribute(user, "FullName", name);
  writeAttribute(user, "Active", true);
  for (const each of userRoles) {
    const role = createObject(roleShape);
    writeAttribute(role, "Name", each);
    link({ object: user, association, end: "owner" }, role);
  }
  return user;
}
