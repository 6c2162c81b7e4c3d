import { ActionIcon, Button, Popover, SimpleGrid, Tooltip } from "@mantine/core";
import { isMenuIcon, menuIcons } from "@rivulet/pages/icons";
import { Plus } from "lucide-react";
import { useState } from "react";
import { controlMessages } from "../messages/control-messages.ts";

interface IconPickerProps {
  readonly label: string;
  /** Name of an icon; one that is not known shows none. */
  readonly value: string | undefined;
  readonly isReadOnly?: boolean;
  readonly onChange: (icon: string | undefined) => void;
}

/** One of the icons of the application, in a square button that opens them all. */
export function IconPicker({ label, value, isReadOnly = false, onChange }: IconPickerProps) {
  const [isOpen, setIsOpen] = useState(false);
  const Present = isMenuIcon(value) ? menuIcons[value] : undefined;
  const choose = (icon: string | undefined) => {
    onChange(icon);
    setIsOpen(false);
  };
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="bottom-start" trapFocus>
      <Popover.Target>
        <ActionIcon
          variant="default"
          size={30}
          aria-label={label}
          disabled={isReadOnly}
          onClick={() => setIsOpen(!isOpen)}
        >
          {Present ? <Present size={15} /> : <Plus size={13} />}
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <SimpleGrid cols={6} spacing={4}>
          {Object.entries(menuIcons).map(([name, Icon]) => (
            <Tooltip key={name} label={name}>
              <ActionIcon size={32} aria-label={name} onClick={() => choose(name)}>
                <Icon size={16} />
              </ActionIcon>
            </Tooltip>
          ))}
        </SimpleGrid>
        <Button variant="subtle" size="compact-xs" fullWidth mt={6} onClick={() => choose(undefined)}>
          {controlMessages.noIcon}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
