/** A way in which texts speak to the assistant that reads them, behind the back of whoever uses it. */
export interface Pattern {
  /** What a text with it does: `asks an assistant to …`. */
  readonly does: string;
  /** For text in lower case, in NFKC, without invisible characters and with straight quotes; with the flag `g`. */
  readonly form: RegExp;
}

const ASIDE = 'tells an assistant to set its instructions aside';
const ROLE = 'gives an assistant another role';
const SECRET = 'asks an assistant to keep something from the person who uses it';
const REVEAL = 'asks an assistant for its own instructions';
const TOOL = 'tells an assistant to use a tool';
const SENDING = 'asks to send something to an address on the internet';
const MAILING = 'asks to send what is written to a mail address';
const STEERING = 'tells assistants what to do from then on, or whenever they read this';
const MARKER = 'holds a mark with which conversations of assistants are written down';
const HIDDEN = 'hides text from people who see the page, but not from an assistant';

/** Every gap is bounded, so that a text costs time in proportion to its length. */
export const PATTERNS: readonly Pattern[] = [
  {
    does: ASIDE,
    form: /\b(?:ignore|disregard|forget|override|bypass|do not follow|don't follow|stop following)\s{1,3}(?:(?:all|any|every|everything|of|the|your|my|these|those|other|in)\s{1,3}){0,5}(?:previous|prior|above|earlier|preceding|existing|original|foregoing|former|system)\s{1,3}(?:\w{1,20}\s{1,3}){0,2}?(?:instruction|prompt|rule|direction|guideline|message|command|order|context|polic)/g,
  },
  {
    does: ASIDE,
    form: /\b(?:ignore|disregard|forget|override)\s{1,3}(?:(?:all|any|of)\s{1,3}){0,2}(?:your\s{1,3}(?:instructions|rules|guidelines|programming|training|restrictions)|everything\s{1,3}(?:above|before|you (?:were|have been|know))|all (?:of )?the above)/g,
  },
  {
    does: ASIDE,
    form: /\b(?:your new instructions are|new system instructions?|these instructions (?:override|replace|supersede))\b/g,
  },
  {
    does: ASIDE,
    form: /\b(?:ignorier\w{0,3}|vergiss|vergessen sie|missachte\w{0,2})\s{1,3}(?:(?:bitte|alle|all|die|sämtliche|deine|ihre|jegliche)\s{1,3}){0,4}(?:vorherigen|vorigen|bisherigen|obigen|früheren|vorangegangenen|ursprünglichen)\s{1,3}(?:anweisung|instruktion|befehl|regel|vorgabe|prompt|nachricht)/g,
  },
  {
    does: ASIDE,
    form: /\b(?:ignore[zr]?|oublie[zr]?)\s{1,3}(?:(?:toutes?|tous|les|tes|vos|ces)\s{1,3}){0,3}(?:instructions|consignes|règles|directives)\s{1,3}(?:précédentes|antérieures|ci-dessus|initiales)/g,
  },
  {
    does: ASIDE,
    form: /(?:\bignor[ae]n?|\bolvid[ae]n?|\besque[cç]a|\bdesconsidere)\s{1,3}(?:(?:todas?|todos|as|os|las|los|tus|sus|suas)\s{1,3}){0,3}(?:instrucciones|reglas|indicaciones|órdenes|instruções|regras|ordens)\s{1,3}(?:anteriores|previas|prévias|de arriba|acima)/g,
  },
  {
    does: ASIDE,
    form: /\b(?:ignora|dimentica)(?:te|re)?\s{1,3}(?:(?:tutte|tutti|le|i|gli|tue)\s{1,3}){0,3}(?:istruzioni|regole|indicazioni)\s{1,3}(?:precedenti|sopra|di cui sopra)/g,
  },
  {
    does: ASIDE,
    form: /\bnegeer\s{1,3}(?:(?:alle|de|je|jouw)\s{1,3}){0,3}(?:vorige|eerdere|bovenstaande|voorgaande)\s{1,3}(?:instructies|opdrachten|regels)/g,
  },
  {
    does: ASIDE,
    form: /(?:игнорируй|игнорируйте|забудь|забудьте)\s{1,3}(?:(?:все|свои)\s{1,3}){0,2}(?:предыдущие|прежние|вышеуказанные)\s{1,3}(?:инструкции|указания|правила|команды)/g,
  },
  { does: ASIDE, form: /(?:忽略|无视|無視|忘记|忘記)[^。\n]{0,8}(?:指令|指示|提示|规则|規則|说明|說明)/g },
  {
    does: ASIDE,
    form: /(?:以前|これまで|上記|前|すべて|全て)の[^。\n]{0,8}(?:指示|命令|プロンプト|ルール)[^。\n]{0,4}(?:無視|忘れ)/g,
  },
  {
    does: ROLE,
    form: /\b(?:you are now|from now on,? you (?:are|will act)|you are no longer)\s{1,3}(?!ready|able|set|done|on a)\w/g,
  },
  {
    does: ROLE,
    form: /\b(?:enable|enter|in|switch to) developer mode\b|\bjailbr(?:eak|oken)\b|\bact as (?:dan|an unrestricted)\b/g,
  },
  {
    does: ROLE,
    form: /\b(?:du bist (?:jetzt|ab jetzt|nun)|tu es (?:maintenant|désormais)|vous êtes désormais|ahora eres|a partir de ahora eres|agora você é|ora sei un)\b/g,
  },
  { does: ROLE, form: /\bsystem[ -]?prompts?\b/g },
  {
    does: SECRET,
    form: /\b(?:do not|don't|never|without)\s{1,3}(?:ever\s{1,3})?(?:tell|telling|inform|informing|notify|notifying|alert|alerting|warn|warning|mention\w{0,3}[^.\n]{0,30} to|show\w{0,3}[^.\n]{0,30} to|reveal\w{0,3}[^.\n]{0,30} to)\s{1,3}(?:the user|the human|the person you)\b/g,
  },
  {
    does: SECRET,
    form: /\b(?:hide|conceal|keep)\s{1,3}(?:this|it|that|these)\b[^.\n]{0,40}\bfrom the (?:user|human)\b|\bdo(?: not|n't) let the user (?:know|see|notice)\b/g,
  },
  {
    does: SECRET,
    form: /\b(?:sag|sage|verrate|erzähle)\s{1,3}(?:es\s{1,3})?dem (?:nutzer|benutzer|anwender)\s{1,3}(?:nichts|nicht)|\bne (?:dis|dites|révèle)\w{0,2} (?:rien|pas)[^.\n]{0,20} à l'utilisateur|\bno (?:le )?(?:digas|diga|informes|menciones)[^.\n]{0,20} al usuario/g,
  },
  {
    does: SECRET,
    form: /\b(?:do not|don't|never)\s{1,3}(?:ever\s{1,3})?(?:mention|disclose|talk about)\s{1,3}(?:this|these)(?:\s{1,3}(?:instruction|rule|step|line|note|paragraph|section|prompt|text|file|document)s?\b|\s{1,3}to (?:anyone|anybody|the user|them)\b|\s{0,3}(?:[.,;:!)]|$))/gm,
  },
  {
    does: STEERING,
    form: /\b(?:assistants?|ais?|llms?|language models?|chatbots?|copilots?|agents?)\s{1,3}(?:(?:that|who|which)\s{1,3})?(?:reads?|reading|sees?|seeing|process(?:es|ing)?|loads?|loading)\s{1,3}(?:this|these)\b|\bfrom now on\b(?!,? we\b)[^\n]{0,100}\b(?:recommend|suggest|promote|endorse|praise)/g,
  },
  {
    does: REVEAL,
    form: /\b(?:reveal|print|output|repeat|show|display|leak|disclose|dump)\s{1,3}(?:(?:me|us|all|of|back|out)\s{1,3}){0,3}your\s{1,3}(?:(?:system|initial|hidden|original|full|exact|secret|own|entire)\s{1,3}){0,3}(?:instructions|prompt|rules|guidelines|configuration)\b/g,
  },
  {
    does: TOOL,
    form: /\b(?:call|invoke|execute)\s{1,3}the\s{1,3}["'`]?[\w-]{2,40}["'`]?\s{1,3}(?:tool|function)\b|\b(?:use|run)\s{1,3}the\s{1,3}(?:tool\s{1,3})?["'`]\w{2,40}["'`]\s{0,3}(?:tool|function)?/g,
  },
  {
    does: TOOL,
    form: /\b(?:call|invoke|use|run|execute)\s{1,3}(?:the\s{1,3})?["'`]?[a-z]{2,20}_[a-z_]{2,30}\b["'`]?/g,
  },
  {
    does: SENDING,
    form: /\b(?:send|post|forward|upload|transmit|submit|exfiltrate|leak)\b[^\n]{0,80}\b(?:to|at)\b[^\n]{0,20}https?:\/\/|\b(?:curl|wget)\b[^\n]{0,40}https?:\/\//g,
  },
  {
    does: MAILING,
    form: /\b(?:bcc|(?:cc|forward|send|copy|e-?mail|mail)\s{1,3}(?:\w{1,20}\s{1,3}){0,3}?(?:every|everything|all|each|any|copies|a copy))\b[^\n]{0,80}[\w.+-]@[\w-]{1,60}\.[a-z]{2}/g,
  },
  {
    does: SENDING,
    form: /!\[[^\]\n]{0,200}\]\(\s{0,3}<?https?:\/\/[^\s)>]{1,500}\?[^\s)>]|<img\b[^>\n]{0,200}\bsrc\s{0,2}=\s{0,2}["']?https?:\/\/[^"'\s>]{1,500}\?/g,
  },
  {
    does: MARKER,
    form: /<\|[a-z_]{2,30}\|>|\[\/?inst\]|<<\/?sys>>|<\/?(?:system|assistant|system-reminder|tool_call|tool_result|function_calls?|function_results?)(?:\s[^>\n]{0,80})?>/g,
  },
  {
    does: HIDDEN,
    form: /style\s{0,2}=\s{0,2}["'][^"'\n]{0,200}(?:display\s{0,2}:\s{0,2}none|visibility\s{0,2}:\s{0,2}hidden|font-size\s{0,2}:\s{0,2}0|opacity\s{0,2}:\s{0,2}0(?![.\d]))/g,
  },
];

/** The same, but only where the text is not code. */
export const PATTERNS_OUTSIDE_CODE: readonly Pattern[] = [
  { does: MARKER, form: /^[ \t]{0,3}(?:\*\*|#{1,6} )?(?:system|assistant|human)(?:\*\*)?\s?:/gm },
  // the remarks with which tools of editors are steered, and those that say nothing
  {
    does: HIDDEN,
    form: /<!--(?!\s{0,9}(?:prettier|markdownlint|more\b|toc\b|\/toc|omit|eslint|-->))[\s\S]{1,4000}?-->|^\[\/\/\]: # [("'].{3}/gm,
  },
];
