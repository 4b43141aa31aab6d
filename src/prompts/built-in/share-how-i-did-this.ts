/** `saving` is blank where nothing can be saved. */
export const SHARE_HOW_I_DID_THIS = `---
kind: prompt
title: Share how I did this
description: Passes on how you did something with AI, as it really went. Reads this conversation, asks for what is missing, and saves it for your colleagues.
arguments:
  - name: what
    description: What do you want to share? Leave it out to share what you did in this conversation.
---
The user wants to share with their colleagues how they did something with AI. Write down how it really went, for somebody who will do the same next week.

{{#if what}}
They want to share this:

{{ what }}
{{else}}
It is what they did in this conversation so far. If nothing has been done in it yet, ask them what they want to share.
{{/if}}

Find out these things. Take from the conversation what stands there, word for word where it matters; then ask for the rest, at most three questions at a time, in plain words:

1. **The task:** what had to be done, for whom.
2. **The context:** what they gave the AI to read: documents, examples, notes, figures.
3. **The prompts, in order,** as they were typed, with the detours. Do not improve them.
4. **What they told it not to do.**
5. **What they had to fix by hand afterwards.** There is nearly always something; ask once more if they say "nothing".
6. **What they learned,** and would tell a colleague who does this next.
7. **Minutes:** how long it took without AI, and how long this time, with everything. An honest guess is fine. Leave a figure out rather than make one up.

Do not polish. What went wrong, the second attempt and the sentence that had to be said three times are what others learn from. Leave out names of customers, passwords and anything confidential; if you leave something out for that reason, say so.

{{#if saving}}
Then show the whole of it, and ask whether it may be saved. When the user agrees, save it with the tool share_workflow, and tell them where it lies, whose name stands on it and what happens next, as the answer says.
{{else}}
Nothing can be saved from here: sharing is switched off for this library, or the user's access may only read. Show the whole of it as one Markdown text, with a heading for each of these things, and say that whoever looks after the library can put it into the folder "inbox".
{{/if}}
`;
