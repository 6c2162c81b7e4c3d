import { Text } from "@mantine/core";
import { type ComponentProps, useState } from "react";
import { FormDialog } from "../dialogs/form-dialog.tsx";
import { sentenceOf } from "./tell-failure.ts";

interface ServerFormProps extends Omit<ComponentProps<typeof FormDialog>, "onSubmit"> {
  /** Asks the server for what was filled in; where it refuses, its sentence stands below the fields. */
  readonly ask: () => Promise<void>;
}

/** A dialog whose fields go to the server, once; it stays until the server has taken them. */
export function ServerForm({ ask, isBlocked = false, children, ...dialog }: ServerFormProps) {
  const [fault, setFault] = useState<string>();
  const [isAsking, setIsAsking] = useState(false);
  const submit = () => {
    setIsAsking(true);
    ask()
      .catch((error: unknown) => setFault(sentenceOf(error)))
      .finally(() => setIsAsking(false));
  };
  return (
    <FormDialog {...dialog} isBlocked={isBlocked || isAsking} onSubmit={submit}>
      {children}
      {fault !== undefined && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {fault}
        </Text>
      )}
    </FormDialog>
  );
}
