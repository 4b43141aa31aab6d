/**
 * The caller asks for what cannot be had. The message is for whoever asked, a model or a person, and says what can be had.
 * A tool answers it as an error result, a prompt or resource as InvalidParams, a command as its message and exit code 2.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  /** What can be had instead, nearest first: ids, names, choices. */
  readonly choices: readonly string[];

  constructor(message: string, choices: readonly string[] = []) {
    super(message);
    this.choices = choices;
  }
}
