import { MultiSelect, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { lengthFault } from "../controls/length-fault.ts";
import { ServerForm } from "../dialogs/server-form.tsx";
import { peopleMessages } from "../messages/people-messages.ts";
import { type AuthoringRight, peopleApi } from "./people-api.ts";

/** The rights in the studio, for a choice. */
export const rightChoices = Object.entries(peopleMessages.rights).map(([value, { label }]) => ({
  value: value as AuthoringRight,
  label,
}));

interface PersonDialogProps {
  /** Names of the project's user roles. */
  readonly userRoles: readonly string[];
  readonly onAdded: (added: { readonly name: string; readonly link: string }) => void;
  readonly onClose: () => void;
}

/** Adds a person. */
export function PersonDialog({ userRoles, onAdded, onClose }: PersonDialogProps) {
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [authoring, setAuthoring] = useState<AuthoringRight>("none");
  const [held, setHeld] = useState<string[]>([]);
  const isTooLong = [lengthFault(name, 100), lengthFault(email, 200)].some((fault) => fault !== undefined);
  const ask = () =>
    peopleApi.add({ name: name.trim(), email: email.trim(), authoring, userRoles: held }).then(onAdded);
  return (
    <ServerForm
      title={peopleMessages.addPerson}
      size={480}
      isBlocked={isTooLong || name.trim() === "" || !/^\S+@\S+$/.test(email.trim())}
      submitLabel={peopleMessages.addAndLink}
      submitTestId="add-person-submit"
      ask={ask}
      onClose={onClose}
    >
      <TextInput
        data-autofocus
        label={peopleMessages.name}
        value={name}
        error={lengthFault(name, 100)}
        data-testid="field-name"
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={peopleMessages.email}
        type="email"
        value={email}
        error={lengthFault(email, 200)}
        data-testid="field-email"
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <Select
        label={peopleMessages.right}
        description={peopleMessages.rights[authoring].hint}
        data={rightChoices}
        value={authoring}
        allowDeselect={false}
        data-testid="field-authoring"
        onChange={(value) => setAuthoring(value ?? "none")}
      />
      <MultiSelect
        label={peopleMessages.userRoles}
        description={peopleMessages.userRolesHint}
        placeholder={held.length === 0 ? peopleMessages.noUserRoles : ""}
        data={[...userRoles]}
        value={held}
        data-testid="field-userRoles"
        onChange={setHeld}
      />
    </ServerForm>
  );
}
