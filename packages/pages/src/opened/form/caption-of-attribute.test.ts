import { expect, test } from "vitest";
import { captionOfAttribute } from "./caption-of-attribute.ts";

test.each([
  ["Name", "Name"],
  ["DeliveryDate", "Delivery date"],
  ["customer_id", "Customer id"],
  ["IBAN", "IBAN"],
  ["Line2", "Line2"],
])("the attribute %s is called %s", (attribute, caption) => {
  expect(captionOfAttribute(attribute)).toBe(caption);
});
