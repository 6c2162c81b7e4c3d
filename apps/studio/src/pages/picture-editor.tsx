import { Button, FileButton, Group, SegmentedControl, Stack, Text } from "@mantine/core";
import { maximumPictureLength, readWidgetField } from "@rivulet/pages";
import { useState } from "react";
import { pageMessages } from "../messages/page-messages.ts";
import { IconPicker } from "../pickers/icon-picker.tsx";
import { readPicture } from "./read-picture.ts";
import type { WidgetFieldEditorProps } from "./widget-field-editors.tsx";
import { useProblemAt, useWidgetForm } from "./widget-form-context.ts";

type Kind = keyof (typeof pageMessages)["pictureKinds"];

/** An icon of the set, or a file that the project keeps. */
export function PictureEditor({ field, value: json, onChange }: WidgetFieldEditorProps<"picture">) {
  const { isReadOnly } = useWidgetForm();
  const value = readWidgetField("picture", json);
  const [kind, setKind] = useState<Kind>(value?.kind ?? "icon");
  const [fault, setFault] = useState<string>();
  const whole = useProblemAt(field.name);
  const ofIcon = useProblemAt(`${field.name}.icon`);
  const problem = fault ?? whole ?? ofIcon;
  const take = async (file: File | null) => {
    if (!file) return;
    const result = await readPicture(file, maximumPictureLength);
    setFault("fault" in result ? result.fault : undefined);
    if ("data" in result) onChange({ kind: "file", data: result.data });
  };
  return (
    <Stack gap="xs">
      <Text size="xs" fw={550}>
        {field.label}
      </Text>
      <SegmentedControl
        size="xs"
        data={Object.entries(pageMessages.pictureKinds).map(([each, label]) => ({ value: each, label }))}
        value={kind}
        readOnly={isReadOnly}
        onChange={(each) => setKind(each as Kind)}
      />
      {kind === "icon" ? (
        <IconPicker
          label={field.label}
          value={value?.kind === "icon" ? value.icon : undefined}
          isReadOnly={isReadOnly}
          onChange={(icon) => icon !== undefined && onChange({ kind: "icon", icon })}
        />
      ) : (
        <Group gap="xs">
          <FileButton
            accept="image/png,image/jpeg,image/gif,image/webp,image/svg+xml"
            onChange={(file) => void take(file)}
          >
            {(props) => (
              <Button
                {...props}
                variant="default"
                disabled={isReadOnly}
                data-testid={`field-${field.name}-file`}
              >
                {value?.kind === "file" ? pageMessages.replaceFile : pageMessages.chooseFile}
              </Button>
            )}
          </FileButton>
          <Text size="xs" c="dimmed">
            {pageMessages.fileHint}
          </Text>
        </Group>
      )}
      {problem !== undefined && (
        <Text size="xs" c="red" role="alert">
          {problem}
        </Text>
      )}
    </Stack>
  );
}
