import { entity, type ModulePart } from "@rivulet/model";

/** Stored settings of the module. */
export const settings: ModulePart = {
  entities: [
    entity("Settings", "How an application signs in to AWS.", {
      isPersistable: true,
      attributes: [
        ["Region", "Enumeration(ENUM_Region)", "Region that the application uses."],
        ["UseStaticCredentials", "Boolean", "Whether static keys are used instead of temporary ones."],
        [
          "EnvironmentVariablesFeedback",
          "String",
          "Which constants still have to be given for the chosen kind of credentials.",
        ],
      ],
    }),
  ],
};
