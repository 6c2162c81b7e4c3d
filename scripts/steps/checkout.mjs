import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

/** The root folder of the checkout that these scripts belong to. */
export const checkout = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
