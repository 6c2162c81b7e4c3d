import { controlMessages } from "../messages/control-messages.ts";

/**
 * Why a text cannot be taken because of its length. A field that just stops at a length would cut off what is pasted, and
 * nobody would see it.
 *
 * @example <TextInput value={name} error={lengthFault(name, 100)} />
 */
export function lengthFault(text: string, most: number): string | undefined {
  return text.length <= most ? undefined : controlMessages.tooLong(text.length, most);
}
