/** What is said about the clipboard, whatever is copied. */
export const clipboardMessages = {
  noClipboardToCopy: "This browser does not let a menu use the clipboard. Press Ctrl+C instead.",
  noClipboardToPaste: "This browser does not let a menu use the clipboard. Press Ctrl+V instead.",
  copied: {
    isTooLarge: "The text on the clipboard is too large to be pasted here.",
    isNewer: "What is on the clipboard was copied in a newer Rivulet. Open this project with that one.",
  },
} as const;
