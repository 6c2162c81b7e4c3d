import { Checkbox, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { lengthFault } from "../controls/length-fault.ts";
import { ServerForm } from "../dialogs/server-form.tsx";
import { peopleMessages } from "../messages/people-messages.ts";
import { type KeyScope, peopleApi } from "./people-api.ts";

const durations = [7, 30, 90, 365].map((days) => ({ value: String(days), label: peopleMessages.days(days) }));

interface KeyDialogProps {
  readonly onMade: (made: { readonly name: string; readonly token: string }) => void;
  readonly onClose: () => void;
}

/** Makes a key. */
export function KeyDialog({ onMade, onClose }: KeyDialogProps) {
  const [name, setName] = useState("");
  const [scopes, setScopes] = useState<string[]>(["run-microflows"]);
  const [days, setDays] = useState("90");
  const ask = () =>
    peopleApi.makeKey({ name: name.trim(), scopes: scopes as KeyScope[], days: Number(days) }).then(onMade);
  return (
    <ServerForm
      title={peopleMessages.newKey}
      size={480}
      isBlocked={name.trim() === "" || lengthFault(name, 100) !== undefined || scopes.length === 0}
      submitLabel={peopleMessages.makeKey}
      submitTestId="make-key"
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
      <Checkbox.Group label={peopleMessages.scopesColumn} value={scopes} onChange={setScopes}>
        <div className="rv-scopes">
          {Object.entries(peopleMessages.scopes).map(([scope, { label, hint }]) => (
            <Checkbox
              key={scope}
              value={scope}
              label={label}
              description={hint}
              data-testid={`field-scope-${scope}`}
            />
          ))}
        </div>
      </Checkbox.Group>
      <Select
        label={peopleMessages.lasts}
        data={durations}
        value={days}
        allowDeselect={false}
        data-testid="field-days"
        onChange={(value) => setDays(value ?? "90")}
      />
    </ServerForm>
  );
}
