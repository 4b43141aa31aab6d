import type { Json } from '../../library/document.ts';
import { readYaml } from '../../library/text/front-matter.ts';
import { BRACES, cutAt, named } from '../engines/plain-placeholders.ts';
import type { PromptSource, Reading, Speaker, Turn, Variable } from '../foreign-prompt.ts';
import { remarkOnFields } from '../left-out.ts';
import { isList, isMap, nameOfFile, readable, textOf } from '../values.ts';

function speakerOf(role: string): Speaker {
  switch (role.toLowerCase()) {
    case 'system':
    case 'developer':
      return 'system';
    case 'assistant':
      return 'assistant';
    default:
      return 'user';
  }
}

function turnOf(message: Json): { turn: Turn; variables: readonly Variable[] } | undefined {
  if (!isMap(message)) return undefined;
  const { pieces, variables } = cutAt(textOf(message['content']), BRACES, named);
  return { turn: { speaker: speakerOf(textOf(message['role'])), pieces }, variables };
}

/** A `.prompt.yml` file of GitHub: messages as YAML. */
export function readChatYaml({ path, text }: PromptSource): readonly Reading[] {
  const { value, diagnostics } = readYaml(text, path);
  if (!isMap(value)) {
    const [first] = diagnostics;
    const where = first === undefined ? '' : ` Line ${first.line}: ${first.message}`;
    return [{ type: 'none', reason: `It is not a list of named fields that can be read.${where}` }];
  }
  const { messages } = value;
  const said = isList(messages) ? messages.flatMap((message) => turnOf(message) ?? []) : [];
  const prompt = {
    title: readable(textOf(value['name']) || nameOfFile(path)),
    description: textOf(value['description']),
    variables: said.flatMap(({ variables }) => variables),
    turns: said.map(({ turn }) => turn),
    remarks: remarkOnFields(value, ['name', 'description', 'messages']),
  };
  return [{ type: 'prompt', prompt }];
}
