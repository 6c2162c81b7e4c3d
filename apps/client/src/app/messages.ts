/** Every text of the running application that is not the project's own. */
export const messages = {
  loading: "Loading …",
  menu: "Menu",
  tryAs: "Try it as",
  noPages: "There is no page here yet",
  noPagesHelp:
    "Make a page in the project and set it as home page, or put it into the menu: it then opens here.",
  nothingForRole: "This role sees nothing yet",
  nothingForRoleHelp:
    "No page is visible for it. Choose another role above, or let this one see a page (Visible for).",
  failed: "This could not be shown",
  retry: "Try again",
  back: "Back",
  close: "Close",
  loadMore: (shown: number, total: number) => `Load more (${shown} of ${total})`,
  confirmTitle: "Are you sure?",
  proceed: "Proceed",
  cancel: "Cancel",
  ok: "OK",
  yes: "Yes",
  no: "No",
  required: "required",
  nothing: "–",
  loadAgain: "Load again",
  working: "This is being done …",
  levels: { information: "Information", warning: "Warning", error: "Error" },
  unreachable: "The server cannot be reached. Check that it runs, then try again.",
} as const;
