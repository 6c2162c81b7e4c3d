import type { DownloadStep } from "@rivulet/pages/view";

function contentOf({ data, isBinary }: DownloadStep): BlobPart {
  return isBinary ? Uint8Array.from(atob(data), (character) => character.charCodeAt(0)) : data;
}

/** Lets the browser save a file. Its type says nothing of its content, so that nothing opens or runs it. */
export function saveFile(step: DownloadStep): void {
  const address = URL.createObjectURL(new Blob([contentOf(step)], { type: "application/octet-stream" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = step.fileName;
  document.body.append(link);
  link.click();
  link.remove();
  URL.revokeObjectURL(address);
}
