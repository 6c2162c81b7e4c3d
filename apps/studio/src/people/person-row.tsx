import { ActionIcon, Badge, Menu, MultiSelect, Select } from "@mantine/core";
import { Ban, CircleCheck, Ellipsis, Link } from "lucide-react";
import { peopleMessages } from "../messages/people-messages.ts";
import { lastTime } from "./last-time.ts";
import { type PersonRow as Person, type PersonFacts, peopleApi } from "./people-api.ts";
import { rightChoices } from "./person-dialog.tsx";
import { tellFailure } from "./tell-failure.ts";

interface PersonRowProps {
  readonly person: Person;
  readonly isMe: boolean;
  readonly userRoles: readonly string[];
  readonly onChanged: () => void;
  readonly onLink: (made: { readonly name: string; readonly link: string }) => void;
}

/** A word beside a name, in no louder a voice than the name. */
export const quietBadge = { variant: "light", size: "sm", tt: "none", fw: 500 } as const;

function PersonActions({ person, onChanged, onLink }: PersonRowProps) {
  const { id, name, isDisabled } = person;
  const toggle = () => void peopleApi.change(id, { isDisabled: !isDisabled }).then(onChanged, tellFailure);
  const makeLink = () => void peopleApi.link(id).then(({ link }) => onLink({ name, link }), tellFailure);
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <ActionIcon size={28} aria-label={peopleMessages.actionsOf(name)}>
          <Ellipsis size={15} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<Link size={14} />} onClick={makeLink} disabled={isDisabled}>
          {peopleMessages.makeLink}
        </Menu.Item>
        <Menu.Item leftSection={isDisabled ? <CircleCheck size={14} /> : <Ban size={14} />} onClick={toggle}>
          {isDisabled ? peopleMessages.enable : peopleMessages.disable}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function PersonName({ person, isMe }: Pick<PersonRowProps, "person" | "isMe">) {
  const { name, email, isDisabled } = person;
  return (
    <div className="rv-row-text">
      <span>
        {name}
        {isMe && (
          <Badge {...quietBadge} className="rv-person-badge">
            {peopleMessages.you}
          </Badge>
        )}
        {isDisabled && (
          <Badge {...quietBadge} className="rv-person-badge" color="red">
            {peopleMessages.disabled}
          </Badge>
        )}
      </span>
      <span className="rv-row-note">{email}</span>
    </div>
  );
}

/** A person, with what that person may do. Changes are kept at once. */
export function PersonRow(props: PersonRowProps) {
  const { person, isMe, userRoles, onChanged } = props;
  const { id, name, email, authoring, canSignIn, signedInAt } = person;
  const change = (facts: Partial<PersonFacts>) =>
    void peopleApi.change(id, facts).then(onChanged, tellFailure);
  // A role that the project has no more can still be taken away.
  const choices = [...new Set([...userRoles, ...person.userRoles])];
  return (
    <tr data-testid={`person-${email}`}>
      <td>
        <PersonName person={person} isMe={isMe} />
      </td>
      <td>
        <Select
          aria-label={peopleMessages.rightOf(name)}
          data={rightChoices}
          value={authoring}
          allowDeselect={false}
          onChange={(value) => value && change({ authoring: value })}
        />
      </td>
      <td>
        <MultiSelect
          aria-label={peopleMessages.rolesOf(name)}
          placeholder={person.userRoles.length === 0 ? peopleMessages.noUserRoles : ""}
          data={choices}
          value={[...person.userRoles]}
          onChange={(roles) => change({ userRoles: roles })}
        />
      </td>
      <td>
        <div className="rv-row-text rv-row-note">
          {canSignIn ? lastTime(signedInAt) : peopleMessages.waiting}
        </div>
      </td>
      <td>
        <div className="rv-row-actions">
          <PersonActions {...props} />
        </div>
      </td>
    </tr>
  );
}
