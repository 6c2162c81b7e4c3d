import { describe, expect, test } from "vitest";
import { expressionLimits } from "../limits.ts";
import { outline } from "./outline.test-support.ts";
import { parse } from "./parser.ts";

describe("valid text gives its tree", () => {
  test.each([
    ["42", "42"],
    ["'it''s'", "'it's'"],
    ["''''", "'''"],
    ["true and false", "(and true false)"],
    ["empty", "empty"],
    ["Module.Status.Open", "Module.Status.Open"],
    ["@Module.Limit", "@Module.Limit"],
    ["[%CurrentDateTime%]", "[%CurrentDateTime%]"],
    ["$Order", "$Order"],
    ["$Order/Total", "$Order/Total"],
    ["$c/CRM.Customer_Order/CRM.Order/Number", "$c/CRM.Customer_Order/CRM.Order/Number"],
    ["a()", "(a)"],
    ["f(1, 'x', $y)", "(f 1 'x' $y)"],
    ["1 + 2 * 3", "(+ 1 (* 2 3))"],
    ["1 - 2 - 3", "(- (- 1 2) 3)"],
    ["12:3 div 4 mod 5", "(mod (div (: 12 3) 4) 5)"],
    ["(1 + 2) * 3", "(* (((+ 1 2))) 3)"],
    ["((1))", "((((1))))"],
    ["1 < 2 or 3 >= 4 and 5 != 6", "(or (< 1 2) (and (>= 3 4) (!= 5 6)))"],
    ["-2 * 3", "(* (- 2) 3)"],
    ["2 * -3", "(* 2 (- 3))"],
    ["--2", "(- (- 2))"],
    ["not($a) and $b", "(and (not $a) $b)"],
    ["if $a then 1 else if $b then 2 else 3", "(if $a 1 (if $b 2 3))"],
    ["1 + if $c then 1 else 2 + 3", "(+ 1 (if $c 1 (+ 2 3)))"],
    ["($a = $b) = $c", "(= (((= $a $b))) $c)"],
  ])("%s", (text, expected) => {
    const { ast, problems, extra } = parse(text);
    expect(outline(ast)).toBe(expected);
    expect(problems).toEqual([]);
    expect(extra).toEqual([]);
  });
});

describe("text as people really write it is valid", () => {
  test.each([
    ["a slash with blanks around it is still a path", "$o / \r\n\tName", "$o/Name"],
    ["a keyword behind an attached slash is a name", "$o/mod mod 2", "(mod $o/mod 2)"],
    ["a keyword inside a dotted name is a name", "M.E.true", "M.E.true"],
    ["a decimal may start with its dot", ".8*.8", "(* .8 .8)"],
    ["a decimal may end with its dot", "60.mod 7", "(mod 60. 7)"],
    ["a number may touch a keyword", "$a=-1or$b", "(or (= $a (- 1)) $b)"],
    ["a keyword may touch a number", "if$a then.8else.5", "(if $a .8 .5)"],
    ["minus needs no blanks", "$a-1", "(- $a 1)"],
    ["a colon divides numbers and enumeration values alike", "M.E.V:2", "(: M.E.V 2)"],
    ["tabs and line ends are blanks", "1\t+\r\n2", "(+ 1 2)"],
    ["a no-break space is a blank", "1\u00a0+\u202f2", "(+ 1 2)"],
    ["not may stand apart from its parenthesis", "not ($a)", "(not $a)"],
    ["text holds what it wants", "'$a /* \" (%\n'", "'$a /* \" (%\n'"],
  ])("%s", (_rule, text, expected) => {
    const { ast, problems } = parse(text);
    expect(outline(ast)).toBe(expected);
    expect(problems).toEqual([]);
  });
});

describe("broken text keeps the tree of the whole and has one problem at its place", () => {
  test.each([
    ["", "?", "expression-empty@0-0"],
    ["  ", "?", "expression-empty@0-0"],
    ["1 +", "(+ 1 ?)", "operand-missing@3-3"],
    ["= 3", "(= ? 3)", "operand-missing@0-1"],
    ["+ 3", "(+ ? 3)", "operand-missing@0-1"],
    ["2 * + 3", "(+ (* 2 ?) 3)", "operand-missing@4-5"],
    ["$a == $b", "(= (= $a ?) $b)", "operand-missing@4-5"],
    ["if then 1 else 2", "(if ? 1 2)", "operand-missing@3-7"],
    ["if $a then else 2", "(if $a ? 2)", "operand-missing@11-15"],
    ["if $a then 1", "(if $a 1 ?)", "keyword-missing@12-12"],
    ["if $a 1 else 2", "(if $a ? 2)", "operator-missing@6-7"],
    ["(1 + 2", "(((+ 1 2)))", "parenthesis-open@0-1"],
    ["f(1, 2", "(f 1 2)", "parenthesis-open@1-2"],
    ["f((1, 2)", "(f ((1)) 2)", "parenthesis-open@2-3"],
    ["f(", "(f ?)", "operand-missing@2-2"],
    ["f(1,", "(f 1 ?)", "operand-missing@4-4"],
    ["f(,1)", "(f ? 1)", "operand-missing@2-3"],
    ["if ($a then 1 else 2", "(if (($a)) 1 2)", "parenthesis-open@3-4"],
    ["1) + 2", "(+ 1 2)", "parenthesis-stray@1-2"],
    ["1 2 + 3", "(+ 1 3)", "operator-missing@2-3"],
    ["$", "$", "name-incomplete@0-1"],
    ["$ + 1", "(+ $ 1)", "name-incomplete@0-1"],
    ["$a/", "$a/", "name-incomplete@2-3"],
    ["$a/ and $b", "(and $a/ $b)", "name-incomplete@2-3"],
    ["$a/M.", "$a/M.", "name-incomplete@2-5"],
    ["Module.", "Module.", "name-incomplete@0-7"],
    ["Module.(1)", "(Module. 1)", "name-incomplete@0-7"],
    ["@", "@", "name-incomplete@0-1"],
    ["@Module", "@Module", "name-incomplete@0-7"],
    ["[%Cur", "[%Cur%]", "placeholder-open@0-5"],
    ["'abc", "'abc'", "text-open@0-1"],
    ["'it''s", "'it's'", "text-open@0-1"],
    ['"abc"', "'abc'", "double-quotes@0-5"],
    ["not $a = 3 and $b", "(and (not (= $a 3)) $b)", "not-parentheses@0-3"],
    ["6 / 3", "(div 6 3)", "slash-is-path@2-3"],
    ["$a / $b", "(div $a $b)", "slash-is-path@3-4"],
    ["#", "?", "unexpected-text@0-1"],
    ["## 😀 + 1", "(+ ? 1)", "unexpected-text@0-1"],
    ["f(1)/Name", "(f 1)", "unexpected-text@4-9"],
  ])("%s", (text, expected, problem) => {
    const { ast, problems } = parse(text);
    expect(outline(ast)).toBe(expected);
    expect(problems.map(({ code, from, to }) => `${code}@${from}-${to}`)).toEqual([problem]);
  });
});

describe("fixes do what they say", () => {
  test.each([
    ["not $a", "not($a)"],
    ['"it\'s"', "'it''s'"],
    ["6/ 3", "6 div  3"],
    ["1)", "1"],
    ["if $a then 1", "if $a then 1 else "],
    ["'abc", "'abc'"],
  ])("%s", (text, expected) => {
    const edits = parse(text).problems[0]?.fix?.edits ?? [];
    const fixed = edits
      .toReversed()
      .reduce((t, { from, to, insert }) => t.slice(0, from) + insert + t.slice(to), text);
    expect(fixed).toBe(expected);
  });
});

test("ranges include the parentheses around a node", () => {
  const { ast } = parse(" ( 1 + 2 ) * 3 ");
  expect(ast).toMatchObject({ kind: "binary", from: 1, to: 14, left: { from: 1, to: 10, parentheses: 1 } });
});

test("skipped operands are kept as trees of their own", () => {
  expect(parse("1 $o/Name + 2").extra.map(outline)).toEqual(["$o/Name"]);
});

describe("limits are problems, and what is deep or long is read in one pass", () => {
  const deep = 10_000;
  test.each([
    ["parentheses", "(".repeat(deep)],
    ["closed parentheses", "(".repeat(deep) + ")".repeat(deep)],
    ["calls", "f(".repeat(deep)],
    ["ifs", "if ".repeat(deep)],
    ["minus signs", "-".repeat(deep)],
  ])("%s", (_name, text) => {
    expect(parse(text).problems.map(({ code }) => code)).toContain("limit-nesting");
  });

  test("text", () => {
    const text = "1".repeat(expressionLimits.textLength + 1);
    expect(parse(text).problems.map(({ code }) => code)).toEqual(["limit-text"]);
  });

  test("arguments", () => {
    const text = `f(${"1,".repeat(expressionLimits.callArguments)}1)`;
    expect(parse(text).problems.map(({ code }) => code)).toEqual(["limit-arguments"]);
  });

  test("35 levels and long chains are none", () => {
    expect(parse(`${"(".repeat(35)}1${")".repeat(35)}`).problems).toEqual([]);
    expect(parse(`1${" + 1".repeat(100_000)}`).problems).toEqual([]);
    expect(parse(`${"if $a then 1 else ".repeat(300)}2`).problems).toEqual([]);
  });

  test("junk of any length gives few problems", () => {
    for (const junk of ["#", ")", "then ", "1 ", "] ", "/a", "/", ", "]) {
      expect(parse(junk.repeat(deep)).problems.length).toBeLessThanOrEqual(expressionLimits.problems);
    }
  });
});
