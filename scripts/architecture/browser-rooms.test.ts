import { isBuiltin } from "node:module";
import { expect, test } from "vitest";
import { readArrowTable } from "./arrow-table.ts";
import { roomOfFile } from "./rooms.ts";
import { importsOfFile, productFiles } from "./source-imports.ts";

const browserRooms = ["values", "model", "expressions", "activities", "checks", "runtime/wire"];
const table = readArrowTable();
const packageOf = (room: string) => room.split("/", 1)[0];

test.each(browserRooms)("%s has sources", (room) => {
  const files = productFiles(`packages/${packageOf(room)}/src`);
  expect(files.filter((file) => roomOfFile(file, table) === room)).not.toEqual([]);
});

test.each(browserRooms)("%s runs in a browser: its sources import nothing of Node", (room) => {
  const findings = productFiles(`packages/${packageOf(room)}/src`)
    .filter((file) => roomOfFile(file, table) === room)
    .flatMap((file) => importsOfFile(file).map(({ target }) => ({ file, target })))
    .filter(({ target }) => isBuiltin(target))
    .map(({ file, target }) => `${file} imports ${target}: room ${room} must run in a browser`);
  expect(findings).toEqual([]);
});
