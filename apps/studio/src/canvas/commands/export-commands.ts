import { FileImage, Image } from "lucide-react";
import { canvasMessages } from "../../messages/canvas-messages.ts";
import { copySvg, downloadPng, downloadSvg } from "../export/export-picture.ts";
import type { CanvasCommand } from "./canvas-command.ts";

const { commands: labels, synonyms } = canvasMessages;
const row = { shortcuts: [], synonyms: synonyms.picture };

/** Taking the whole drawing away as a picture. */
export const exportCommands: readonly CanvasCommand[] = [
  {
    ...row,
    id: "canvas.exportSvg",
    label: labels.exportSvg,
    icon: FileImage,
    run: ({ drawing }) => void downloadSvg(drawing),
  },
  {
    ...row,
    id: "canvas.exportPng",
    label: labels.exportPng,
    icon: Image,
    run: ({ drawing }) => void downloadPng(drawing),
  },
  {
    ...row,
    id: "canvas.copySvg",
    label: labels.copySvg,
    icon: FileImage,
    run: ({ drawing }) => void copySvg(drawing),
  },
];
