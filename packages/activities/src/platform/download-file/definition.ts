import { defineActivity } from "../../definition.ts";
import { fixed } from "../../fields/type-rule.ts";

/** Gives a file to whoever started the run. */
export const downloadFile = defineActivity({
  kind: "downloadFile",
  label: "Download file",
  group: "client",
  icon: "download",
  summary: "Lets the browser of whoever started the run save a file, after it has ended.",
  documentation:
    "The name is only a name: what would lead to another folder, or is no good in a file name, is taken out. The browser saves the file and never opens it. An empty content is an empty file.",
  synonyms: ["export", "save file", "csv"],
  fields: [
    {
      name: "fileName",
      kind: "expression",
      label: "File name",
      documentation: "Under which the file is saved, with its ending.",
      isRequired: true,
      expected: [fixed({ kind: "string" })],
    },
    {
      name: "content",
      kind: "expression",
      label: "Content",
      documentation: "A text, saved as UTF-8, or bytes.",
      isRequired: true,
      expected: [fixed({ kind: "string" }), fixed({ kind: "binary" })],
      isMultiline: true,
    },
  ],
  subtitle: "{fileName}",
  raises: ["client-action-limit"],
});
