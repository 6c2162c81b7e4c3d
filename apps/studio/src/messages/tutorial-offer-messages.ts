/** What leads to the tutorial. */
export const tutorialOfferMessages = {
  command: "Tutorial: build a page of tables in 61 steps",
  title: "New here?",
  text: "Build an application that lists the tables of DynamoDB, step by step.",
  textOfBuilt: (microflow: string) =>
    `${microflow} lists the tables of DynamoDB. Press Run to see it work, or build it yourself, step by step.`,
  start: "Start the tutorial",
  dismiss: "Not now",
} as const;
