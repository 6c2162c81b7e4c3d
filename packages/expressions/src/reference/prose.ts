/** The parts of the reference page that no table holds. */
export const prose = {
  introduction: `# Expressions

An expression is the small formula that a decision, a variable, an attribute or an argument is filled with. It reads variables, attributes and
constants, changes nothing, and always has one type, which is known before it runs.

This page is made from the tables that run the language (\`packages/expressions\`): \`pnpm exec vitest run packages/expressions/src/reference
--update\` writes it anew, and a test fails when it is stale. Every example is run by a test.`,

  values: `## Values and names

| written | is |
| --- | --- |
| \`'text'\`, \`'it''s'\` | a String; a quote inside is written twice |
| \`42\` | an Integer, 64 bits. Integer and Long are one type in expressions |
| \`3.14\`, \`.8\`, \`60.\` | a Decimal |
| \`true\`, \`false\` | a Boolean |
| \`empty\` | no value, for any type |
| \`Module.Enumeration.Value\` | an enumeration value |
| \`@Module.Constant\` | a constant, in the active configuration |
| \`[%CurrentDateTime%]\` | a token, see below |
| \`$Order\` | a variable; \`$currentUser\`, \`$currentObject\`, \`$currentIndex\`, \`$latestError\` ... are there where they mean something |
| \`$Order/Total\` | an attribute |
| \`$Order/Sales.Order_Customer/Name\` | an attribute over an association that leads to one object; the entity may stand behind the association: \`$Order/Sales.Order_Customer/Sales.Customer/Name\` |
| \`if condition then a else b\` | one of two values; both branches have the same type, and \`else\` is needed |

Blanks and line ends mean nothing. There are no comments. Text stands in single quotes only.`,

  operators: `\`-\` before a number changes its sign and binds tightest; there is no \`+\` before a number. \`not(...)\` is a function. Comparisons do not follow
each other: write \`1 < $x and $x < 3\`. A \`/\` only leads from an object to its attributes: divide with \`:\` or \`div\`.

An Integer may stand wherever a Decimal is expected; nothing else is converted by itself. Two objects are equal when they are the same one. A
list can only be compared with \`empty\`.`,

  empty: `## Empty

| expression | result |
| --- | --- |
| \`x = empty\` | true when x is empty, or a list without members; \`!=\` is its opposite |
| \`$Order/Total = empty\` | true also when \`$Order\` is empty; the same along a path |
| any other path over an empty object | fails with \`empty-object\` |
| \`<\`, \`<=\`, \`>\`, \`>=\`, \`+\`, \`-\`, \`*\`, \`:\`, \`div\`, \`mod\` of numbers or dates with an empty side | fails with \`empty-operand\` |
| \`and\`, \`or\`, \`not\`, the condition of \`if\` with an empty Boolean | fails with \`empty-operand\`, unless the left side decides |
| \`=\`, \`!=\` | two empty values are equal; an empty one equals no other. An empty String is not \`''\` |
| joining text with \`+\` | an empty value adds nothing: \`'a' + empty text\` is \`'a'\` |
| a function where it wants a String | empty counts as \`''\`: \`trim\`, \`length\`, \`contains\` ... |
| \`toString\`, \`getKey\`, \`getCaption\` of empty | \`''\` |
| any other function | fails with \`empty-operand\` |

Where a number or date can be empty and nothing before excludes it, the check warns; \`$x != empty and $x > 3\`, \`$x = empty or $x > 3\` and
\`if $x != empty then ... else ...\` exclude it.`,

  numbers: `## Numbers

Integers have 64 bits; a result outside them is an error. Decimals are exact for \`+\`, \`-\`, \`*\` and \`mod\`, however many digits they need. A quotient,
a root or a fractional power has 34 significant digits (a quotient or root: as many as its longest operand, where that has more), rounded as the project's rounding mode says; it is exact when it ends
before. \`mod\` has the sign of its left side. \`:\` and \`div\` always give a Decimal. Nothing is ever a binary floating-point number. A Decimal is written without zeros at its end.`,

  dates: `## Dates

A date is an instant with milliseconds. The time zone, locale and first day of the week are those of the user; functions that end in \`UTC\` use UTC.
Days, weeks, months, quarters and years keep the time of day across a change of the clock; hours and less are stretches of time. A wall time
that a change of the clock skips moves forward by the gap; of one that exists twice the first is meant. The end of a day, week, month or year is
its last millisecond.

Patterns are those of Java's \`SimpleDateFormat\`: \`G\` era, \`y\` year, \`Y\` week year, \`M\` and \`L\` month (\`MMM\` short, \`MMMM\` long name), \`w\` week of the year, \`W\` week of
the month, \`D\` day of the year, \`d\` day, \`F\` how many times the weekday has occurred in the month, \`E\` weekday, \`u\` its number from Monday, \`a\` half of the day,
\`H\` hour 0-23, \`k\` 1-24, \`K\` 0-11, \`h\` 1-12, \`m\` minute, \`s\` second, \`S\` millisecond, \`z\` name of the time zone, \`Z\` \`+0100\`, \`X\` \`+01\`, \`XX\` \`+0100\`, \`XXX\` \`+01:00\`. Text in
patterns stands in single quotes, which an expression doubles: \`'yyyy-MM-dd''T''HH:mm'\`. The first week of a year has four days of it where
weeks start on Monday, else one.

Formats of numbers are those of Java's \`DecimalFormat\`: \`0\` a digit, \`#\` a digit that may be left out, \`.\` the point, \`,\` groups, \`%\` and \`‰\`, \`E0\` an exponent, \`;\`
before the form of negative numbers. Names, digits and signs of all locales are those of the platform's Unicode data.`,

  patterns: `## Regular expressions

Patterns have Java's syntax and are matched in linear time, so no pattern and no text makes a run hang. What that excludes is refused with a
sentence: references to groups (\`\\1\`, \`\\k<name>\`), looking ahead or behind (\`(?=\`, \`(?!\`, \`(?<=\`, \`(?<!\`), possessive and atomic parts (\`*+\`, \`(?>\`), intersections
(\`[a-z&&[^b]]\`), \`\\G\`, \`\\Z\`, \`\\X\`, and the flags \`x\`, \`d\` and \`U\`. \`$\` matches at the very end only. The replacement of \`replaceAll\` and \`replaceFirst\` stands as it is written.`,
};
