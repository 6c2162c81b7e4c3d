import { Notifications } from "@mantine/notifications";

/** All notices, in their corner. */
export function NoticeList() {
  return <Notifications position="bottom-right" />;
}
