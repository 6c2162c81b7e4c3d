import { useNotifications } from "@mantine/notifications";
import { useState } from "react";
import { laterView } from "../controls/later-view.tsx";

/** What shows notices: the first screen does without it. */
export const notices = laterView(async () => (await import("./notice-list.tsx")).NoticeList);

/** The notices over the page, from the first one on. */
export function Notices() {
  const { notifications } = useNotifications();
  const [hasBegun, setHasBegun] = useState(false);
  // It stays, so that a notice that goes is seen to go.
  if (notifications.length > 0 && !hasBegun) setHasBegun(true);
  return hasBegun ? <notices.View /> : null;
}
