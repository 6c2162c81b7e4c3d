import { expect, test } from "vitest";
import { safeFileName } from "./file-name.ts";

test.each([
  ["Orders 2026.csv", "Orders 2026.csv"],
  ["../../etc/passwd", "passwd"],
  ["C:\\Windows\\system.ini", "system.ini"],
  ["invoice\u202Efdp.exe", "invoicefdp.exe"],
  ["new\r\nheader: x", "newheader_ x"],
  ["<script>.html", "_script_.html"],
  [".htaccess", "htaccess"],
  ["name. . .", "name"],
  ["con.txt", "_con.txt"],
  ["...", "download"],
  ["", "download"],
  ["Übersicht.pdf", "Übersicht.pdf"],
])("a file %j is saved as %j", (name, saved) => {
  expect(safeFileName(name)).toBe(saved);
});

test("a name is cut between characters", () => {
  const name = safeFileName(`a${"😀".repeat(500)}`);
  expect([name.length, name.isWellFormed()]).toEqual([199, true]);
});
