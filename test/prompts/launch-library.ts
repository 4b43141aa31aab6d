import { libraryOf } from '../library-of.ts';

const LAUNCH_EMAIL = `---
title: Launch email
description: A launch email in our voice.
arguments:
  - name: campaign
    description: What are we announcing?
    required: true
  - name: persona
    description: Who reads it
    from: persona
  - name: tone
    options: [warm, plain, urgent]
    default: warm
context:
  - context/brand/voice.md
  - context/messaging/pillars.md#proof-points
---
Write a launch email about {{ campaign }} for {{ persona }}.
Keep the tone {{ tone }}.
{{#if persona}}
Open with what worries {{ persona }} most.
{{/if}}
Greet with {{ FirstName }}. Today is {{ today }}.

{{> prompts/parts/checklist.md }}
`;

/** A small library around one prompt; `files` are added or replace. */
export function launchLibrary(files: Readonly<Record<string, string>> = {}) {
  return libraryOf({
    'prompts/launch-email.md': LAUNCH_EMAIL,
    'prompts/parts/checklist.md': '\n- Is {{ campaign }} in the first line?\n- One call to action\n\n',
    'context/brand/voice.md': '# Voice\nWe are warm.\n',
    'context/messaging/pillars.md':
      '# Pillars\nThree.\n\n## Proof points\nFigures.\n\n### Sources\nA survey.\n\n## Tagline\nWords.\n',
    'context/personas/maya.md':
      '---\ntitle: Maya the manager\nrole: HR lead\naliases: [HR lead]\n---\nShe has no time.\n',
    'context/personas/omar.md': '---\ntitle: Omar the owner\n---\nHe counts.\n',
    'context/personas/max.md': '---\ntitle: Max\nstatus: deprecated\n---\nOld.\n',
    'context/personas/sue.md': '---\ntitle: Sue\nstatus: draft\n---\nNew.\n',
    'inbox/persona-ines.md': '---\ntitle: Ines\nkind: persona\n---\nWaits.\n',
    ...files,
  });
}
