import { entity, type ModulePart, manyToMany, manyToOne } from "../connectors/declare-connector-module.ts";

/** Who uses the application: `$currentUser` and `$currentSession`. */
export const people: ModulePart = {
  entities: [
    entity("User", "Somebody who signs in, or a program that calls with a key.", {
      isPersistable: true,
      attributes: [
        ["Name", "String", "The name with which the user signs in."],
        ["FullName", "String", "The name that is shown to others."],
        ["Email", "String", "Address for messages to the user."],
        ["Active", "Boolean", "Whether the user may sign in."],
        ["IsAnonymous", "Boolean", "Whether it stands for everybody who did not sign in."],
        ["Blocked", "Boolean", "Whether it is locked out after too many wrong passwords."],
        ["BlockedSince", "DateTime", "Since when it is locked out."],
        ["FailedLogins", "Integer", "Wrong passwords since the last right one."],
        ["LastLogin", "DateTime", "When the user signed in last."],
      ],
    }),
    entity("UserRole", "A role that users of the application have.", {
      isPersistable: true,
      attributes: [
        ["Name", "String", "Its name in the security of the project."],
        ["Description", "String", "What it is for."],
      ],
    }),
    entity("Session", "The time between one user's signing in and out, in one browser or program.", {
      isPersistable: true,
      attributes: [
        ["SessionId", "String", "Tells it from others; it gives no access."],
        ["CreatedAt", "DateTime", "When it began."],
        ["LastActive", "DateTime", "When something was asked for in it last."],
        ["TimeZone", "String", "Time zone in which dates are shown, for example Europe/Amsterdam."],
        ["Language", "String", "Language and region of texts, for example en_US."],
      ],
    }),
  ],
  associations: [
    manyToMany("User", "UserRole", "The roles of the user."),
    manyToOne("Session", "User", "Whose session it is."),
  ],
};
