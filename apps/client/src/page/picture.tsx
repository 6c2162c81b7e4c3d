import { isMenuIcon, menuIcons } from "@rivulet/pages/icons";
import type { ImageView } from "@rivulet/pages/view";
import { ImageOff } from "lucide-react";
import { useState } from "react";
import { messages } from "../app/messages.ts";

const iconSizes = { small: 24, medium: 48, large: 120, full: "100%" } as const;

/** A picture that the project keeps; one that is no picture says so by its words, and takes no more room than they do. */
function PictureFile({ data, view }: { readonly data: string; readonly view: ImageView }) {
  const { alternative, name, size } = view;
  const [broken, setBroken] = useState<string>();
  const testId = `widget-${name}`;
  if (broken === data)
    return (
      <span className="image-missing" data-testid={testId}>
        <ImageOff size={16} aria-hidden />
        {alternative === "" ? messages.noPicture : alternative}
      </span>
    );
  return (
    <img
      className="image"
      data-size={size}
      src={data}
      alt={alternative}
      data-testid={testId}
      onError={() => setBroken(data)}
    />
  );
}

/** A picture or an icon. */
export function Picture({ view }: { readonly view: ImageView }) {
  const { picture, alternative, name, size } = view;
  if (picture.kind === "file") return <PictureFile data={picture.data} view={view} />;
  if (!isMenuIcon(picture.icon)) return null;
  const Icon = menuIcons[picture.icon];
  const told = alternative === "" ? { "aria-hidden": true } : { role: "img", "aria-label": alternative };
  return (
    <Icon
      className="image"
      size={iconSizes[size]}
      strokeWidth={1.75}
      data-testid={`widget-${name}`}
      {...told}
    />
  );
}
