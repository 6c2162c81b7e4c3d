/**
 * Throws unless a rival kept what the flow keeps: a faster wrong answer is no measure. The ends and the number are
 * looked at, which costs nothing beside the flow itself.
 *
 * @param {readonly { Amount: unknown, Label: unknown }[] | undefined} lines
 * @param {readonly { Quantity: unknown, Name: unknown }[]} orders
 */
export function judgeLines(lines, orders) {
  const kept = orders.filter(({ Quantity }) => Number(Quantity) * 3 + 7 > 150);
  const isRight = [0, kept.length - 1].every((at) => {
    const [line, order] = [lines?.[at], kept[at]];
    return line?.Amount === Number(order?.Quantity) * 3 + 7 && line?.Label === `Order ${order?.Name}`;
  });
  if (lines?.length !== kept.length || !isRight)
    throw new Error(`wrong lines: ${lines?.length} of ${kept.length}`);
}
