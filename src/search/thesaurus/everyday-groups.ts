/** Words of everyday English that people use for the same thing: a group a line, the usual word of documents first. */
export const EVERYDAY_GROUPS = `
use, utilize, employ, apply, make use of
create, make, made, build, built, produce, put together
write, wrote, written, draft, compose, pen, put into words
buy, bought, purchase, acquire, get hold of
choose, chose, chosen, choice, select, pick, opt for, go with
decide, decision, make your mind, settle on, determine, resolve
begin, began, begun, start, commence, kick off, get going
end, finish, conclude, conclusion, wrap up, close, terminate
complete, finish, finalize, wrap up, get done
stop, cease, halt, quit, discontinue, put an end
continue, carry on, keep going, proceed, go on, persist
pause, suspend, put on hold, hold off, take a break
resume, restart, pick up again, take up again
launch, roll out, go live, release, introduce, introduction, debut
publish, publication, post, release, put out, make public, put online
announce, declare, make known, break the news, make public
unveil, reveal, revelation, disclose, make known
edit, revise, rework, make changes
update, refresh, bring current, renew
replace, swap, substitute, exchange, switch out
switch, change over, move to, migrate, transition
transform, convert, conversion, turn into
adapt, adjust, tailor, customize, fit to
tailor, personalize, customize, make to measure, target
localize, adapt, translate, regional version
translate, render, put into language
improve, enhance, make better, upgrade, refine, step up
optimize, improve, fine-tune, tweak, get more out
tweak, small change, minor adjustment, fine-tune
worsen, deteriorate, get worse, decline, go downhill
repair, fix, mend, correct, put right
correct, fix, rectify, amend, put right
correction, erratum, fix, amendment, retraction
solve, solution, resolve, resolution, work out, sort out, remedy
recover, recovery, bounce back, get back, regain
restore, bring back, reinstate, put back
undo, undone, reverse, roll back, revert, take back
cancel, call off, scrap, abandon
delay, hold up, slow down, lateness, setback
hurry, rush, speed up, hasten, be quick
accelerate, speed up, fast-track, expedite
slow, slowly, sluggish, gradual, takes forever
wait, hold on, hang on, stand by, await
schedule, plan, timetable, arrange, set a date
plan, strategy, roadmap, scheme, blueprint
prepare, get ready, set up, lay the groundwork
organize, arrange, sort, put in order, structure
arrange, set up, organize, line up
install, set up, configure, put in place
implement, put into practice, carry out, put in place, roll out
execute, carry out, perform, run, put into action
perform, do, carry out, accomplish
achieve, accomplish, attain, reach, pull off
succeed, success, do well, work out, pay off, make it
fail, failure, flop, fall flat, go wrong, not work out
lose, lost, loss, go missing, misplace
miss, overlook, fail to notice, slip through
find, found, locate, discover, discovery, track down, come across
search, look for, seek, sought, hunt for, look up
look up, consult, reference, refer to
see, saw, seen, view, look at
notice, spot, observe, become aware, pick up on
recognize, recognition, identify, tell, make out
identify, identification, pinpoint, single out, determine
distinguish, distinction, tell apart, differentiate, set apart
stand out, differentiate, be noticed, distinctive, set apart
show, shown, display, present, exhibit
demonstrate, show, illustrate, prove
illustrate, depict, picture, drawing
hide, hid, hidden, conceal, keep from view
cover, wrap, hide, protect
cover, include, deal with, address, treat
appear, show up, turn up, emerge
disappear, vanish, go away, fade
look, appearance, visual style, look and feel
say, said, state, express, put it
state, declare, assert, say
tell, told, inform, let know, notify, give notice
notify, notification, alert, let know, inform, give notice
remind, nudge, jog memory, prompt
speak, spoke, spoken, speech, talk, say out loud
talk, conversation, discussion, chat, dialogue
chat, message, talk, instant message
call, phone, ring, give a call, telephone
name, call, term, label, title
refer to, call, mention, address as
address, speak to, greet, call, salutation
mention, refer to, reference, bring up, name
describe, description, portray, characterize, paint a picture
explain, explanation, clarify, clarification, make clear, spell out
spell out, write in full, expand, unabbreviated
define, definition, meaning, what does mean
mean, meant, signify, stand for, denote
recommend, advise, advice, suggest
advise, advice, guidance, counsel, tip
tip, advice, hint, pointer, best practice
hint, clue, cue, indication
imply, implication, suggest, hint at, insinuate
ask, inquire, inquiry, question, query
ask for, request, solicit, call for
beg, plead, implore, ask desperately
demand, insist, require, call for
answer, reply, response, respond, get back to
respond, response, react, reply, write back
feedback, comment, input, reaction, opinion
comment, remark, note, observation
criticize, critique, find fault, knock
complain, complaint, grievance, gripe, grumble
apologize, apology, say sorry, express regret
regret, be sorry, wish undone, remorse
thank, gratitude, express appreciation, grateful
praise, compliment, commend, speak highly of
congratulate, well done
brag, boast, show off, blow own horn
exaggerate, overstate, overclaim, hype, blow up
understate, downplay, play down, minimize
emphasize, emphasis, stress, highlight, underline, draw attention to
highlight, feature, spotlight, call out, showcase
focus, concentrate, center on, zero in on
repeat, repetition, say again, reiterate, do over
repetitive, repetitious, same thing again, redundant
summarize, summary, sum up, recap, in a nutshell
summary, overview, abstract, synopsis, recap, short version
overview, big picture, outline, at a glance
outline, sketch, rough draft, skeleton
word for word, verbatim, literally, exactly as said
paraphrase, reword, rephrase, say differently, in own words
wording, phrasing, choice of words, word choice, language
phrase, expression, saying, wording
promise, pledge, vow, commit, give word
guarantee, assure, warrant, warranty, promise
claim, assertion, statement, allegation
substantiate, back up, support, prove, evidence
prove, proof, proven, evidence, demonstrate
verify, verification, check, validate, confirm, double-check
check, verify, inspect, examine, look over
review, look over, go over, assess, evaluate
proofread, check for errors, look over, final check
inspect, examine, look closely
audit, inspection, systematic review, check-up
try, attempt, have a go, give a shot
pilot, trial run, test run, test phase
assess, evaluate, judge, appraise, gauge
judge, judgment, assess, decide on, form an opinion
rate, grade, score, rank
rank, order, position, place
analyze, analysis, study, break down, dig into
investigate, look into, research, probe
research, study, investigation, find out
find out, learn, discover, determine, figure out
figure out, work out, determine, find a solution
quantify, quantity, put a number, measure
calculate, work out, compute, figure
estimate, rough guess, ballpark figure, approximate
guess, assume, speculate, conjecture, hunch
assume, assumption, presume, take for granted, suppose
expect, anticipate, look forward to, count on
predict, forecast, foresee, project
track, monitor, keep an eye, follow, watch
monitor, watch, observe, keep tabs on
supervise, oversee, oversight, watch over, manage
compare, comparison, contrast, side by side
match, correspond, fit, go with, be the same
fit, suit, be suitable, match, work for
combine, merge, join, put together, mix
mix, blend, combine, mixture
merge, join, unite, bring together, consolidate
separate, split, divide, keep apart, detach
split, divide, division, break up, segment
connect, link, join, tie
attach, fasten, add, append
add, addition, include, append, put in
include, inclusion, contain, incorporate, put in
exclude, exclusion, leave out, omit, keep out
omit, omission, leave out, skip, drop
remove, take out, take off, delete, get rid of
get rid of, dispose, discard, throw away
discard, throw away, scrap, toss, dump
keep, kept, retain, retention, hold on to
store, storage, save, keep, archive
archive, file, store, keep on record
backup, spare copy, fallback, reserve
collect, gather, bring together, compile
gather, collect, get together, assemble
assemble, put together, build, construct
construct, build, put up
destroy, destruction, ruin, wreck, tear down
damage, harm, hurt, injure, spoil
break, broke, broken, breakage, out of order
violate, break, breach, infringe, go against
breach, violation, infringement, break
comply, compliance, conform, obey, stick to, adhere
follow, adhere, stick to, abide by, observe
obey, obedience, follow the rules, do as told
ignore, disregard, overlook, pay no attention
neglect, not look after, ignore, overlook
respect, honor, observe, regard
allow, permit, permission, let, authorize
allowed, permitted, okay to, acceptable, permissible, may
forbid, forbade, forbidden, prohibit, ban, not allowed
forbidden, prohibited, off-limits, banned, not allowed, taboo
must not, never, do not, prohibited
prevent, avoid, stop, keep from
avoid, steer clear, stay away, refrain, keep away from
refrain, abstain, hold back, do not
block, obstruct, be in way, stop
restrict, limit, confine
limit, restriction, cap, ceiling, maximum
require, need, necessitate, demand
necessary, necessity, needed, required, essential, must have
mandatory, compulsory, obligatory, required, must
obligation, duty, must, have to
optional, voluntary, not required, up to you, nice to have
recommended, advisable, suggested, good idea
force, compel, make someone, coerce
pressure, push, urge, lean on
encourage, motivate, cheer on, urge
discourage, dissuade, deter, put off, advise against
motivate, inspire, drive, get going
inspire, motivate, spark, stimulate
persuade, persuasion, convince, win over, talk into
convince, persuade, win over, bring around
influence, affect, sway, shape
attract, draw in, pull in, appeal to
appeal, attractiveness, charm
tempt, temptation, entice, lure
interest, engage, intrigue, catch attention
grab attention, eye-catching, attention-getting, stand out, striking
distract, divert attention, take attention away
bother, disturb, annoy, interrupt
interrupt, cut off, break in
annoy, irritate, bother, get on nerves, bug
offend, offense, insult, hurt feelings
insult, offend, put down, abuse
hurt, harm, injure, cause pain
scare, frighten, alarm, fear
worry, concern, be anxious, lose sleep over
reassure, comfort, put at ease, calm
calm, relaxed, composed, level-headed, cool
support, back, stand behind, be there for
serve, service, look after, attend to
look after, take care of, care for, maintain, tend
maintain, maintenance, upkeep, keep up, look after
protect, safeguard, guard, shield, secure
defend, defense, stand up for, protect
attack, assault, go after, criticize
enable, ability, make possible, empower, allow
able, ability, capable, can
unable, inability, cannot, incapable
facilitate, make easier, ease, help along
simplify, make simple, simplification, streamline, make easier
complicate, make harder
streamline, make efficient, simplify, smooth out
automate, make automatic, run by itself
grow, grew, grown, growth, get bigger, expand
expand, expansion, extend, widen, scale up
increase, raise, boost, rise, go up
rise, rose, risen, go up, climb, increase
boost, lift, increase, give a push
scale, grow, scale up, expand
shrink, shrank, shrunk, get smaller, contract
reduce, reduction, decrease, lower, cut down, bring down
fall, fell, fallen, drop, go down
cut, trim, cut back, reduce, slash
shorten, make shorter, cut down, condense, trim, abbreviate
abbreviate, shorten, short form
acronym, initials, abbreviation, letters standing for
condense, compress, make shorter, boil down
extend, extension, prolong, lengthen, stretch
stretch, elongate, lose its shape, distort
distort, deform, lose its shape, warp
double, twice as much, twofold
multiply, multiplication, increase many times
exceed, excess, go over, surpass, go beyond
move, shift, relocate, transfer
hand over, handover, pass on, turn over, transfer
bring, brought, carry, deliver, take along
send, sent, mail, dispatch, ship, forward
forward, pass on, send on, relay
deliver, delivery, hand in, bring, supply
ship, shipment, send, dispatch
get, got, obtain, receive, acquire
give, gave, given, provide, hand, grant
provide, provision, supply, give, offer
offer, propose, present, make available
share, distribute, pass around, spread
spread, disseminate, circulate, pass around
submit, submission, hand in, turn in, send in
upload, put online, add file, submit
download, save locally, get the file, grab
access, get into, reach, log in, entry
enter, entrance, entry, go in, come in
leave, left, depart, departure, go away
leave, time off, vacation, absence, days off
return, come back, go back, give back
meet, met, get together, gather
meeting, get-together, session, call, sit-down
join, enroll, sign up, become part
sign up, register, registration, subscribe, enroll
subscribe, subscription, sign up, opt in
involve, include, bring in, loop in
loop in, keep informed, copy in, involve
attend, be present, go to
invite, ask to come
reject, turn down, say no, dismiss
accept, say yes, take on
approve, sign off, give green light, okay
agree, agreement, eye to eye, concur, be on board
agreement, consensus, common ground, same page
contract, agreement, deal, written agreement
disagree, disagreement, differ, see it differently, object
object, oppose, protest, take issue
oppose, opposition, be against, resist
push back, object, disagree, resist
argue, argument, quarrel, fight, dispute
argument, reasoning, case for, point
conflict, clash, dispute, disagreement, quarrel
compromise, middle ground, meet halfway, give and take
negotiate, bargain, haggle, come to terms
settle, settlement, resolve, reach agreement
blame, fault, hold responsible, point the finger
accuse, charge, blame
forgive, forgave, forgiven, pardon, excuse
excuse, justification, pretext, reason
justify, justification, give reasons, defend, back up
punish, penalize, penalty, discipline
reward, prize, bonus, incentive, perk
incentive, reward, inducement, encouragement
pay, paid, payment, compensate, cough up
spend, spent, expenditure, pay out, expense
expenses, reimbursement, claim back, pay back
owe, debt, be in debt
charge, bill, invoice, fee
price, cost, how much, rate, charge
free, no charge, complimentary, at no cost, gratis
discount, price reduction, money off, reduced price
bargain, deal, good buy, special offer
fund, finance, bankroll, pay for
invest, put money into
sell, sold, sale, market, flog
earn, make money, bring in, make
revenue, income, money coming in, earnings, turnover
profit, gain, earnings, margin
profitable, profit-making, makes money, lucrative
borrow, take temporarily, loan
lend, lent, loan, give temporarily
rent, lease, hire
onboard, new hire, first days, settle in
quit, resign, give notice, hand in notice
retire, stop working, phase out
retire, phase out, sunset, discontinue, withdraw
withdraw, withdrew, withdrawn, pull out, take back
recall, call back, withdraw
train, teach, instruct, coach
teach, taught, instruct, educate
learn, learnt, pick up, master, study
lesson, takeaway, learning, insight, what we learned
practice, rehearse, exercise, drill
rehearse, practice, run through, dry run
coach, mentor, guide, train
guide, manual, handbook, how-to, instructions
lead, led, guide, direct, be in charge
manage, run, be in charge, handle
handle, deal with, take care of, manage, cope with
cope, manage, deal with, get by
deal with, address, tackle, handle, dealt
undertake, undertook, undertaken, take on
delegate, hand off, pass to others, assign
assign, allocate, allot, give to
allocate, set aside, assign, earmark
own, owner, ownership, possess, have
owner, person responsible, person in charge, accountable
accountable, answerable, responsible, on the hook
belong, be part of, be owned by
depend, rely on, hinge on
rely, reliance, reliable, count on, depend on
trust, rely on, have faith, believe in, confidence
believe, belief, think, be convinced, hold
think, thought, consider, reflect
consider, consideration, think about, take into account
take into account, consider, bear in mind, factor in
remember, recall, bear in mind, keep in mind
memorable, easy to remember, sticks in mind, unforgettable
forget, forgot, forgotten, slip your mind
know, knew, known, knowledge, be aware
aware, conscious, informed, know about
understand, understood, get, grasp, comprehend
comprehension, understanding, grasp, comprehend
misunderstand, misunderstood, get wrong, misinterpret
confuse, mix up, bewilder, puzzle
confusing, unclear, puzzling, hard to follow
confused with, mistaken for, mixed up
interpret, read as, understand as
imagine, picture, envision
vision, long-term goal, dream, where headed
dream, aspiration, ambition, hope
hope, wish, desire, look forward to
want, desire, wish for, would like
need, requirement, necessity, want
prefer, would rather, favor
favorite, preferred, most liked
like, enjoy, be fond of, appreciate
love, adore, passion, be crazy about
hate, dislike, detest, cannot stand
enjoy, enjoyment, have fun, take pleasure
care about, value, be concerned, matter to
value, appreciate, prize, treasure
values, principles, beliefs, what we believe
principle, rule, guideline, belief, tenet
feel, felt, emotion, sense
emotion, feeling, mood, sentiment
mood, atmosphere, vibe, feel, ambience
tone, tone of voice, manner, sound, attitude
attitude, mindset, outlook, stance
personality, character, traits, nature
trait, characteristic, quality, attribute, feature
behave, behavior, act, conduct
conduct, behavior, code of conduct
act, action, do something, take steps
treat, treatment, deal with, handle
greet, say hello, welcome, salutation
welcome, greet, receive warmly
sign off, closing, say goodbye, farewell
goodbye, farewell, parting, closing line
introduce, introduction, present, bring in
open, unlock, not closed
opening, intro, introduction, beginning, first lines
close, shut, closure
place, location, spot, site, where
hold, held, grip, grasp
hold, held, organize, run, host
carry, transport, bring, haul
take, took, taken, grab, seize
copy, duplicate, reproduce, reproduction, replicate
copy, text, writing, words
imitate, copy, mimic
fake, false, counterfeit, bogus, not real
plagiarism, copying, stealing words, passing off
borrow, copy, take from, use from elsewhere
reuse, use again, repurpose, recycle
repurpose, reuse, recycle, use elsewhere, adapt
waste, squander, throw away, use badly
consume, consumption, use up, eat up
win, won, victory, succeed
beat, defeat, outdo, win against
compete, competition, rival, vie
competitor, rival, competition, other companies
contest, competition, sweepstakes, giveaway
draw, drew, drawn, sketch
design, layout, create, drawing up
shape, form, mold
flip, mirror, turn over, reverse
crop, cut off, trim, cut out
resize, change size, scale, make bigger
zoom, enlarge, magnify, make bigger
align, line up, straighten
center, put in middle, middle
surround, go around, enclose
fill, fill in, complete, load
empty, blank, vacant, nothing in
blank, empty space, white space, gap
fade, wash out, grow pale
stick, stuck, adhere, glue
get stuck, stuck, hit a wall, blocked, at a loss
escalate, take higher up, raise, bring to manager
flag, point out, mark, raise
point out, indicate, call attention, note
indicate, show, point to, signal
signal, sign, indication, cue
tag, label, keyword, mark
categorize, category, classify, sort, group
classify, classification, categorize, sort, class
prioritize, priority, put first, most important first
list, enumerate, set out, itemize
log, record, keep track, write down
record, capture, tape
write down, note, jot down, record, document
document, write down, put on paper, record
document, file, paper, written record
documentation, written instructions, docs, records
read, go through, look through
skim, scan, read quickly, glance
scan, skim, read through, look over
legible, readable, easy to read, clear
listen, hear, heard, pay attention
hear, heard, be told, learn of
watch, view, look at
touch, feel, handle
touch base, get in touch, check in, catch up
contact, get in touch, reach out, reach, write to
reach, contact, get to, get hold of
follow up, check back, chase, get back to
chase, follow up, run after, pursue
pursue, pursuit, go after, chase
aim, goal, objective, target, purpose
target, aim at, direct at, go after
intend, intention, plan to, mean to
purpose, aim, reason for, what for, intention
mission, purpose, reason for being, what we do
strive, strove, striven, try hard, endeavor
struggle, have trouble, find difficult, fight
suffer, undergo, put up with, endure
tolerate, put up with, stand, accept
last, endure, go on, take time
survive, stay alive, get through
exist, be there, be
occur, occurrence, happen, take place, come about
happen, occur, take place, come up
cause, lead to, bring about, result in
result, outcome, consequence, end product
result in, lead to, cause, end up
trigger, set off, cause, start
big, large, great, sizable
huge, enormous, massive, giant, very large
small, little, tiny, compact
tiny, minuscule, very small, minute
minor, small, slight, not important
major, main, important, big
high, height, elevated, tall
low, not high, at the bottom
long, length, lengthy, how long
short, brief, brevity, concise, not long
concise, brief, to the point, succinct, short, crisp
wordy, verbose, long-winded, rambling, too long
wide, width, broad, breadth, how wide
narrow, thin, tight, slim
deep, depth, profound, in depth
in depth, thorough, detailed, comprehensive
shallow, superficial, on the surface
thin, light, slim, fine
heavy, weight, weighty
light, lightweight, not heavy
light, bright, pale
bright, vivid, vibrant, brilliant
dull, drab, muted, boring
strong, strength, powerful, robust, firm
weak, feeble, not strong
weakness, shortcoming, weak spot, flaw, downside
power, strength, might
hard, firm, solid, tough
hard, difficult, difficulty, tough, challenging, tricky
easy, ease, simple, effortless, straightforward, piece of cake
simple, simplicity, plain, uncomplicated, basic
plain, simple, clear, unadorned
plain language, simple words, everyday words, no jargon
jargon, technical language, buzzwords, insider language, shop talk
buzzword, fashionable word, cliche, empty phrase
cliche, overused phrase, worn-out phrase, tired expression
slang, colloquial, informal language, street language
complex, complicated, involved
complicated, complex, intricate, hard to understand
fast, quick, rapid, speedy, swift
quickly, fast, promptly, in no time, rapidly
speed, pace, how fast, velocity, rate
immediate, right away, at once, instantly, straight away
soon as possible, urgent, asap, quickly, without delay
urgent, urgency, pressing, time-critical, cannot wait
sudden, abrupt, unexpected, without warning
gradual, step by step, slowly, little by little
early, ahead of time, in advance, beforehand
in advance, ahead, beforehand, prior, lead time
late, overdue, behind schedule, tardy
overdue, past due, late, should have been
on time, punctual, timely, by the deadline
deadline, due date, cutoff, time limit, by when
timeline, schedule, time frame, how long
duration, length of time, how long, period
period, time span, stretch of time, phase
moment, instant, point in time
date, day, when
quarterly, every three months, per quarter
weekend, saturday and sunday, days off
holiday, vacation, time off, day off
after hours, outside working hours, out of hours, evenings
working hours, business hours, office hours, opening hours
frequency, frequent, how often, cadence, interval
frequent, often, regular, common
often, frequently, many times, a lot
rarely, seldom, hardly ever, infrequent
sometimes, occasionally, now and then, time to time
always, every time, at all times, without exception
never, at no time, under no circumstances
usual, normal, customary, typical
regular, regularly, periodic, routine, recurring
recurring, repeated, ongoing
ongoing, continuous, in progress
temporary, short-term, for now, interim, provisional
permanent, lasting, long-term, forever
long-term, the long run, lasting, over time
short-term, for now, near future
current, present, existing, at the moment, up to date
recent, latest, new, fresh
latest, newest, most recent, current
new, novel, fresh, brand new
old, aged, previous, former
outdated, obsolete, old-fashioned, out of date, stale
modern, contemporary, up to date, current
traditional, old-style, conventional, classic
past, history, before, earlier
future, upcoming, to come, ahead
upcoming, coming up, next, forthcoming
next, following, subsequent, after that
final, last, ultimate, definitive
first, initial, earliest, original
unique, no equal, distinctive, only one
distinctive, recognizable, special, characteristic
special, particular, exceptional, extraordinary
ordinary, normal, everyday, average
average, mean, typical, middling
standard, norm, usual, default
default, standard setting, preset, unless otherwise stated
custom, bespoke, tailored, made to order
unusual, strange, uncommon, odd, not ordinary
strange, odd, weird, peculiar
common, widespread, frequent, usual
popular, well liked, in demand
famous, fame, well-known, celebrated
unknown, unfamiliar, not known
image, impression, perception, how people see
impression, perception, how comes across
come across, be perceived, seem, sound
good, fine, satisfactory, decent
excellent, outstanding, superb, first-class, top-notch
perfect, flawless, ideal
bad, poor, inferior, awful
poor, low quality, bad, weak
terrible, awful, dreadful, horrible
quality, standard, how good, caliber
acceptable, tolerable, okay, good enough, satisfactory
sufficient, enough, adequate, suffice
insufficient, not enough, too little, inadequate, lacking
lack, shortage, absence, missing, deficiency
missing, absent, not there, lacking
extra, additional, more, supplementary
excessive, too much, over the top, overdone
overload, too much, overwhelm, flood
overwhelm, too much, swamped
busy, occupied, swamped, snowed under
workload, amount of work, capacity, on your plate
capacity, bandwidth, room, available time
available, at hand, accessible, free
unavailable, out of office, not reachable, away
absent, away, out of office, not there
key, main, most important, central
secondary, second, subordinate, supporting
essential, indispensable, must have, vital
unimportant, trivial, insignificant, does not matter
relevant, pertinent, related, to the point
irrelevant, unrelated, beside the point, off topic
useful, helpful, handy, of use
useless, pointless, no use, worthless
effective, works well, successful
ineffective, does not work, unsuccessful, no effect
efficient, economical, without waste
productive, getting things done, output
clear, clarity, obvious, easy to understand
unclear, vague, ambiguous, fuzzy
vague, unclear, imprecise, woolly, unspecific
obvious, evident, plain to see, apparent
specific, precise, particular, concrete
concrete, specific, tangible, real
abstract, theoretical, not concrete
accurate, accuracy, correct, exact, precise
approximate, roughly, rough, about
inaccurate, inaccuracy, wrong, incorrect, not true
wrong, incorrect, mistaken, false
true, truth, factual, real
truthful, honest, honesty, sincere
false, untrue, not true, wrong
misleading, misled, deceptive, deceive
lie, untruth, not tell truth, deceive
honest, honesty, candid, straightforward, frank
transparent, open, nothing to hide
open, candid, frank, upfront
secret, secrecy, hidden, confidential
confidential, secret, private, internal only, sensitive
private, privacy, personal, not public
public, open to everyone, external
internal, in-house, inside, within company
sensitive, delicate, touchy
anonymous, no name, unnamed
formal, official, ceremonious
conversational, like talking, chatty, natural
warm, warmth, friendly, cordial
approachable, friendly, easy to approach, accessible
polite, courteous, courtesy, well-mannered
rude, impolite, bad-mannered, disrespectful
respectful, considerate, polite
disrespectful, rude, demeaning, insulting
kind, nice, caring
empathy, empathetic, compassion, understanding, put in shoes
sympathy, compassion, feel sorry for
human, person-like, natural
robotic, stiff, mechanical, machine-like, impersonal
natural, genuine, unforced
authentic, genuine, real, true to self
sincere, heartfelt, genuine
serious, seriousness, earnest, grave, solemn
funny, humor, comical, amusing
humor, joke, funny, wit, being funny
joke, gag, pun, crack, kidding
witty, wit, clever, funny
sarcastic, sarcasm, snarky, ironic, irony
ironic, irony, tongue in cheek, sarcastic
childish, silly, immature, juvenile
silly, foolish, goofy, ridiculous
boring, boredom, dull, tedious, dry
interesting, engaging, captivating, intriguing
exciting, thrilling
excited, enthusiastic, enthusiasm, thrilled, fired up
enthusiastic, enthusiasm, keen, eager
energetic, energy, lively, dynamic
happy, glad, pleased, delighted
satisfied, satisfaction, content, pleased, happy
dissatisfied, dissatisfaction, unhappy, not pleased
sad, unhappy, down
upset, distressed, unhappy, hurt
angry, anger, mad, furious, upset
angry customer, upset customer, difficult customer, dissatisfied client
frustrated, fed up, annoyed
afraid, fear, scared, frightened
anxious, anxiety, nervous, worried
stress, strain, tension, pressure
tired, exhausted, fatigue, worn out
burnout, exhaustion, overworked, worn out
proud, pride, pleased with
modest, modesty, humble, humility
humble, humility, modest, down to earth
arrogant, conceited, full of self, smug
condescending, patronizing, talking down, superior
preachy, moralizing, lecturing, wagging a finger
aggressive, hostile, forceful
bold, daring, brave, courageous
brave, bravery, courage, bold
confident, self-assured, sure of self
shy, timid, reserved, quiet
cautious, caution, careful, wary
careful, carefully, with care, cautious
careless, sloppy, negligent, slapdash
sloppy, untidy, careless, messy
patient, patience, take your time, calm
impatient, cannot wait
stubborn, obstinate, will not budge
flexible, adaptable, elastic
rigid, inflexible, strict
strict, rigorous, firm, hard and fast
tough, firm, hard, resilient
loyal, loyalty, faithful, stick with
trustworthy, reliable, credible, dependable
doubt, uncertainty, be unsure, not be sure
unsure, uncertain, uncertainty, not sure, in doubt
certain, certainty, sure, definite
sure, certain, confident, positive
possible, feasible, doable
impossible, not possible, cannot be done
likely, likelihood, probable, chance
unlikely, improbable, long shot
opportunity, chance, opening, possibility
luck, lucky, fortune
random, by chance, arbitrary
risk, danger, could go wrong, hazard
risky, risk, dangerous, chancy
safe, safety, secure, not dangerous
threat, threaten, danger, menace
cause, reason, root cause, origin
reason, cause, why, grounds
rationale, reasoning, why, logic behind
root cause, underlying reason, what went wrong
consequence, result, effect, aftermath
impact, effect, influence, difference made
side effect, unintended consequence, by-product
benefit, advantage, upside, plus, gain
beneficial, benefit, helpful, good for
advantage, benefit, edge, strong point, plus
pros and cons, advantages and disadvantages, benefits and drawbacks, trade-offs
trade-off, compromise, balance, give up
drawback, disadvantage, downside, catch
evidence, proof, supporting facts, backing
proof point, evidence, supporting fact, reason to believe
fact, truth, piece of information, detail
fraction, part, proportion, share
data, information, figures, facts
information, details, facts, data, info
detail, particular, specifics, fine point
guideline, rule, guidance, directive
policy, rules, official rule, regulation
law, legal, legislation, statute, regulation
rights, permission, license, entitlement
license, permit, permission, usage rights
copyright, ownership rights, intellectual property
special case, edge case, exception, unusual situation
condition, requirement, prerequisite, provided that
prerequisite, precondition, needed beforehand, requirement
criterion, criteria, standard, basis
boundary, limit, border, edge
minimum, at least, lowest, smallest
maximum, at most, highest, up to
range, from to, span, spread
threshold, cutoff, limit, tipping point
scope, extent, range, what is covered
extent, degree, how far, scope
degree, level, extent
level, tier, grade, stage
procedure, process, steps, course of action
process, workflow, procedure, how it works
workflow, process, sequence of steps, order of work
approach, method, way, angle
technique, method, trick, skill
trick, hack, shortcut, technique
shortcut, quick way, faster route
checklist, to-do list, things to check
to-do, task, action item, job
task, job, assignment, piece of work
job, role, position, work
role, function, job, part
career, professional path, advancement, working life
project, undertaking, initiative, venture
initiative, project, effort, drive
effort, work, hard work, exertion
milestone, key date, checkpoint, major step
progress, advance, headway, how far along
status, state, where things stand, progress
state, condition, status, shape
situation, circumstances, scenario, case
context, background, setting, circumstances
background, context, history, backdrop
history, past, story, origins
origin, source, where from, beginnings
beginning, start, outset, onset
middle, center, midpoint
edge, border, side, margin
inside, within, interior, inner
outside, exterior, outer, beyond
distance, space between, how far, gap
gap, space, opening, hole
space, room, area
area, field, region, zone
region, area, territory, part of country
abroad, overseas, foreign, in other countries
foreign, from abroad, other country
international, global, worldwide, across borders
global, worldwide, everywhere, international
remote, from home, working from home, distance
on site, in office, in person
online, on the internet, web, digital
offline, not online, in print
time zone, local time, different hours
amount, quantity, how much, volume
many, numerous, a lot, plenty
few, not many, a handful, couple
several, some, a number of, various
various, different, variety, diverse
variety, range, diversity, assortment, various
diverse, varied, mixed
version, variant, edition
alternative, option, substitute, other choice
group, set, bunch, cluster
department, division, unit, section
organization, company, institution, body
partner, ally, collaborator, associate
supplier, vendor, provider, contractor
freelancer, contractor, self-employed, outside help
customer, client, buyer, shopper
user, person using, customer, end user
buyer, purchaser, customer, decision maker
prospect, potential customer, lead, future customer
audience, readers, target group, who for
reader, audience, person reading
guest, visitor, invited person
people, persons, humans, folks
person, individual, human being, someone
child, children, kids, minors
young people, youth, teenagers, young adults
older people, seniors, elderly, aged
gender, sex, male and female
blind, visually impaired, cannot see, low vision
deaf, hard of hearing, cannot hear
accessible, usable by everyone, barrier-free
inclusive, for everyone, including everybody
discriminate, treat unfairly, prejudice
bias, prejudice, stereotype, slant
stereotype, cliche, prejudice, generalization
fair, just, even-handed
unfair, unjust, not fair
equal, same, even
subjective, personal opinion, biased
opinion, view, point of view, what think
point of view, perspective, viewpoint, standpoint
expert, expertise, specialist, professional, authority
colleague, coworker, teammate, workmate
manager, boss, head, team lead
executive, senior management, leadership, higher-ups, c-level
founder, person who started, creator
spokesperson, voice of company, press contact
friend, buddy, pal
issue, problem, concern, matter
pain point, problem, frustration, what bothers
challenge, difficulty, hurdle, obstacle
mistake, error, slip, blunder, oversight
error, mistake, fault, bug
pitfall, common mistake, trap, what goes wrong
flaw, defect, fault, imperfection
crash, break down, stop working
outage, downtime, service down, not available
crisis, emergency, disaster, worst case
emergency, urgent case, crisis
incident, event, occurrence, something happened
accident, mishap, unintended event
scandal, bad press, outrage, controversy
controversy, dispute, hot topic
bad press, negative coverage, bad publicity
backlash, negative reaction, outcry, criticism
rumor, gossip, hearsay, word going around
concept, idea, notion, plan
brainstorm, come up with, generate ideas, think up
come up with, devise, invent, think up
innovate, new idea, breakthrough
creative, imaginative, original
template, pattern, model, ready-made form
pattern, recurring form, regularity, model
framework, structure, model, system
structure, organization, build, layout
layout, arrangement, design, placement
format, form, file type, layout
theme, topic, subject, motif
content, material, substance, text
message, core statement, what to say
slogan, tagline, catchphrase, motto, strapline
heading, header, title, section title
subtitle, subheading, secondary headline
caption, image text, description below
sentence, line, statement
term, word, expression, name
terminology, terms, technical words, vocabulary
spelling, how written, orthography
grammar, sentence rules, language rules
punctuation, commas and periods, punctuation marks
comma, serial comma, punctuation mark
period, full stop, dot at end
dash, hyphen, em dash, line between words
apostrophe, possessive mark, contraction mark
quotation marks, quotes, inverted commas
exclamation point, exclamation mark, shouting mark
brackets, parentheses, round brackets
capital letter, capitalization, uppercase
lowercase, small letters, not capitalized
sentence case, first word capitalized
title case, capitalize every word
all caps, capital letters, uppercase, shouting
bold, thick letters, bold type
italics, slanted letters
underline, line under
letter, character, glyph
letter, mail, written message
font, typeface, typography, lettering
photo, photograph, picture, shot, photography
symbol, sign, mark, emblem
chart, graph, diagram, figure
table, grid, rows and columns
film, movie, shoot, video
music, soundtrack, song, tune
narrator, voice-over, speaker
script, written lines, screenplay
story, narrative, tale, storytelling
anecdote, short story, little story
fiction, made up, invented
made up, invented, fabricated, fictional
page, sheet, screen
button, clickable, call to action
form, questionnaire, fields to fill
interview, talk with, conversation, questioning
report, write-up, account, findings
note, memo, short message
newsletter, mailing, regular email
email, mail, electronic message
subject line, email title, email heading
attachment, enclosed file, attached document
signature, sign-off, name at end
poster, placard, sign, billboard
promote, push, advertise, plug
social media, social networks, social channels
post, social post, update, entry
platform, channel, network
channel, medium, way to reach
event, occasion, function, happening
conference, convention, congress, symposium
speech, talk, address, lecture
celebrate, mark the occasion
birthday, anniversary, date of birth
same page, aligned, in agreement
in a nutshell, in short, briefly, summary
from scratch, from zero, from the beginning
rule of thumb, rough rule, general guideline, heuristic
outside the box, be creative, unconventional
get ball rolling, start, kick off
drop the ball, fail, make mistake, neglect
extra mile, exceed expectations, extra effort
cut corners, skimp, take shortcuts, do sloppily
ground running, start fast, productive quickly
bite the bullet, face it, accept the unpleasant
call it quits, stop, finish
square one, start over, begin again
start over, redo, begin again, from scratch
in the loop, informed, kept updated
out of loop, not informed, uninformed
quick win, easy gain, fast result
game changer, breakthrough, major shift
deal breaker, showstopper, reason to refuse, knockout
red flag, warning sign, alarm signal
warning, alert, caution, notice
gray area, unclear case, borderline
bottom line, net result, main point
gist, main point, essence, key message
main point, key message, essence, core idea
takeaway, key message, main point, lesson
beat around bush, avoid the point, be vague
to the point, be direct, be concise
without detour, direct, directly, no detour
cut to chase, to the point, be brief
sugarcoat, gloss over, make sound nicer, euphemism
euphemism, mild word, nicer word
mince words, speak indirectly, be vague
between the lines, infer, implied meaning
infer, conclude, deduce
food for thought, something to consider
elevator pitch, short pitch, one-minute summary
word of mouth, personal recommendation, referral
in the air, undecided, not settled
undecided, not decided, torn, on the fence
on the fence, undecided, hesitant
hesitate, think twice
second thoughts, doubts, hesitation
change your mind, reconsider, rethink
rethink, rethought, reconsider, think again
have a say, be consulted, voice, influence
final say, last word, decision authority, decides
who decides, decision maker, decision rights, approver
in charge, responsible, head of, leading
call the shots, decide, be in charge
step in, intervene, intervention, take over
take over, assume, assume control, takeover
fill in, stand in, substitute, cover for, deputy
stand in, deputy, substitute, backup person
up to speed, inform, brief, update
brief, instruct, give instructions
instructions, directions, orders, how-to
rule out, exclude, eliminate, dismiss
narrow down, reduce choices, shortlist
shortlist, narrow selection, preselection
weed out, remove, eliminate, filter out
filter, sift, screen, sort out
stay on top, keep up, be current
keep up, keep pace, stay current
catch up, make up ground, get updated
fall behind, lag, get late
run out of, use up, have none left
run into, encounter, meet with, come across
face, confront, encounter, be up against
boil down to, amount to, come down to
add up, make sense, be logical
make sense, be reasonable, logical, be coherent
logical, reasonable, makes sense
reasonable, sensible, fair, makes sense
contradict, conflict with, inconsistent
consistent, uniform, same throughout
inconsistent, varying, not uniform
uniform, consistent, all the same
coherent, hang together, consistent
same, identical, alike, equal
similar, alike, resemble, like
resemble, look like, be similar
difference, distinction, contrast, what sets apart
opposite, reverse, contrary, converse
vary, variation, variable, differ
balance, equilibrium, even out
contrast, difference, stand out against
blend in, fit in, not stand out
fit in, belong, be part of
out of place, inappropriate, does not fit
appropriate, suitable, fitting, proper
suitable, appropriate, fit, right for
inappropriate, unsuitable, out of place, improper
off-brand, not on brand, out of character
on-brand, fits the brand, brand consistent
in character, in keeping with, in line with
in line with, according to, consistent with, conforming
according to, in accordance with, as stated by
regardless, no matter what, in any case
despite, in spite of, even though
because of, due to, owing to
in case of, in the event, if
for example, for instance, such as
et cetera, and so on, and so forth
automatic, by itself, on its own
by accident, accidentally, by mistake, unintentionally
on purpose, deliberate, intentionally
by heart, from memory, memorized
behind the scenes, background, backstage
under the radar, unnoticed, low profile
in the spotlight, center of attention, featured
across the board, overall, for everyone, generally
one size fits, universal, same for everybody
case by case, individually, depends on situation
it depends, depending on, varies
best case, ideal outcome, most favorable
worst case, most unfavorable, disaster scenario
plan b, contingency, fallback, backup plan
contingency, backup plan, emergency plan
safety net, fallback, insurance
insurance, coverage
medical, health-related, doctor
clothes, dress, outfit
office, workplace, workspace
equipment, gear, tools, hardware
password, login, credentials, access code
requirement, spec, specification, what is needed
specification, specify, details, requirements
specify, spell out, state exactly
ingredient, component, part, element
component, part, element, building block
part, portion, section, piece
complete, full, entire, nothing missing
comprehensive, complete, extensive, all-embracing
thorough, thoroughly, in detail, careful
partial, incomplete, in part, not finished
unfinished, incomplete, work in progress, rough
finished, completed, done, final
overall, in general, on the whole
general, broad, overall, universal
universal, applies to everyone, general
individual, single, separate, personal
single, one, only, sole
only, just, merely, solely
most, majority, greater part, bulk
majority, most people, more than half
minority, fewer than half, small group
total, sum, overall amount
rest, remainder, what is left
leftover, remaining, unused
repeat, recur, recurrence, happen again
series, sequence, succession, chain
sequence, order, what comes first, succession
order, sequence, arrangement
order, command, instruct
hierarchy, order of importance, ranking, levels
cycle, loop, round
trend, tendency, direction, fashion
tend, tendency, be inclined
habit, custom, routine, usual practice
routine, ritual, habit, regular procedure
custom, tradition, convention
convention, custom, agreed practice
culture, way of life, shared values
religion, religious, faith, belief
politics, government
political, taking sides
government, authorities, state
environment, surroundings, setting
sustainable, eco-friendly, green, environmentally friendly
pollution, contamination
charity, donation, good cause
volunteer, voluntary work, give time
community, group, fellow members
christmas, holiday season, festive season
clean, cleanliness, tidy, neat
neat, tidy, orderly
messy, untidy, cluttered, disorder
clutter, mess, crowded, overcrowded
crowded, cluttered, packed, full
beautiful, pretty, attractive
elegant, stylish, refined
fancy, elaborate, ornate, posh
luxury, premium, high-end
premium, high-quality, high-end, upscale
fresh, new, crisp
smooth, even, seamless
rough, uneven, coarse
sharp, crisp, in focus
blurry, blurred, out of focus, fuzzy
pixelated, low resolution, grainy, blurry
loud, noisy, shouting
quiet, silent, silence, noiseless
visible, can be seen
invisible, hidden, cannot be seen
flat, even, level
straight, direct, not curved
direct, directly, straight, immediate
indirect, roundabout
active, busy, in action
passive, inactive, not acting
negative, pessimistic, unfavorable
optimistic, optimism, hopeful, positive
constructive, helpful, aimed at improving
destructive, destroy, harmful
harmful, damaging, bad for
harmless, safe, does no harm
judgmental, critical, finding fault
critical, disapproving, fault-finding
critical, crucial, decisive
decisive, decide, determining
hesitant, reluctant, unwilling
willing, willingness, ready, prepared to
eager, keen, cannot wait
curious, curiosity, inquisitive, wanting to know
surprise, astonish, unexpected, catch off guard
shock, stun, upset
disappoint, let down
expectation, what people expect, anticipated
embarrass, awkward, make uncomfortable
awkward, clumsy, uncomfortable
comfortable, at ease
uncomfortable, discomfort, ill at ease
alone, on your own, by yourself, solo
independent, on your own, self-reliant
autonomy, independence, free hand, self-determination
freedom, free, liberty
free, available, not busy
control, be in charge, govern
authority, power, right to decide
leader, head, person in charge
leadership, management, executives
status, rank, standing
senior, experienced, higher-ranking
junior, less experienced, entry-level
experience, know-how, background
experience, undergo, go through
competent, capable, skilled
talent, gift, ability
smart, clever, intelligent, bright
wise, wisdom, sensible
famous person, celebrity, well-known person, star
ambassador, advocate, supporter, representative
advocate, champion, speak up for
member, part of, belonging
membership, subscription, being a member
repeat customer, returning customer, comes back
returning, coming back, repeat
retention, keeping customers, retain, stay
win back, reactivate, re-engage, lapsed customers
lapsed, inactive, dormant, gone quiet
brand awareness, how well known, name recognition
feel, look and feel, impression
viewer, audience, person watching
host, moderator, organizer
organizer, planner, coordinator
coordinate, organize together, align
responsible for, in charge, owns, takes care of
involved, concerned, affected, part of
affected, impacted, touched by
concerned, worried, uneasy
approach someone, reach out, contact
cold call, unsolicited call, outreach
outreach, reaching out, first contact
pitch, sales talk, proposal, present idea
proposal, offer, suggestion, bid
bid, tender, offer, quote
proof of purchase, receipt, invoice
savings, money saved, cost reduction
save time, time-saving, quicker
worth it, worthwhile, pays off
worth, value, merit
pay off, be worthwhile, bring results
pay attention, be attentive, attention, watch out
watch out, be careful, beware
look out, be careful, beware
make sure, ensure, see to it, be certain
ensure, make sure, guarantee, secure
see to it, take care, ensure
set up, establish, create
found, establish, start
basis, foundation, grounds, starting point
foundation, base, groundwork, fundamentals
basics, fundamentals, essentials, first principles
fundamental, basic, essential
core, heart, essence, center
spirit, essence, character
identity, who we are, character
describe yourself, self-description, who we are, about us
about us, boilerplate, company description, who we are
company name, business name, what called
title, job title, position name
adjective, describing word, descriptive word
active voice, subject acts
contraction, shortened form, don't and can't
hashtag, tagged word, pound sign
mention, tag, at sign
bullet, bullet point, list item
numbered list, ordered list, steps in order
footnote, note at bottom, endnote
disclaimer, legal note, small print
terms, conditions, terms and conditions
clause, provision, section
sign, put name, autograph
agreement signed, contract, signature
confidentiality agreement, nondisclosure, nda
leak, get out, come to light
hack, break in, security breach
spam, junk mail, unwanted mail
scam, fraud, trick, swindle
phishing, fake email, fraud attempt
suspicious, fishy, doubtful, dubious
abuse, misuse, mistreat
misuse, wrong use, incorrect use, abuse
harass, bully
bully, intimidate, pick on
report, tell about, make known
whistleblower, reporting misconduct, speak up
ethics, moral
moral, right and wrong, ethical
conflict of interest, divided loyalty, competing interests
dos and don'ts, rules, right and wrong
good example, model, best practice
bad example, not to do, anti-pattern
not to do, don'ts, avoid, incorrect use
best practice, proven method, recommended way
lessons learned, retrospective, post-mortem, learnings
retrospective, look back, review, post-mortem
look back, review, reflect
hindsight, looking back, afterward
afterward, after, later, subsequently
meanwhile, in the meantime, same time
simultaneous, same time, in parallel
soon, shortly, before long
right now, currently, at the moment
nowadays, these days, today
twice, two times
again, once more, another time
size, dimensions, measurements, how big
age, how old, years
what for, purpose, why
what if, in case, scenario
how to, instructions, guide, steps
supposed to, should, expected to
should, ought to, recommended
use case, scenario, application, when to use
purpose-built, made for, dedicated
dedicated, devoted, committed
engaged, involved, interaction
interact, engage, communicate
convey, get across, communicate, express
get across, convey, make understood
express, put into words, voice
sound like, come across, tone
resonate, strike a chord, appeal
strike a chord, resonate, touch emotionally
go down well, be well received, popular
well received, popular, liked
deaf ears, be ignored, no response
no response, silence, no reply
bounce, leave quickly, be returned
dropout, give up, leave early
give up, gave up, abandon, quit
abandon, leave behind, give up
hold back, withhold, keep back
withhold, withheld, keep back, not give
hand out, distribute, give away
give away, gave away, donate, hand out
shut down, close, switch off
break even, cover costs, no loss
underperform, do worse, below expectations
outperform, do better, beat
benchmark, comparison value, reference value, standard
key figure, kpi, metric, indicator
indicator, sign, measure
outcome, result, what came out
findings, results, what we found
insight, finding, understanding, realization
realize, become aware, notice
theory, idea, hypothesis
prove wrong, refute, disprove, debunk
myth, misconception, false belief
misconception, wrong idea, false belief
question, query, issue
common questions, faq, often asked
problem solving, troubleshooting, finding solutions
troubleshoot, fix problems, diagnose
diagnose, diagnosis, find the cause
symptom, sign, indication
treatment, remedy, cure
workaround, temporary fix, way around
loophole, way around, gap in rules
circumvent, get around, bypass
bypass, skip, go around
skip, leave out, pass over
rush job, hurried work, express order
bottleneck, holdup, choke point
queue, line, waiting list
backlog, pile of work, open tasks
pending, waiting, outstanding, open
outstanding, unresolved, open
rework, do again, redo
redo, redone, do again, repeat
iterate, repeat, improve repeatedly
revision, change round, new version
version control, keeping versions, file versions
file name, naming, name of file
repository, storage place, library
resource, means, material
material, stuff, matter
hard copy, printout, on paper
paper, stationery, sheet
packaging, pack, wrapping
product, item, goods, merchandise
merchandise, merch, branded goods, swag
goods, products, wares
service, offering, what we do
range, product line, selection
selection, assortment, range, choice
stock, inventory, supply
store, shop, retail outlet
shop, store, buy
market, marketplace, demand
demand, need, interest
niche, small market, specialty
specialize, specialty, focus on
industry, sector, branch, field
field, area, discipline
competition, rivals, other providers
leading, top, foremost
lead, be ahead, be first
pioneer, first mover, trailblazer
`;
