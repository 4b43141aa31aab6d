/** `chosen` are the prompts to choose from, blank when there are none; `how_chosen` is a sentence that says how. */
export const START_HERE = `---
kind: prompt
title: Start here
description: For a first try, or when you do not know what to ask. Say what you work on, and get three of the team's prompts for it, the first one filled in.
arguments:
  - name: work
    description: What are you working on this week? A sentence is enough.
---
The user is new to the team's library, or has not found their way into it yet. Bring them to a first result they can use within five minutes. Do not explain what a library, a server or a protocol is.

{{#if work}}
They work on this:

{{ work }}
{{else}}
Ask them first, in one short question, what they are working on this week, and wait for the answer.
{{/if}}

{{#if chosen}}
{{ how_chosen }}

{{ chosen }}

Then do this:

1. Offer exactly three of these prompts (fewer only if there are fewer), those that suit their work best. One line for each: what they would have in hand afterwards, in their words. Where it says that colleagues use one, say so, as a number.
2. Fill in the first one for them. Take every field from what they have told you, choose among the choices that a field has, and leave out what is optional and unknown. Show the fields as you would fill them in. Ask only for required fields that you cannot know, all in one question.
3. When they agree, run it with the tool use_prompt, and do the work that it asks for.
{{else}}
The library has no prompts yet. Say so, offer to help with their work all the same, and look up with the tool build_brief what the library says about it.
{{/if}}

At the end, in one sentence: when something works well, "Share how I did this" and "AI win" pass it on to colleagues.
`;
