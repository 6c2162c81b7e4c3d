/** What a Boolean is called wherever people read it on a page: in texts, in drop-downs, and where an input is only shown. */
export const booleanCaptions = { true: "Yes", false: "No" } as const;
