import { Text } from "@mantine/core";
import { type ComponentProps, useState } from "react";
import { sentenceOf } from "../people/tell-failure.ts";
import { FormDialog } from "./form-dialog.tsx";

interface ServerFormProps extends Omit<ComponentProps<typeof FormDialog>, "onSubmit"> {
  /** Asks the server for what was filled in; where it refuses, its sentence stands below the fields. */
  readonly ask: () => Promise<void>;
}

/** A dialog whose fields go to the server; it stays until the server has taken them. */
export function ServerForm({ ask, children, ...dialog }: ServerFormProps) {
  const [fault, setFault] = useState<string>();
  const submit = () => ask().catch((error: unknown) => setFault(sentenceOf(error)));
  return (
    <FormDialog {...dialog} onSubmit={submit}>
      {children}
      {fault !== undefined && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {fault}
        </Text>
      )}
    </FormDialog>
  );
}
