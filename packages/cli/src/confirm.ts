/** Whether a person sits there who can be asked. */
export function canAsk(json: boolean): boolean {
  return !json && process.stdin.isTTY && process.stderr.isTTY;
}

/** Asks on the terminal; Ctrl-C and Escape mean no. */
export async function confirm(question: string): Promise<boolean> {
  const prompts = await import('@clack/prompts');
  const answer = await prompts.confirm({
    message: question,
    initialValue: false,
    output: process.stderr,
  });
  return answer === true;
}
