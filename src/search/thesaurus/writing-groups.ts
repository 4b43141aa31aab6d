/** Words of writing, design and brand that people use for the same thing: a group a line, the usual word of documents first. */
export const WRITING_GROUPS = `
write, author, compose, draft, pen
writer, author, copywriter, wordsmith
writer, contributor, author
draft, first version, rough version, rough copy
draft, unfinished text, work in progress
rewrite, rephrase, reword, paraphrase, recast
rewrite, rewrote, rewritten
edit, revise, rework, amend, modify
edit, change, alter, correct
editor, copyeditor, subeditor, reviser
copyedit, copy editing, line edit, sub-edit
proofread, check for mistakes, check for typos, final check
proofreader, second reader, checker
typo, typing error, misspelling, spelling mistake, slip
typo, typographical error, misprint
mistake, error, slip, blunder, flaw
spell, orthography
spell, spelt
spellcheck, spell checker, spelling check, autocorrect
review, feedback, critique, comment
review, look over, read through, check
peer review, second reader, colleague check
sign off, approve, green light, okay
revision, change, edit, amendment, correction
version, edition, revision, release
text, copy, wording, content
wording, phrasing, formulation, choice of words
wording, language, diction, word choice, vocabulary
terminology, word list, glossary, termbase
glossary, word list, dictionary, lexicon, list of terms
thesaurus, synonym dictionary
definition, meaning, explanation
define, explain, spell out
synonym, alternative word
antonym, opposite word
preferred term, approved word, correct term, right word
banned word, forbidden word, word to avoid, do not use
avoid, steer clear, do not use, don't use
use, usage, utilize
style guide, manual of style, writing guide, stylebook, house style, style manual
style guide, content guidelines, editorial guidelines, writing guidelines
guideline, rule, standard, recommendation
consistency, uniformity, sameness, coherence
clear, understandable, easy to understand, comprehensible, intelligible
clarify, make clear, clear up, explain
unclear, confusing, ambiguous, vague
ambiguous, double meaning, unclear, open to interpretation
vague, woolly, fuzzy, imprecise
brevity, conciseness, shortness, terseness
cut, trim, shorten, condense, tighten
shorten, abridge, condense, make shorter
lengthen, make longer, expand
length, how long, word count, character count
word count, number of words, word limit
character limit, character count, maximum length, number of characters
redundant, unnecessary, superfluous, needless
redundancy, repetition, duplication, tautology
filler word, padding, fluff, waffle
simple, simplicity, simplify, simplification
simple, plain, easy, straightforward
simplify, make simpler, make easier
complex, complicated, difficult, convoluted
plain language, plain english, simple words, easy language, everyday language
easy read, easy to read, simplified language
jargon, buzzword, lingo, technical language, insider language
jargon, technical term, specialist term, shop talk
buzzword, corporate speak, business speak, marketing speak
corporate speak, officialese, legalese, bureaucratic language, gobbledygook
slang, colloquialism, informal language, street language
colloquial, conversational, informal, chatty
cliche, overused phrase, hackneyed phrase, stock phrase
idiom, figure of speech, saying, expression
metaphor, figurative language, figure of speech, analogy
analogy, comparison, simile
pun, wordplay, play on words
humor, joke, funny, wit, comedy
humorous, funny, witty, amusing
sarcasm, irony, snark
swear word, profanity, curse, foul language, bad language
swear, swore, sworn
exaggeration, hyperbole, hype
tone, tone of voice, manner, register
tone of voice, voice and tone, brand voice, how we sound, how we speak
brand voice, brand language, verbal identity, how we write
brand voice, brand personality, brand character
formal, official, businesslike
informal, casual, relaxed, conversational, laid-back
friendly, warm, approachable, welcoming, kind
confident, self-assured, bold, assertive
arrogant, bossy, condescending, patronizing, talking down
empathy, compassion, understanding, sympathy
empathy, empathetic, empathic
polite, courteous, civil, respectful
rude, impolite, offensive
honest, truthful, sincere, frank, candid
honesty, truthfulness, candor, sincerity
direct, straightforward, blunt, to the point
playful, fun, lighthearted, cheeky
optimistic, upbeat, positive
negative, negation
apology, sorry, say sorry, regret
thank, thank you, gratitude
please, polite request
mood, tone, emotion, feeling
grammar, syntax, sentence structure, language rules
grammar, grammatical
sentence length, long sentence, short sentence, words per sentence
sentence fragment, incomplete sentence, partial sentence
run-on sentence, comma splice, endless sentence
paragraph, block of text, passage, section
wall of text, long paragraph, dense text
dependent clause, subordinate clause
relative clause, which clause, that clause
proper noun, proper name, name
common noun, generic noun
noun string, noun stack, noun cluster, string of nouns
nominalization, noun form, hidden verb
collective noun, group noun
verb, action word, doing word
phrasal verb, two-word verb
auxiliary verb, helping verb, modal verb
must, need to, required, should
infinitive, to form, base form
split infinitive, adverb in infinitive
gerund, ing form, verbal noun
participle, ing form, ed form
dangling modifier, dangling participle, misplaced modifier
adjective, describing word, descriptor
compound adjective, compound modifier, hyphenated adjective
second person, address the reader
singular they, gender-neutral pronoun, they as singular
ending with preposition, sentence-final preposition, terminal preposition
conjunction, linking word, connector
transition, linking word, connecting word, bridge
start with and, start with but, begin with conjunction
active voice, active form, active sentence
passive voice, passive form, passive sentence, passive construction
present tense, now form
past tense, preterite, past form
future tense, going to
imperative, command form, order, instruction
subjunctive, if i were, mood of verb
conditional, if clause, if sentence
subject-verb agreement, agreement, subject and verb
plural, plural form, more than one, several
contraction, can't, don't, short form
contraction, shortened form, apostrophe form
double negative, two negatives
parallel structure, parallelism, same structure, same form
fewer, less
therefore, thus, hence, consequently
before, prior to, ahead of
after, following, subsequent to
about, approximately, around, roughly, some
about, regarding, concerning, with respect to
help, assist, aid, facilitate
get, got, gotten
show, display, demonstrate, present
e.g., for example, for instance
i.e., in other words, namely
etc., et cetera, and so forth
latin, latin phrase, foreign phrase
vs., versus
period, full stop, dot, point
comma, comma placement, comma rule
serial comma, oxford comma, series comma, comma before and
question mark, interrogation mark
exclamation point, exclamation mark, bang
possessive, genitive, apostrophe s, ownership
quotation mark, quote, inverted comma, speech mark
double quote, quotation mark, double quotation mark
single quote, single quotation mark, inverted comma
curly quote, smart quote, typographic quote, typographer's quote
straight quote, dumb quote, typewriter quote
guillemet, angle quote, french quote
scare quote, air quote, quotes for irony
hyphenate, one word, two words
hyphenation, word break, word division, splitting words
compound word, compound, closed compound
open compound, two words, separate words
suffix, word ending
em dash, long dash, long hyphen
en dash, short dash, range dash
bracket, parenthesis, round bracket
parenthesis, parentheses, parenthetical
square bracket, bracket
curly bracket, brace, curly brace
angle bracket, chevron, less-than sign
ellipsis, three dots, dot dot dot, suspension points
slash, forward slash, solidus, stroke, oblique
and/or, slash, either or
backslash, reverse slash
ampersand, and sign
asterisk, star
at sign, at symbol
hash, pound sign, number sign, hashtag
bullet, bullet point, dot
underscore, underline character
pipe, vertical bar, vertical line
tilde, wavy line, squiggle
diacritic, accent, accent mark, umlaut
special character, symbol, sign
symbol, sign, character, glyph
minus sign, negative sign
percent, percentage, per cent, percent sign
copyright symbol, copyright sign, c in circle
registered trademark symbol, r in circle, registered sign
trademark symbol, tm, tm sign
space, blank, whitespace, gap
double space, two spaces
nonbreaking space, non-breaking space, hard space, fixed space
line break, new line, carriage return
page break, new page
capital, capital letter, uppercase, upper case, cap
capitalization, casing, letter case, upper lower case
lowercase, small letter, lower case, minuscule
all caps, all capitals, block letters, shouting, full caps
small caps, small capitals
sentence case, sentence-style capitalization
title case, headline case, headline-style capitalization, every word capitalized
camel case, camelcase, mixed case, intercap
initial capital, first letter, initial letter, initial cap
abbreviation, short form, shortened word, abbrev
acronym, initialism, abbreviation, letters
spell out, write out, write in full, in words
initial, first letter
number, numeral, figure, digit
number, numeric
number word, spelled-out number, number in words, written number
large number, big number
cardinal number, counting number
decimal, decimal point, decimal place, decimal comma
decimal separator, decimal point, decimal comma
thousands separator, digit grouping, comma in numbers
round, round up, round off
math, mathematics, arithmetic, calculation
equation, formula, expression
statistic, figure, data, number
statistics, stats
currency symbol, dollar sign, euro sign
dollar, usd, buck
pound, gbp, sterling, quid
cent, penny, pence
price, cost, amount, fee
amount, sum, quantity
quantity, amount, how many, how much
measurement, unit of measure, unit, dimension
metric, metric system, si unit
imperial, feet and inches, us customary
dimension, size, width and height
size, dimension, format
weigh, weight
phone number, telephone number, mobile number
phone, telephone, cell phone, mobile, smartphone
area code, country code, dialing code
address, street address, postal address, mailing address
zip code, postal code, postcode
state abbreviation, state name, two-letter state code
country name, name of country, nation
date format, day month year, writing dates, date style
january, jan
february, feb
year, yearly, annual
month, monthly
week, weekly
day, daily
biweekly, every two weeks, fortnightly, twice a week
bimonthly, every two months, twice a month
quarter, three months, quarterly
fiscal year, financial year, tax year
autumn, fall
time format, 12-hour clock, 24-hour clock, writing times
24-hour clock, military time, international time
noon, midday, 12 p.m.
midnight, 12 a.m.
o'clock, on the hour
hour, hr
minute, min
second, sec
time zone, timezone, local time, eastern time
utc, gmt, greenwich mean time
daylight saving time, summer time, clock change
duration, length of time, how long, time span
age, years old, how old
birthday, date of birth, birth date
holiday, public holiday, bank holiday
now, currently, at the moment, at this time
iso date, year month day, international date format
timestamp, date and time
typography, type, typesetting, font
typography, typographic
typeface, font, font family, lettering, type
font size, type size, text size, point size, how big
font weight, bold, light, thickness
bold, boldface, bold type, strong
italic, slanted, cursive
underline, underscore
strikethrough, crossed out, strike out
highlight, emphasize, stress, stand out, draw attention
monospace, fixed-width, code font, typewriter font
web font, webfont, hosted font
system font, default font, fallback font
display font, headline font, decorative font
script font, handwriting font, cursive
body text, body copy, running text, main text
body text, copy, prose, continuous text
line height, line spacing, leading, space between lines
letter spacing, tracking, space between letters
kerning, letter pair spacing, space between letters
line length, line width, measure, characters per line
alignment, text alignment, justify
left aligned, flush left, ragged right, left-justified
right aligned, flush right, right-justified
centered, in the middle
justified, justified text, full justification, block text
superscript, raised text, exponent
subscript, lowered text, below the line
ligature, joined letters
drop cap, initial letter, large first letter
text hierarchy, visual hierarchy, typographic scale, heading levels
type scale, font sizes, text sizes
alphabetical order, a to z, alphabetically
legible, readable, can be read
readability, reading ease, ease of reading, easily readable
readability score, reading level, flesch, reading grade
reading level, grade level, reading age, literacy level
layout, page layout, arrangement, composition
layout, lay out, laid out
grid, grid system, column grid, columns
gutter, space between columns, column gap
margin, border, edge, outer space
padding, inner space, inside spacing
white space, whitespace, negative space, empty space, breathing room
spacing, gap, distance
header, page header, top of page, masthead
footer, page footer, bottom of page
sidebar, side panel, side column, margin box
page number, pagination, folio
portrait, upright, vertical
landscape, horizontal, wide format
orientation, portrait or landscape
paper size, a4, letter size, page size
print, hard copy, on paper
border, frame, outline, edge
divider, separator, line, rule
rounded corner, corner radius, border radius
responsive, adaptive, works on mobile, screen sizes
breakpoint, screen width, screen size
heading, header, headline, title
headline, title, heading, hed
heading level, h1, h2, heading hierarchy
subheading, subtitle, section title, second-level heading
subtitle, subheading, tagline, deck
section, part, chapter
introduction, intro, lead-in, opening, beginning
lead, lede, opening paragraph, first paragraph
hook, attention grabber, opening line, first sentence
conclusion, summary, ending, closing, wrap-up
summary, abstract, overview, tldr, recap
summary, executive summary, management summary, key points
summarize, sum up, recap, boil down
key message, main point, takeaway, main idea, gist
takeaway, lesson, learning, key finding
inverted pyramid, most important first, main point first, bottom line first
front-load, put first, lead with
structure, organization, outline, arrangement
table of contents, contents, toc, list of chapters
index, keyword list, register
appendix, annex, attachment, addendum
foreword, preface, introduction
list, enumeration
bulleted list, bullet point, unordered list, unnumbered list
numbered list, ordered list, numbered steps
list item, bullet, entry, item
list introduction, lead-in sentence, introductory phrase
nested list, sublist, second-level list
step, instruction, procedure step, stage
procedure, instructions, how-to, step by step, steps
how-to, tutorial, guide, instructions, walkthrough
manual, handbook, guide, user guide
table, chart, grid, matrix
table, tabular
table header, column heading, header row
chart, graph, diagram, plot
diagram, schematic, flow chart, drawing
bar chart, bar graph, column chart
pie chart, circle chart, donut chart
infographic, information graphic, data visualization, visual
data visualization, chart, graph, dataviz
note, callout, remark, admonition
callout, info box, highlight box, note box
warning, caution, alert, danger
tip, hint, advice, suggestion
footnote, endnote, note, annotation
annotation, comment, note, remark
sidebar, aside, box
pull quote, pullquote, highlighted quote, callout quote
example, sample, illustration, instance
good example, best practice, correct example
bad example, don't, wrong example, counterexample
do's and don'ts, dos and don'ts, right and wrong
correct, right, proper, accurate
incorrect, wrong, false, improper
template, boilerplate, master, pattern
boilerplate, standard text, stock text, about us text
placeholder, dummy text, lorem ipsum, filler text
placeholder text, ghost text, prompt text, hint in field
block, module, component, building block
component, ui element, pattern, control
link, hyperlink, url, web link
link text, anchor text, linked words, link label
click here, read more, here, link text
descriptive link, meaningful link, clear link text
broken link, dead link, 404 link, link that fails
external link, outbound link, outgoing link
internal link, cross-link, own page link
cross-reference, see also, reference, link
new tab, new window, target blank
anchor, jump link, bookmark, in-page link
url, web address, internet address, link, domain
short link, short url, shortened link, bitly
redirect, forward, send on
slug, url ending, page address
domain, web address, domain name
website, site, web site, web page, homepage
home page, homepage, start page, front page, landing page
landing page, campaign page, target page
web page, page, webpage
internet, web, online, net
intranet, internal site, company portal
app, application, mobile app, program
login, log in, sign in, log on
log out, sign out, log off
set up, setup
back up, backup
check out, checkout
download, save to computer, get file
upload, add file, attach, put online
click, tap, press, select, hit
enter, type, key in, input, fill in
drag, drag and drop, move
swipe, slide, flick
scroll, move down
hover, mouse over, point at
right-click, context menu, secondary click
button, call to action, cta, action button
button label, button text, button copy, cta text
call to action, cta, action prompt, next step, ask
primary button, main button, main action
secondary button, alternative action
submit, send, send off
cancel, abort, stop, call off
delete, remove, erase, clear, get rid
continue, next, proceed
close, dismiss, exit, quit
confirmation message, success message, confirmation dialog
menu, navigation, nav, dropdown
breadcrumb, breadcrumb trail, navigation path
tab, tabbed panel
dropdown, drop-down menu, select box, pull-down, picklist
accordion, expandable section, collapsible section, show more
checkbox, tick box, check box
radio button, option button, single choice
toggle, switch, on-off switch
modal, dialog, popup, pop-up window, dialog box
dialog, dialogue
tooltip, hover text, hint, info bubble
banner, notice bar, notification bar
toast, snackbar, brief notification
notification, alert, push message, notice
badge, tag, label, chip
icon, pictogram, symbol, small picture
emoji, emoticon, smiley, smiley face
card, tile, panel
carousel, slider, slideshow, image rotator
search field, search box, search bar
search result, hit, result, match
filter, narrow down, refine
loading message, spinner, please wait, progress indicator
progress bar, progress indicator, status bar
empty state, no results, nothing here, blank screen
onboarding, first-time experience, getting started, welcome flow
interface, user interface, ui, screen
interface text, ui text, ui copy, microcopy, ux writing
microcopy, ux copy, small text, interface text
ux writing, ux writer, interface writing, product writing
usability, user friendly, easy to use, ease of use
error, fault, failure, problem, bug
error message, error text, failure message, something went wrong
error message, validation message, invalid input
404 page, page not found, missing page
validation, check, verify input
invalid, not valid, wrong, not accepted
maintenance message, downtime notice, outage message
form, questionnaire, survey, fill-in form
form field, input field, text field, entry field, text box
label, field label, field name, caption
required field, mandatory field, must fill in, asterisk
default, preset, preselected, standard setting
autofill, autocomplete, pre-fill
first name, given name, forename, christian name
last name, surname, family name
middle name, second name
maiden name, birth name
nickname, pet name, short name
captcha, robot check, bot check
settings, preferences, options, configuration
shortcut, keyboard shortcut, hotkey, key combination
keyboard navigation, tab key, without mouse, keyboard access
cursor, pointer, mouse arrow
screenshot, screen capture, screen grab, screen shot
code, source code, program code, snippet
code sample, code example, snippet, code block
command line, terminal, shell, console
api, programming interface, developer interface
api documentation, api reference, developer docs
documentation, docs, technical writing, manual
technical writer, documentation writer, tech author
release notes, changelog, what's new, update notes
readme, read me file, project description
faq, frequently asked questions, common questions, q&a
help article, support article, knowledge base, help page
help center, support site, knowledge base
troubleshoot, problem solving, fix problems
chatbot, bot, virtual assistant, conversational interface
prompt, instruction, ai instruction, query
generative ai, chatgpt, large language model, llm, language model, generated text
image, picture, photo, photograph, visual
photo, photograph, picture, shot, snapshot
photo shoot, photo session, shooting
illustration, drawing, artwork, graphic
stock photo, stock image, bought picture, image bank, shutterstock
image library, photo library, media library, asset library
headshot, portrait, profile picture, portrait photo
avatar, profile picture, user picture
selfie, self-portrait
thumbnail, preview image, small picture
hero image, header image, banner image, main picture
decorative image, ornament, purely visual
image quality, resolution, sharpness
resolution, dpi, ppi, pixel density, sharpness
blurry, pixelated, fuzzy, out of focus, unsharp
crop, cut, trim, image section
resize, scale, make smaller, make bigger
scale, enlarge, shrink, resize
stretch, distort, squash, deform
rotate, turn, tilt
aspect ratio, proportions, image format, 16:9
compress, reduce file size, make smaller
retouch, photoshop, airbrush, image editing
filter, effect, photo effect
overlay, layer on top, superimpose
gradient, color transition, color blend, fade
opacity, transparency, see-through
photo consent, model release, permission to photograph, image release
alt text, alternative text, alt tag, image description, alt attribute
image description, describe picture, alt text, picture text
caption, image caption, cutline, photo caption, picture text
photo credit, image credit, photographer name, picture source
video, film, clip, movie, footage
film, shoot, record, video recording
clip, short video, snippet, reel
live stream, livestream, live broadcast, webcast
gif, animated image, animation
animation, motion graphics, moving image
flashing, blinking, strobe, flicker
seizure, epilepsy, flashing content
transcript, written version, text version
transcribe, transcript
audio description, described video, narration for blind
sound, audio, noise
music, soundtrack, background music
voiceover, voice-over, narration, off-screen voice
podcast, audio show, audio episode
video player, media player, play controls
autoplay, plays automatically, starts by itself
sign language, asl, bsl, deaf signing
sign language interpreter, asl interpreter, signer
script, screenplay, video script, speaking notes
storyboard, shot list, scene plan
dialogue, conversation, spoken lines
intro, opener, opening sequence, title sequence
outro, end card, closing sequence
lower third, name caption, name super
wcag, accessibility standard, web accessibility guidelines
accessibility law, ada, section 508, accessibility act
disability, impairment, handicap
disabled person, person with disability, handicapped
disabled, handicapped, impaired, with a disability
able-bodied, non-disabled, without disability
blind, visually impaired, sight loss
low vision, partially sighted, visually impaired, poor eyesight
deaf, hard of hearing, hearing impaired, hearing loss
wheelchair user, in a wheelchair, wheelchair-bound
color blind, color vision deficiency, red-green blind
cognitive disability, learning disability, intellectual disability
dyslexia, dyslexic, reading difficulty
autism, autistic, on the spectrum
mental health, mental illness, psychological health
suicide, take own life, killed himself
addiction, substance use disorder, drug abuse
addict, person with addiction, substance user
chronic illness, long-term condition, disease
motor impairment, limited mobility, physical disability
assistive technology, screen reader, adaptive technology, assistive device
screen reader, reading software, jaws, voiceover, nvda
screen magnifier, zoom, enlarge text, magnification
braille, tactile writing, raised dots
contrast, color contrast, contrast ratio, readable colors
color alone, only color, relying on color
focus indicator, focus state, focus ring, keyboard focus
focus order, tab order, reading order
skip link, skip to content, jump to main
touch target, tap target, button size, clickable area
semantic html, correct markup, heading structure, proper tags
aria, aria label, aria attribute
landmark, page region
accessible pdf, tagged pdf, pdf accessibility
text size, enlarge text, bigger letters, zoom
dark mode, night mode, dark theme
light mode, light theme, day mode
reduced motion, no animation, turn off animation
time limit, timeout, session expires
accommodation, adjustment, accessibility request
inclusive language, inclusive, respectful language, sensitive language, politically correct
inclusive language, bias-free language, non-discriminatory language, unbiased language
respectful, considerate, sensitive
sensitive topic, difficult subject, delicate subject, taboo
offensive, insulting, hurtful, derogatory
derogatory, pejorative, slur, insult
bias, prejudice, stereotype, preconception
biased, prejudiced, one-sided, partial
neutral, unbiased, impartial, objective
discriminate, discriminatory
stigma, stigmatize, stigmatizing language
marginalized, underrepresented, disadvantaged, minority
diversity and inclusion, dei, diversity
person-first language, people-first language, person with
identity-first language, disabled person, autistic person
gender, sex, male or female
gender-neutral, gender-inclusive, unisex, non-gendered, nonsexist
gender-neutral language, gender-inclusive language, nonsexist language
gendered language, sexist language, masculine form
sexist, sexism, misogynistic
woman, women
woman, female, lady, girl
guys, folks, everyone, team, you all
man-made, artificial, synthetic, human-made
mankind, humanity, humankind, people
manpower, workforce, staff, personnel
chairman, chair, chairperson, chairwoman
policeman, police officer, cop
fireman, firefighter
salesman, salesperson, sales representative
foreman, supervisor, shift leader
businessman, businessperson, executive
spokesman, spokesperson, representative
stewardess, flight attendant, cabin crew
waiter, server, waitress
mailman, mail carrier, letter carrier, postman
housewife, homemaker, stay-at-home parent
husband, wife, spouse, partner
parent, guardian, caregiver
child, children, kid
person, people, individual, human
teenager, adolescent, teen, young person
adult, grown-up
pronoun, preferred pronouns, personal pronouns
nonbinary, non-binary, enby, genderqueer
transgender, trans, transsexual
cisgender, cis
deadname, former name, previous name
lgbtq, lgbtq+, lgbt, queer, gay community
gay, homosexual
sexual orientation, sexuality, sexual preference
race, ethnicity, ethnic background, skin color
ethnicity, ethnic group, heritage, origin
racist, racism, racial
people of color, poc, bipoc, non-white
indigenous, native, aboriginal, first nations
native american, american indian, indigenous people
latino, hispanic, latinx, latina
roma, gypsy, romani
nationality, citizenship, national origin
immigrant, migrant, foreigner, newcomer
undocumented, illegal immigrant, illegal alien
refugee, asylum seeker, displaced person
expatriate, expat, living abroad
native speaker, mother tongue, first language
non-native speaker, second language, foreign speaker, esl
religion, faith, belief, creed
older person, senior, elderly, old people, aged
elderly, older adult, senior citizen, pensioner
ageism, age discrimination, ageist
young people, youth, millennials, gen z
poor, low income, underprivileged, disadvantaged
poverty, poor
homeless, unhoused, rough sleeper, without housing
homeless person, person experiencing homelessness
prisoner, inmate, incarcerated person, convict
ex-convict, formerly incarcerated, ex-offender
victim, survivor, affected person
suffer from, live with, afflicted with
overweight, obese, fat, larger
veteran, ex-military, former soldier
developing country, third world, global south
whitelist, allowlist, safelist
grandfathered, legacy, exempted
sanity check, quick check, confidence check
cultural appropriation, misuse of culture
culture, customs
trigger warning, content warning, content note
ableist, ableism, ableist language
translation, localization, language version, foreign version
translator, linguist, language specialist
interpreter, oral translation
localization, l10n, adaptation, local version
localize, adapt, tailor to country
internationalization, i18n, global readiness
transcreation, creative translation, free adaptation
machine translation, google translate, deepl, automatic translation
translation memory, cat tool, translation software
source language, original language
target language, language translated into
source text, original text
global english, international english, english for non-natives, simple english
global audience, international audience, worldwide readers, readers abroad
british english, uk english, british spelling
american english, us english, american spelling
dialect, regional language, local variety
multilingual, several languages, bilingual
foreign word, loanword, borrowed word
locale, language setting, country setting, region
right to left, rtl, arabic, hebrew
pronounce, pronunciation
pronunciation, how to say, phonetic
brand guidelines, brand book, brand manual, brand rules, corporate design
brand identity, corporate identity, visual identity, ci
visual identity, corporate design, look and feel, brand look
appearance, look, style
brand strategy, brand positioning, brand platform
brand value, core value, principle, our values
mission, purpose, mission statement, why we exist
purpose, aim, goal, objective, intention
vision, vision statement, long-term goal
brand promise, value proposition, what we offer
value proposition, usp, benefit, unique selling point
usp, unique selling point, differentiator, what makes different
benefit, advantage, plus, what's in it
brand story, origin story, company history, our story
storytelling, narrative, story, tell stories
message, key message, statement
messaging, core message, talking points, key messages
talking point, key message, argument
elevator pitch, short pitch, one-liner, in one sentence
tagline, slogan, strapline, claim, motto
brand awareness, being known, recognition
reputation, image, public perception
perceive, perception
brand architecture, brand hierarchy, sub-brands, brand family
sub-brand, product brand, daughter brand
co-branding, joint branding, partner logo, partnership logo
endorse, recommend
rebrand, new look, brand refresh
on-brand, brand compliant, fits our brand
off-brand, not our style, against brand rules
brand manager, brand team, brand owner
company name, name of organization, business name, our name
legal name, full company name, registered name
company suffix, inc, llc, ltd
naming, what to call
rename, new name, name change
codename, working title, internal name
generic term, generic name, common name
generic name, generic trademark
trademark, trade mark, brand name, protected name, registered mark
trademark infringement, misuse of brand, brand violation
trademark attribution, trademark notice, trademark line
logo, logotype, brand mark, emblem, company symbol
wordmark, logotype, word logo, text logo
brandmark, logo symbol, icon, signet
logo lockup, lockup, logo combination
logo variant, logo version, alternative logo
clear space, exclusion zone, protected area, space around logo, safe area
minimum size, smallest size, how small
logo placement, logo position, where logo goes
logo misuse, incorrect logo use, don'ts for logo
monochrome, black and white, single color, one-color
grayscale, black and white, gray tones
reverse logo, white logo, logo on dark, inverted logo
favicon, browser icon, tab icon
app icon, app logo, launcher icon
watermark, background logo
mascot, brand character, figurehead
color, hue, shade, tint
color palette, brand colors, color scheme, company colors
primary color, main color, core color
secondary color, accent color, supporting color, complementary color
color code, hex code, hex value, color value
rgb, screen color, digital color
cmyk, print color, four-color printing, process color
pantone, pms, spot color, special color
bright, vivid, saturated, intense
graphic element, design element, brand element
designer, creative, graphic artist
design system, component library, pattern library, ui kit
design token, style variable, design variable
mockup, wireframe, prototype, sketch
art direction, visual direction, creative direction
creative brief, briefing, assignment
moodboard, inspiration board, collage
business card, visiting card, calling card
letterhead, headed paper, stationery
merchandise, merch, swag, giveaway, branded item
signage, sign, signpost
packaging, box, wrapping
brochure, flyer, leaflet, pamphlet, booklet
billboard, outdoor advertising, out of home
advertisement, ad, advert, commercial
advertising copy, ad copy, ad text, marketing copy, sales copy, promotional text
asset, file, material, resource
brand asset, logo file, brand material
digital asset management, dam, media database, asset library
content strategy, content plan, content approach
content design, ux writing
content creation, making content, producing content
content creator, influencer, blogger
content type, format, kind of content
content model, content structure, structured content
structured content, modular content, reusable content
content reuse, repurpose, recycle content, use again
content audit, content inventory, content review, content check
content inventory, list of pages, all content
audit, review, inspection, assessment
outdated, old, obsolete, out of date, stale
outdated content, stale content, old pages
up to date, current, fresh, latest
update, refresh, make current
archive, store away, retire, take offline
deprecated, obsolete, no longer used
redundant content, duplicate content, rot
content governance, content ownership, who owns content
content lifecycle, content workflow, content process
editorial calendar, content calendar, publishing schedule, editorial plan, content plan
editorial team, editor, newsroom
publish, put online, go live, release, post
unpublish, take down, take offline, remove
publisher, publishing house
schedule, timetable, timing, plan
embargo, not before, release date
preview, draft view, test view
cms, content management system, wordpress, publishing system
backend, admin area, editor view
markdown, markup, text formatting
html, web markup, tag
metadata, meta data, tags, properties
meta title, page title, title tag, seo title
page title, title, name of page
tag, label, keyword, category
keyword, search term, search word, query
taxonomy, classification, category system
information architecture, site structure, ia, sitemap
sitemap, site structure, site map
seo, search engine optimization, google ranking, found on google
ranking, position, place in search
web writing, writing for web, online writing, digital copy
scannable, skim, scan, easy to scan
chunk, break up, split up, small pieces
user need, reader need, what users want
audience, reader, target group, readership
reader-focused, user-centered, audience-first
persona, user profile, typical customer, target person
user research, user testing, usability test
journey, user journey, customer journey
file format, file type, file extension, format
file name, filename, naming files, document name
folder, directory, file location
pdf, portable document, acrobat file
word document, word file, docx, word
spreadsheet, excel, table file, google sheet
csv, comma-separated values, data file
powerpoint, ppt, pptx, keynote, google slides
slide, presentation page, chart
presentation, talk, pitch, slide show
speaker notes, presenter notes, slide notes
slide template, powerpoint template, slide master, presentation template
jpg, jpeg, photo file
png, transparent image, image file
svg, vector graphic, vector file, eps
raster, bitmap, pixel image
zip, archive, compressed file
mp4, video file, movie file
template, master file, starter file
version control, version history, track versions
track changes, suggestion mode, markup, redlining
comment, annotate, leave note
shared document, google doc, shared file
print-ready, print file, ready for printing
bleed, trim, cut margin
white paper, whitepaper, position paper, report
report, paper, study
magazine, journal, periodical
article, piece, post, story
blog, weblog, online journal
blog post, blog article, blog entry, post
guest post, guest article, contributed article
byline, author name, author line
author bio, about the author, short bio
biography, bio, cv, profile
listicle, list post, list article
opinion piece, op-ed, editorial, commentary
editorial, leading article, opinion
interview, q&a, conversation
interviewee, source, person interviewed
case study, success story, customer story, reference project
testimonial, customer quote, customer review, recommendation
press release, news release, media release, press statement
press release, announcement, news
news, announcement, update
journalist, reporter, press contact
press contact, media contact, press office
spokesperson, company speaker, press officer
dateline, place and date, release date
newsletter, mailing, email newsletter, bulletin
email, e-mail, mail, message
preheader, preview text, email preview
email signature, signature block, sign-off, email footer
signature, sign-off, autograph
greeting, salutation, hello, opening
salutation, dear, form of address
closing, sign-off, kind regards, best wishes
form of address, honorific, title, how to address
honorific, mr, ms, mx
mr, mister
ms, mrs, miss
professor, prof
academic degree, bachelor, master, doctorate
job title, position, role, designation
ceo, chief executive, managing director
reply, answer, respond, write back
auto-reply, out of office, automatic answer, away message
cc, carbon copy, copy in
bcc, blind copy
unsubscribe, opt out, stop emails
opt out, decline, object
transactional email, system email, automatic email
marketing email, promotional email, email campaign, mailshot
welcome email, first email, onboarding mail
letter, correspondence, mail
memo, internal note, notice
invitation, event announcement
text message, sms, text
chat, instant message, direct message, slack
message, note, communication
internal communication, employee communication, internal news
complaint, negative feedback, criticism
crisis communication, emergency message, bad news
bad news, negative message, unpleasant message
support reply, customer service message, help desk answer
canned response, macro, standard reply, saved reply
social media, social network, social channels
social media post, tweet, social post, post
share, repost, retweet, forward
follower, fan, subscriber
meme, viral image, joke picture
event description, event announcement, event listing
conference, congress, convention, event
title of work, book title, film title, title
quote, quotation, cite, citation
quote, testimonial, statement
block quote, long quotation, indented quote
direct quote, exact words, verbatim quote
indirect quote, paraphrase, reported speech
misquote, wrong quote, out of context
sic, error in original
attribution, credit, source, acknowledgement
attribute, credit, name the source
citation, reference, source, footnote
cite, quote, refer to, reference
reference list, bibliography, works cited, list of sources
chicago style, chicago manual, cmos
ap style, associated press, ap stylebook
apa style, author-date
doi, digital object identifier
et al., and others
ibid, same source
isbn, book number
reliable source, trustworthy source, credible source
trust, trustworthy, credible
fact-check, verify, check facts, accuracy check
plagiarism, copying, stealing text
copyright, intellectual property, author's rights
copyright, protected
copyright notice, copyright line, all rights reserved
intellectual property, ip, copyright, patent
license, usage right, permission, right to use
creative commons, cc license, cc by, open license
open source, free software, open license
public domain, free to use, no copyright, copyright expired
royalty-free, no fee, free of charge
fair use, fair dealing, quotation right
usage rights, image rights, how may use
attribution required, credit needed, name the author
disclaimer, legal notice, small print, exclusion of liability
fine print, small print, terms and conditions
privacy policy, privacy notice, data protection statement
privacy, data protection, gdpr
cookie banner, cookie notice, cookie consent
personal data, personal information, private details
comparative advertising, naming competitors, compare with rivals
clickbait, sensational headline, teaser
specific, concrete, precise, exact
specific, specify
abstract, theoretical, intangible
vivid, lively, colorful
recommend, suggestion
include, contain, mention
insert, add, put in
emphasize, emphatic
apply, application
assumption, presumption, guess
explain, clarify, illustrate
modify, modification
understand, comprehension, grasp
read, reader
catch, caught
run, ran
index, indices
medium, media
analysis, analyses
appendix, appendices
axis, axes
bad, worse, worst
important, key, crucial, essential, significant
inappropriate, unsuitable, not okay
creative, imaginative, inventive
logical, coherent, well ordered
fluent, smooth, flowing
flow, rhythm, cadence
rhythm, sentence variety, flow
natural, unforced, like people talk
stiff, stilted, wooden, formal
engaging, interesting, gripping, compelling
attention, attract, attention-grabbing
memorable, catchy, easy to remember
catchy, snappy, punchy
strong verb, action verb, vivid verb
weasel word, hedge, qualifier
intensifier, very, really, extremely
opinion, point of view, viewpoint, perspective
rhetorical question, question in text
rhetorical device, stylistic device, alliteration
alliteration, same first letter
prose, running text
fiction, novel, story
genre, text type, kind of text
style, manner, way of writing
writing style, style of writing, how we write
academic writing, scholarly writing, scientific style
scientific name, species name, latin name
chemical formula, chemical symbol
medical term, health term, clinical term
technical term, specialist word, jargon
layperson, non-expert, general public, beginner
writer's block, stuck, blank page
topic, subject, theme, matter
handwriting, by hand, handwritten
type, keyboard
grammar checker, grammarly, writing tool
editing checklist, self-editing, before you publish
quality check, quality assurance, qa
correction, corrigendum, erratum
correction notice, retraction, erratum
retract, withdraw
brief, assignment, task description
freelance writer, freelancer, contractor
final version, final copy, finished text
hand over, handoff, pass on
workshop, training session, course
cheat sheet, quick reference, crib sheet, one-pager
one-pager, fact sheet, summary sheet
fact sheet, factsheet, data sheet
product description, product text, item description
job advertisement, job ad, vacancy, job posting
job posting, job description, job listing
contact page, contact details, get in touch
team page, staff profiles, our people
pricing page, price list
proposal, offer, bid, tender
minutes, meeting notes, record
survey question, questionnaire item
leading zero, zero before decimal, 0.5
zero, nil, nought, null
more than, over, above, greater than
less than, under, below, fewer than
at most, maximum, up to, no more than
average, mean, median
percentage point, percent, points
phone number format, writing phone numbers
above, preceding, earlier
below, following, next
directional language, above and below, position words
wi-fi, wifi, wireless, wlan
usb stick, flash drive, thumb drive, memory stick
photocopy, xerox, copy
marker, sharpie, felt pen
sticky note, post-it, post-it note
adhesive tape, scotch tape, sellotape
correction fluid, white-out, tipp-ex
image editing software, photoshop, image editor
vector software, illustrator, inkscape
design software, figma, sketch, canva
layout software, indesign, desktop publishing, dtp
desktop publishing, page makeup, typesetting
typeset, typesetter
ascii, plain text, unformatted text
plain text, text only, without formatting
unicode, utf-8, character encoding
encoding, character set
rich text, formatted text
formatting, text style
format, style, appearance
clear formatting, paste plain text, remove formatting
copy and paste, paste, clipboard
find and replace, search and replace
html email, designed email, formatted email
embed, include, integrate
iframe, embedded page
qr code, scan code, barcode
deck, pitch deck, slide set
bullet slide, text slide, text-heavy slide
title slide, cover slide, first slide
cover, title page, front page
legal document, contract, agreement
cloud storage, dropbox, google drive, sharepoint
shared drive, network folder, common folder
file sharing, send files, wetransfer
access right, permission, access
read-only, view only, not editable
editable, can be changed, open file
export, save as, convert
import, bring in, load
text expansion, longer text, translated length
string, text string, ui string
truncate, cut off, shorten with dots
wrap, line wrap, text wrapping
concatenate, join, string together
hard-coded text, fixed text, text in image
text in image, text on picture, image of text
alt text empty, null alt, decorative image
long description, extended description, detailed description
complex image, chart, infographic
icon label, icon text, text with icon
logo alt text, logo description
linked image, clickable image, image link
describe people, appearance in photos
image sizes, picture format, image dimensions
image format, jpg, png, picture file
file weight, load time, heavy image
live captions, real-time captions, cart
speaker identification, who is speaking, speaker label
inaudible, not understandable, unintelligible
open captions, burned-in subtitles, fixed captions
caption length, characters per subtitle
video title, video name
video description, video text
end screen, end card, closing screen
vertical video, portrait video, mobile video
interactive, clickable
quiz, test, questionnaire
download link, file link, pdf link
link to file, document link, download
link color, blue underlined, link style
link destination, link target, where link goes
mailto link, email link
phone link, click to call
share button, social button
subscribe button, sign-up button
search text, placeholder, search hint
destructive action, irreversible action, delete warning
are you sure, confirmation dialog, double check
inline error, field error
error prevention, avoid mistakes, prevent errors
error code, error number
server error, 500 error, technical problem
offline message, no connection, no internet
permission request, access request, allow access
session timeout, logged out, session expired
invalid, expired, not working
expire, expiry, run out
password rule, password requirement, password hint
input format, expected format, how to enter
help text, hint, helper text, instruction
progress, step indicator
multi-step form, wizard, form steps
consent, agree, permission
consent form, permission form, release form
disable, turn off, deactivate, switch off
enable, turn on, activate, switch on
disabled button, grayed out, inactive button
inactive, grayed out, unavailable
edit button, pencil icon
hamburger menu, three lines, menu icon
three-dot menu, kebab menu, more menu
gear icon, cog, settings icon
magnifying glass, search icon, loupe
arrow, chevron, caret
bookmark, favorite, save for later
cart, basket, shopping bag
free, free of charge, no cost, complimentary
safe, secure, protected
innovative, groundbreaking, cutting-edge, cutting edge
leading, top, number one, best in class
leverage, use, take advantage
synergy, cooperation, working together
empower, enable, help
robust, sturdy, strong
seamless, smooth, without interruption
going forward, in future, from now on
touch base, talk, contact
deep dive, close look, detailed analysis
low-hanging fruit, quick win, easy task
circle back, return to, follow up
onboard, welcome, introduce
affect, influence, change
compose, comprise, consist of
each other, one another
confused words, similar words, commonly confused, homophone
homophone, sound-alike, sounds the same
eponym, named after, named for
demonym, name for inhabitants, people from
place name, geographic name, location name
event name, name of event, conference title
health care, healthcare, medical care
nonprofit, non-profit, charity, ngo
startup, start-up, young company
ecommerce, e-commerce, online shop, online retail
cybersecurity, cyber security, it security
coworker, co-worker, colleague
decision-making, making decisions
upcoming, forthcoming, coming, next
voice chart, tone scale, tone spectrum
brand adjective, brand trait, character trait
crisis tone, serious tone
brand ambassador, advocate, brand representative
brand portal, brand center, brand hub
style sheet, stylesheet, css
css, style sheet, web styling
style question, language question, editorial question
language committee, style council, editorial board
headline length, title length, how long title
headline style, writing headlines, good headline
question headline, question as heading
period in heading, punctuation in headings, headline with dot
punctuation in list, period after bullet, list punctuation
quote punctuation, comma inside quotes, period inside quotes
apostrophe for plural, plural with apostrophe
plural of abbreviation, acronym plural
hyphen with prefix, prefixed word
hyphen with number, compound with number
suspended hyphen, hanging hyphen
emphasis in quote, italics added
translated quote, translation of quotation
foreign name, transliteration, romanization
comma splice, comma error
proofread, reread, read again
copy deck, text document
naming convention, naming rules, how to name
kicker, overline, eyebrow
standfirst, deck, intro text
byline, author credit
nut graf, main point paragraph
signpost, guide reader, orient
coherence, logical flow, thread
cohesion, coherence, hang together
subhead, crosshead
microcopy, button text, label text
readability, plain writing
gender gap, gender star, gender colon
tone down, soften, moderate
image rights, photo rights, permission for picture
picture agency, stock agency, getty
swatch, color sample
color space, color profile
typo, wrong letter
word order, syntax, sentence order
sentence structure, sentence construction
text corrector, proofreader
hard copy, paper version
soft copy, digital version, electronic version
live text, selectable text
ocr, text recognition, scanned text
scan, digitize
form submission, sent form
date picker, calendar field
error summary, list of errors
countdown, timer
waiting time, loading time
dates in europe, day before month
year range, years from to
plural s, s ending
collective singular, team is, team are
foreign currency, other currencies
scientific notation, powers of ten
bit, byte
unit symbol, unit abbreviation
space before unit, number and unit
list order, sequence of items
table caption, table title
figure caption, figure title
figure, illustration, diagram
decorative, ornamental, purely visual
sound bite, short quote
cold open, teaser scene
b-roll, cutaway, extra footage
talking head, speaking person
teleprompter, autocue
subtitle file, srt, caption file
thumbnail text, preview image text
brand mark, logo, symbol
logo file, logo download, get logo
letter spacing, space between characters
font license, typeface license
download font, get font, install font
foreword, opening words
reading time, minutes to read
content owner, page owner, responsible for page
review cycle, regular review, review date
review date, last checked, last reviewed
last updated, date changed
four-eyes principle, second reader, two people check
gatekeeper, approver
dead end, no next step
wayfinding, navigation, orientation
pageview, visit, hit
spoken language, oral language
sign-off, farewell, goodbye, closing
legalese, contract language
exclusive language, excluding words
religious holiday, festive season
save the date, event notice
thank-you note, letter of thanks
condolence, sympathy, obituary
obituary, death notice
welcome text, greeting text
talk title, presentation title
quote approval, sign off quote
on the record, quotable
off the record, not for publication
press photo, media image
public relations, publicity
ghostwriter, ghost writer
handout, leave-behind
elevator pitch, short introduction
agenda slide, overview slide
bibliography, reading list, literature
`;
