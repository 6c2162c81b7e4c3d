const count = (number: number) => number.toLocaleString("en");

/** Every text of the running application that is not the project's own. */
export const messages = {
  loading: "Loading …",
  menu: "Menu",
  tryAs: "Try it as",
  yourself: "Yourself",
  userRoles: "User roles",
  demoUsers: "Demo users",
  noPages: "There is no page here yet",
  noPagesHelp:
    "Make a page in the project and set it as home page, or put it into the menu: it then opens here.",
  nothingForRole: "This role sees nothing yet",
  nothingForRoleHelp:
    "No page is visible for it. Choose another role above, or let this one see a page (Visible for).",
  noRole: "You have no role here yet",
  noRoleHelp: "Ask an administrator for a user role of this application.",
  noDemoRole: (demoUser: string) => `${demoUser} has no role`,
  noDemoRoleHelp: "Give this demo user a user role in the security of the project.",
  signOut: "Sign out",
  failed: "This could not be shown",
  retry: "Try again",
  back: "Back",
  close: "Close",
  loadMore: (shown: number, total: number | undefined) =>
    `Load more (${total === undefined ? `${count(shown)} shown` : `${count(shown)} of ${count(total)}`})`,
  nothingYet: "Nothing was found so far, and there is more to look through.",
  nothingNew: "Nothing more was found so far, and there is more to look through.",
  full: (shown: number, total: number | undefined) =>
    `${count(shown)}${total === undefined ? "" : ` of ${count(total)}`} are shown, as many as a list can show. To see others, narrow down what the list looks for.`,
  confirmTitle: "Are you sure?",
  proceed: "Proceed",
  cancel: "Cancel",
  ok: "OK",
  required: "required",
  choose: { date: "Choose a date", time: "Choose a time", dateTime: "Choose a date and a time" },
  nothing: "–",
  loadAgain: "Load again",
  noPicture: "This picture cannot be shown.",
  working: "This is being done …",
  levels: { information: "Information", warning: "Warning", error: "Error" },
  stopped: "The application is stopped",
  stoppedHelp: "Whoever builds or runs it can start it again. What was open and not saved is gone.",
  startAgain: "Start it again",
  sessionEnded: "The application has begun anew on the server. What was open and not saved is gone.",
  waiting:
    "The server cannot be reached. What is typed here stays, and this goes on as soon as the server answers.",
  unreachable: "The server cannot be reached. Check that it runs, then try again.",
} as const;
