import { buildProject, call, createList, decision, end, log, loop, withRecords } from "@rivulet/testkit";
import { XMLValidator } from "fast-xml-parser";
import { describe, expect, test } from "vitest";
import { estimatedWidth, fitText, xmlText } from "./fitted-text.ts";
import { colourNames, type Palette } from "./palette.ts";
import { svgText } from "./picture.tsx";

const palette = Object.fromEntries(colourNames.map((name) => [name, "#123456"])) as Palette;
const pen = { palette, measure: estimatedWidth };

const hostile = `</title><script>alert("1")</script><image href='http://evil.example/x'/> & ]]> \u0000 \ud800 "quoted"`;

function picture(caption = "Total of all orders, however long their names are") {
  const sample = buildProject({
    modules: {
      Sales: {
        entities: { Order: { attributes: { Total: "Decimal" } } },
        microflows: {
          Pay: {
            parameters: { Limit: "Integer" },
            elements: {
              large: decision("$Limit > 100"),
              list: { ...createList("Sales.Order", "OrderList"), caption },
              each: loop("OrderList", "Order", { elements: { tell: log("'One'") } }),
              again: { ...call("Sales.Pay", { Limit: "1" }), caption: "Pay again", isDisabled: true },
              other: end(),
            },
            flows: ["start > large", "large true> list > each > again > end", "large false> other"],
          },
        },
      },
    },
  });
  const first = sample.index.children("Sales.Pay").find(({ type }) => type === "element");
  const parent = "Sales.Pay";
  const { index, catalog } = withRecords(sample, [
    { id: "note", type: "element", parent, kind: "annotation", fields: { text: `A note on ${caption}` } },
    { id: "note-flow", type: "annotationFlow", parent, from: "note", to: first?.id ?? "" },
  ]);
  return svgText({ index, catalog, microflow: parent, pen });
}

const titles = (svg: string) => Array.from(svg.matchAll(/<title>(.*?)<\/title>/gs), ([, title]) => title);

describe("the picture of a microflow", () => {
  test("is well-formed and needs nothing from elsewhere", () => {
    const svg = picture();
    expect(XMLValidator.validate(svg)).toBe(true);
    expect(svg).toMatch(/^<\?xml[^>]*\?>\n<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(svg).not.toMatch(/<(?:script|foreignObject|image|use|iframe|a)\b|\bon\w+=|(?:href|src)=/i);
    expect(svg.match(/url\((?!#)[^)]*\)/g)).toBeNull();
  });

  test("names every element in whole, also where its caption is cut", () => {
    const named = titles(picture());
    expect(named).toEqual(
      expect.arrayContaining([
        "Pay",
        expect.stringMatching(/^Start/),
        expect.stringMatching(/^Decision, \$Limit &gt; 100/),
        expect.stringMatching(/^Total of all orders, however long their names are, /),
        expect.stringMatching(/^Loop, for each \$Order in \$OrderList/),
        expect.stringMatching(/^Log message, /),
        expect.stringMatching(/^Pay again, /),
        expect.stringMatching(/^End/),
        expect.stringMatching(/^Annotation, A note on/),
      ]),
    );
    expect(named).toHaveLength(11);
  });

  test("shows the outcome of a decision on its flow", () => {
    expect(picture()).toMatch(/>true<\/text>/);
  });

  test("escapes what people wrote, and leaves out what XML cannot hold", () => {
    const svg = picture(hostile);
    expect(XMLValidator.validate(svg)).toBe(true);
    expect(svg).not.toMatch(/<script|<image/i);
    expect(svg).not.toContain("\u0000");
    expect(svg.isWellFormed()).toBe(true);
    expect(titles(svg).some((title) => title?.includes("&lt;script&gt;"))).toBe(true);
  });
});

describe("a text in its place", () => {
  const byLetter = (text: string) => text.length;
  test.each([
    ["short", 5, "short"],
    ["longer text", 7, "longer…"],
    ["🙂🙂🙂", 5, "🙂🙂…"],
    ["nothing fits", 0, "…"],
  ])("%s in %i is %s", (text, width, expected) => {
    expect(fitText(text, width, byLetter)).toBe(expected);
  });

  test("holds no character that XML forbids", () => {
    expect(xmlText("a\u0000b\u000bc\ufffed\ud800e\tf\n")).toBe("a\ufffdb\ufffdc\ufffdd\ufffde\tf\n");
  });
});
