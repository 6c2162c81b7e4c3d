import "./account-menu.css";
import { Menu } from "@mantine/core";
import { KeyRound, LockKeyhole, LogOut, ScrollText, UsersRound } from "lucide-react";
import { useState } from "react";
import { laterDialog } from "../dialogs/later-dialog.tsx";
import { peopleMessages } from "../messages/people-messages.ts";
import { workspace } from "../workspace/workspace.ts";
import { peopleApi } from "./people-api.ts";
import { tellFailure } from "./tell-failure.ts";
import { useWhoIsThere } from "./who-is-there.ts";

const passwordDialog = laterDialog(async () => (await import("./password-dialog.tsx")).PasswordDialog);

/** The first letters of the first and the last word of a name. */
function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== "");
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => (word === undefined ? "" : (Array.from(word)[0] ?? "")))
    .join("")
    .toUpperCase();
}

function signOut(): void {
  // The door asks where to go afterwards: to the studio again.
  peopleApi.signOut().then(() => location.assign("/sign-in"), tellFailure);
}

/** Who has signed in, and what is about that person and, for administrators, about others. */
export function AccountMenu() {
  const person = useWhoIsThere(({ who }) => who?.person);
  const [changesPassword, setChangesPassword] = useState(false);
  if (!person) return null;
  const { open } = workspace.getState();
  return (
    <>
      <Menu position="bottom-end" width={220}>
        <Menu.Target>
          <button
            type="button"
            className="rv-account"
            aria-label={peopleMessages.account(person.name)}
            data-testid="account"
          >
            {initialsOf(person.name)}
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            {person.name}
            <span className="rv-menu-detail">{peopleMessages.rights[person.authoring].label}</span>
          </Menu.Label>
          <Menu.Item leftSection={<KeyRound size={14} />} onClick={() => open({ kind: "keys" })}>
            {peopleMessages.keys}
          </Menu.Item>
          <Menu.Item leftSection={<LockKeyhole size={14} />} onClick={() => setChangesPassword(true)}>
            {peopleMessages.changePassword}
          </Menu.Item>
          {person.authoring === "administrator" && (
            <>
              <Menu.Divider />
              <Menu.Item leftSection={<UsersRound size={14} />} onClick={() => open({ kind: "people" })}>
                {peopleMessages.people}
              </Menu.Item>
              <Menu.Item leftSection={<ScrollText size={14} />} onClick={() => open({ kind: "audit" })}>
                {peopleMessages.audit}
              </Menu.Item>
            </>
          )}
          <Menu.Divider />
          <Menu.Item leftSection={<LogOut size={14} />} onClick={signOut} data-testid="sign-out">
            {peopleMessages.signOut}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {changesPassword && <passwordDialog.View onClose={() => setChangesPassword(false)} />}
    </>
  );
}
