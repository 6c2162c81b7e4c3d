/**
 * The name of an attribute as people write it.
 *
 * @example captionOfAttribute("DeliveryDate") // "Delivery date"
 */
export function captionOfAttribute(attribute: string): string {
  const words = attribute.replaceAll("_", " ").replaceAll(/([a-z\d])([A-Z])/g, "$1 $2");
  const rest = words.slice(1).replaceAll(/\b[A-Z](?=[a-z])/g, (letter) => letter.toLowerCase());
  return words.slice(0, 1).toUpperCase() + rest;
}
