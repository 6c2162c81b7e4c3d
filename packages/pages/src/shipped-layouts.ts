/** The layouts that come with the application; every other one is a document of the project. */
export const shippedLayouts = ["sidebar", "topBar", "popup"] as const;

/** A layout that comes with the application. */
export type ShippedLayout = (typeof shippedLayouts)[number];
