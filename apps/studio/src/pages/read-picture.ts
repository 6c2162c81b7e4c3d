import { readWidgetField } from "@rivulet/pages";
import { pageMessages } from "../messages/page-messages.ts";

/** Bytes to base64, in pieces that a call can take as arguments. */
function toBase64(bytes: Uint8Array): string {
  const piece = 0x8000;
  let text = "";
  for (let at = 0; at < bytes.length; at += piece)
    text += String.fromCharCode(...bytes.subarray(at, at + piece));
  return btoa(text);
}

/** A file as the picture that a page keeps, or why it cannot be one. */
export async function readPicture(
  file: File,
  maximumLength: number,
): Promise<{ readonly data: string } | { readonly fault: string }> {
  // Base64 takes four characters for three bytes; a larger file is not even read.
  if (file.size * (4 / 3) > maximumLength)
    return { fault: pageMessages.fileTooLarge(`${Math.ceil(file.size / 1000).toLocaleString("en")} kB`) };
  const data = `data:${file.type};base64,${toBase64(new Uint8Array(await file.arrayBuffer()))}`;
  if (!readWidgetField("picture", { kind: "file", data })) return { fault: pageMessages.noPictureFile };
  return { data };
}
