/** Words of work in a company that people use for the same thing: a group a line, the usual word of documents first. */
export const COMPANY_GROUPS = `
employee, staff, team member, worker, colleague, personnel, workforce
colleague, coworker, teammate, peer, fellow worker
manager, boss, supervisor, lead, line manager, superior, people manager
direct report, subordinate, report, reportee, team member
executive, leadership, senior management, c-suite, top management, exec
ceo, chief executive officer, chief executive, company head, big boss
cfo, chief financial officer, finance chief, head of finance
cto, chief technology officer, tech chief, head of technology
coo, chief operating officer, operations chief, head of operations
cmo, chief marketing officer, marketing chief, head of marketing
cro, chief revenue officer, revenue chief
cpo, chief product officer, head of product
chro, chief people officer, head of hr, head of people
ciso, information security officer, security chief, head of security
cio, chief information officer, head of it
dpo, data protection officer, privacy officer
svp, senior vice president
evp, executive vice president
founder, cofounder, creator, owner, entrepreneur
board, board of directors, directors
shareholder, stockholder, investor, owner
stakeholder, interested party, involved party
human resources, hr, people team, people operations, people ops, personnel department
people partner, hr business partner, hrbp, people business partner, hr contact
recruiter, talent acquisition, hiring team, headhunter, talent partner
contractor, freelancer, consultant, temp, independent contractor, external, gig worker
intern, trainee, apprentice, internship, working student
newcomer, new hire, new joiner, new starter, new employee, new colleague, newbie
mentor, coach, buddy, guide, advisor
onboarding buddy, buddy, mentor, go-to person
mentorship, mentoring, coaching, guidance
coach, train, mentor, teach
expert, specialist, subject matter expert, sme, pro, guru
beginner, novice, newbie, newcomer, starter
role, position, job, function, post
job title, title, role name, position title
responsibility, duty, task, accountability, remit
responsible, in charge, accountable, owner
directly responsible individual, dri, owner, responsible person, person in charge
owner, responsible person, accountable person, person in charge
ownership, accountability, responsibility
job description, role description, job spec, role profile
job family, career track, role family, job group
career ladder, career path, career framework, progression, job ladder, leveling
job grade, level, grade, seniority, rank, pay grade
senior, experienced, high-level, seasoned
junior, entry-level, inexperienced, early career
individual contributor, ic, non-manager, specialist
skip level, manager's manager, boss's boss
team, group, squad, crew, unit
department, division, unit, function, business unit, area
organizational chart, org chart, organigram, company structure, reporting structure, hierarchy
organization, company, firm, business, enterprise, corporation
reorganization, restructuring, reorg, reshuffle
working group, task force, committee, interest group, project team
guild, community of practice, chapter, interest group
employee resource group, erg, affinity group
headcount, number of employees, staff size, team size, company size
staffing, resourcing, manning, headcount planning
hire, recruit, employ, take on, bring on board
hiring, recruitment, talent acquisition, staffing
vacancy, job opening, open position, open role, opening, requisition
job posting, job ad, job listing, job advertisement, vacancy notice
candidate, applicant, job seeker, interviewee
apply, put in for, submit application, request
application, candidacy, job application
resume, cv, curriculum vitae, work history
cover letter, application letter, motivation letter
interview, job interview, hiring conversation
interviewer, hiring panel, interview panel
screening call, phone screen, screening interview, first call
technical interview, coding interview, coding test
take-home assignment, take-home test, homework, work sample
assessment, test, evaluation, exam
scorecard, interview feedback, evaluation form, rating sheet
reference check, references, background call
background check, background screening, vetting, criminal record check
employment offer, job offer, offer letter, offer
employment contract, employment agreement, work contract, job contract
referral, recommendation, refer a friend, employee referral
referral bonus, finder's fee, referral reward
sourcing, candidate search, finding candidates, talent search
talent pool, talent pipeline, candidate pool
applicant tracking system, ats, recruiting software, hiring tool
reject, turn down, decline, refuse, say no
accept, agree, say yes, take
onboarding, first day, induction, getting started, orientation, joining, first week
offboarding, leaving, exit process, departure, last day
probation, probation period, trial period, probationary period
start date, first day, joining date, hire date
last day, final day, leaving date, end date, termination date
resign, quit, leave, hand in notice, step down
resignation, quitting, giving notice, voluntary departure
dismiss, fire, terminate, let go, sack, lay off
layoff, redundancy, downsizing, job cut, reduction in force
notice period, period of notice, notice
severance, severance pay, payoff, exit package
exit interview, leaving interview, exit conversation
turnover, attrition, people leaving, staff turnover
retention, keeping employees, staff retention
retire, stop working, leave work
retirement plan, pension, 401k, superannuation, retirement savings
promotion, advancement, step up, moving up, getting promoted
promote, advance, move up, level up
demotion, downgrade, step down
transfer, internal move, relocation, switching team, changing teams
internal mobility, internal transfer, changing teams, internal application
succession planning, replacement planning, successor
successor, replacement, substitute
stand-in, deputy, substitute, backup, cover, replacement, acting
acting, interim, temporary, stand-in
secondment, temporary assignment, shadowing, internship for learning
job shadowing, shadowing, shadow program, sitting in
salary, pay, compensation, wage, earnings, paycheck, remuneration
compensation review, salary review, pay review, annual comp review
payroll, pay run, salary payment, wages
payday, pay date, pay day, when paid, salary date
payslip, pay stub, pay slip, salary statement, wage slip
pay raise, salary increase, raise, pay rise, pay increase
bonus, incentive, extra pay, variable pay, premium
commission, sales incentive, variable pay, sales bonus
base salary, base pay, fixed salary, basic pay
on-target earnings, ote, target pay
salary range, pay band, compensation range, salary band, pay scale
location factor, geographic pay
cost of living, living costs, living expenses
inflation, price rise, rising prices
stock option, equity, share option, company shares
restricted stock unit, rsu, stock grant, share award
stock purchase plan, espp, buy company shares
vesting, earn shares
overtime, extra hours, additional hours, working late
toil, compensatory time, comp time
gross, before tax, pretax
net, after tax, take-home
benefit, perk, fringe benefit, extra, advantage
health insurance, medical insurance, health coverage, medical plan, healthcare
dental plan, dental insurance, dental coverage
life insurance, death benefit, life cover
stipend, allowance, subsidy, grant, contribution
allowance, budget, stipend, allocation
wellness, wellbeing, health, well-being
employee assistance program, eap, counseling, mental health support
mental health, psychological health, emotional wellbeing, mental wellbeing
burnout, exhaustion, overwork, overload
work-life balance, work-life harmony, work-life integration
gym, fitness, sports club, fitness studio
paid time off, pto, vacation, time off, annual leave, holiday, days off
leave, absence, time off, leave of absence
public holiday, bank holiday, national holiday, statutory holiday, legal holiday
company holiday, company-wide day off, company shutdown
company day off, extra day off
parental leave, maternity leave, paternity leave, baby leave
pregnant, expecting, having a baby
new parent, having a baby, becoming a parent
child, kid, son, daughter
childcare, daycare, babysitting, looking after children
sick leave, sick day, sick time, illness, medical leave
sick, ill, unwell, poorly, under the weather
bereavement leave, compassionate leave, funeral leave, death in family
unpaid leave, leave without pay, unpaid time off
sabbatical, extended leave, long break, career break
jury duty, court service, jury service
military leave, military service, reserve duty
volunteer time off, vto, volunteering day, volunteering
carer's leave, caregiver leave, family leave, looking after relatives
reasonable accommodation, workplace adjustment, accommodation, special arrangement
absence, nonattendance, being away, not present
out of office, ooo, away, unavailable, on leave, absent
out-of-office message, auto reply, automatic reply, away message, vacation responder
carry over, roll over, carry forward
entitlement, allowance, quota, right
entitled, eligible, have a right, qualify
accrue, build up, accumulate, collect
coverage, cover, backup, replacement
handover, handoff, hand over, transfer of work, passing on
hand over, pass on, transfer, hand off
working hours, office hours, business hours, working time
business hours, opening hours, office hours, opening times
flexible hours, flextime, flexible working, flexible schedule
part-time, reduced hours, fewer hours
full-time, regular hours, 40 hours
shift, work slot, turn, duty period
rota, rotation, schedule, duty roster, roster
on-call, standby, pager duty, on duty, after-hours duty
timesheet, time tracking, time recording, hours log, time sheet
time tracking, log hours, record time, clock in
break, pause, rest, lunch break, time-out
attendance, presence, being there
attend, take part, participate, join, go to
participant, attendee, guest, invitee
participate, take part, join in, get involved
remote work, working from home, telecommuting, home office, wfh, telework, work remotely
all-remote, fully remote, distributed, no office, fully distributed
hybrid work, hybrid, partly remote, office days
home office, workspace, home workspace, home desk
office equipment, home office setup, office supplies, furniture
digital nomad, work from anywhere, working abroad, working while traveling
coworking space, shared office, coworking, rented desk
relocation, move, change of residence
relocate, move, move house, change country
visa, work permit, residence permit, right to work
work permit, work authorization, right to work, work visa
immigration, moving country, visa matters
asynchronous, async, not real-time, non-live, own time
synchronous, real-time, live
in person, face to face, on site, offline
virtual, online, remote, digital
time zone, timezone, local time, region
handbook, manual, guide, guidebook, rulebook
policy, rule, guideline, regulation, directive
guideline, guidance, rule, recommendation, instruction
rule, regulation, requirement, principle
principle, tenet, ground rule, core belief
best practice, recommended practice, good practice, proven method
do's and don'ts, dos and don'ts, what to avoid
code of conduct, behavior rules, ethics code, conduct policy, standards of behavior
code of ethics, ethics policy, business conduct
ethics, morals, integrity
etiquette, manners, good manners, protocol
misconduct, bad behavior, wrongdoing, violation
harassment, bullying, mobbing, abuse, unwanted behavior
discrimination, unfair treatment, bias, prejudice
retaliation, revenge, reprisal, payback
whistleblower, anonymous report, speak up, report wrongdoing
complaint, grievance, criticism, gripe
complain, raise a concern, file a grievance
investigation, inquiry, probe, examination
disciplinary action, sanction, warning, penalty, consequence
written warning, formal warning, warning letter
conflict of interest, competing interests, outside interest
outside activity, side job, side project, second job, moonlighting, side hustle
bribery, corruption, kickback, bribe
gift, present, giveaway, freebie
dress code, what to wear, clothing rule, attire
alcohol, drinking, booze
smoking, cigarettes, vaping
value, core value, principle, belief
culture, company culture, way of working, how we work, working culture
mission statement, company purpose, why we exist
vision, long-term goal, future picture, north star
north star, guiding star, main goal, guiding metric
strategy, plan, approach, game plan
tactic, method, move, approach
transparency, openness, being open, visibility
transparent, open, public by default, visible
collaboration, teamwork, cooperation, working together, joint work
collaborate, work together, cooperate, team up
iteration, small step, incremental change, step by step
minimum viable change, mvc, smallest change, small step
minimum viable product, mvp, first version, prototype
results, outcome, achievement, output
efficiency, productivity, effectiveness, saving time
efficient, productive, economical, time-saving
productivity, efficiency, output, getting things done
diversity, inclusion, belonging, dei, dib
inclusive, welcoming, open to everyone
equality, equity, fairness, equal treatment
bias, prejudice, unconscious bias, partiality
gender, sex, gender identity
pronoun, he or she, gender pronoun
psychological safety, feeling safe, safe environment, trust
trust, confidence, faith, reliance
respect, esteem, appreciation, regard
kindness, being kind, friendliness, niceness
empathy, understanding, compassion, putting yourself in
honesty, sincerity, candor, frankness, being honest
candid, frank, honest, direct, straightforward
integrity, honesty, uprightness
assume positive intent, good faith
bias for action, act quickly, just do it, take action
initiative, proactivity, self-starting
proactive, take initiative, forward-looking, on own accord
autonomy, independence, self-direction, freedom
autonomous, independent, self-directed, on your own
self-starter, manager of one, self-managed, self-organized
micromanagement, controlling boss, over-supervision
empower, enable, authorize, give power
motivation, drive, incentive, encouragement
motivate, encourage, inspire, drive
engagement, involvement, commitment, employee satisfaction
engagement survey, employee survey, pulse survey, staff survey
satisfaction, contentment, happiness
recognition, appreciation, praise, kudos, acknowledgment
praise, compliment, applaud, commend
thank, say thanks, show gratitude, express thanks, appreciate
thanks, gratitude, thank you, appreciation
award, prize, reward, bonus
discretionary bonus, spot bonus, spot award, one-time bonus
celebrate, party, mark occasion, commemorate
celebration, party, festivity
anniversary, work anniversary, jubilee, years of service
tenure, length of service, years of service, time at company
morale, mood, spirit, atmosphere
team building, team bonding, team event, social activity, getting to know
social call, coffee chat, virtual coffee, casual chat
coffee chat, informal chat, small talk, coffee break
small talk, chit-chat, casual conversation
icebreaker, warm-up, introduction game
feedback, comment, input, opinion, remark
give feedback, share thoughts, criticize, comment
constructive feedback, negative feedback, criticism, constructive criticism
360 feedback, peer review, 360 review, peer feedback, all-round feedback
performance review, performance appraisal, annual review, evaluation, assessment, performance evaluation
performance, achievement, results, work quality
underperformance, poor performance, low performance, not doing well
performance improvement plan, pip, improvement plan, performance plan
high performer, top performer, star, overachiever
talent assessment, talent review, calibration, performance rating
calibration, alignment of ratings, rating comparison
rating, score, grade, mark
skill, ability, competence, expertise, know-how
strength, strong point, advantage, strong suit
weakness, weak point, shortcoming, area for improvement
development plan, growth plan, individual growth plan, career plan, idp
career development, professional development, personal growth, career growth
training, course, learning, education, workshop, class
learning and development, l&d, training, continuing education
workshop, training session, hands-on session, working session
seminar, webinar, class, lecture
webinar, online seminar, web event, online event
certification, accreditation, qualification, badge
degree, diploma, qualification
tuition, course fee, school fee, study cost
tuition reimbursement, education budget, learning budget, training budget, course reimbursement
e-learning, online course, online training, online learning
learning management system, lms, training platform, learning platform
quiz, test, knowledge check, exam
knowledge, know-how, understanding, information
goal, objective, target, aim, ambition
okr, key result, quarterly goal, company goal
key result, measurable result, target metric
kpi, key performance indicator, metric, indicator, measure
target, goal, quota, target value
quota, sales target, target number
milestone, stage, checkpoint, interim goal
benchmark, reference value, standard, yardstick, comparison
baseline, starting point, starting value, reference point
dashboard, overview, report, cockpit, control panel
report, summary, account, write-up
analytics, analysis, statistics, data analysis, reporting
analysis, examination, study, breakdown
analyze, examine, look into, study
track, follow, monitor, keep tabs
monitor, watch, observe, keep an eye, track
monitoring, surveillance, observation, tracking
success, achievement, accomplishment, win
failure, breakdown, defeat, flop, mistake
achieve, accomplish, reach, attain, hit
progress, headway, advancement, status
status, state, situation, progress, how far
status update, progress report, status report, progress update
check-in, status call, catch-up, touch base
plan, scheme, outline
plan, schedule, arrange, organize
roadmap, plan, product plan, what's coming, future plan
planning cycle, planning period, planning process, cadence
annual plan, yearly plan, year plan, annual operating plan
fiscal year, financial year, business year, fy
quarter, three months, q1, quarterly period
quarterly business review, qbr, quarterly review
estimate, approximation, rough figure, guess, ballpark
estimate, guess, assess, calculate roughly
priority, importance, urgency, precedence
prioritize, rank, put first, order by importance
prioritization, ranking, setting priorities, ordering
important, critical, crucial, essential, key, vital
urgent, pressing, time-critical, asap, immediate
urgency, hurry, rush, time pressure
severity, seriousness, gravity, how bad
project, initiative, undertaking, program, endeavor
project manager, project lead, project owner, program manager
project management, project coordination, project planning
project plan, work plan, schedule, timeline
kickoff, kick-off, project start, launch meeting
scope, extent, range, coverage
scope creep, growing scope, expanding requirements
deliverable, output, result, work product
requirement, need, specification, prerequisite, must-have
prerequisite, precondition, requirement, condition
specification, spec, requirements document, description
brief, assignment, instructions
proposal, suggestion, idea, pitch, draft
propose, suggest, put forward, pitch, recommend
idea, suggestion, thought, concept
brainstorm, ideation, generate ideas, collect ideas, think up
draft, rough version, first version, work in progress, sketch
work in progress, wip, unfinished, draft
timeline, schedule, time frame, time plan, calendar
deadline, due date, cutoff, time limit, closing date, end date
due date, deadline, when due, target date
overdue, late, past due, delayed, behind schedule
delay, postponement, hold-up, lag, slip
postpone, delay, defer, put off, push back, reschedule
reschedule, move, rebook, change the time
cancel, call off, abort, drop, withdraw
ticket, issue, case, request, task
issue, ticket, problem, task, topic
issue tracker, ticket system, ticketing tool, bug tracker, jira
task, to-do, action item, assignment, work item, chore
to-do list, task list, action list
action item, next step, follow-up, to-do, takeaway
backlog, task list, open work, pending work, work queue
epic, large project, theme, parent issue
user story, requirement, story, use case
kanban board, issue board, task board, trello
sprint, iteration, work cycle, two-week cycle
agile, scrum, iterative method
standup, daily, daily meeting, daily standup, morning meeting
retrospective, retro, lessons learned, look back, post-project review
postmortem, incident review, root cause analysis, retrospective, after-action review
root cause, underlying cause, reason, real reason
lessons learned, learnings, insights, what we learned, takeaways
insight, finding, learning, discovery
assign, allocate, delegate, give to, hand to
assignee, responsible person, owner, person assigned
delegate, hand off, pass on, assign
blocker, obstacle, impediment, hurdle, showstopper
blocked, stuck, held up, cannot continue
dependency, reliance, prerequisite
bottleneck, choke point, constraint, slowdown
workload, amount of work, work volume, capacity
capacity, availability, bandwidth, resources
available, free, reachable, accessible
unavailable, busy, unreachable, not free
busy, occupied, tied up, swamped
finish, complete, conclude, end, wrap up, get done
done, complete, finished, ready
definition of done, completion criteria, acceptance criteria, when finished
ready, prepared, set, good to go
start, begin, launch, initiate, commence, kick off
stop, end, halt, cease, quit
close, shut, complete, resolve
reopen, open again, restart
approval, sign-off, authorization, permission, clearance, green light, consent, go-ahead
approve, sign off, authorize, okay, green-light, clear, give permission
approver, authorizer, signatory, person who approves, decision maker
approval process, approval workflow, sign-off process, who approves
authorization matrix, signature policy, approval matrix, spending authority, who can sign
allowed, permitted, authorized, ok, okay
allow, permit, let, authorize, enable
prohibit, forbid, ban, disallow, bar
mandatory, required, compulsory, obligatory, must-have
exception, exemption, special case, exclusion
edge case, special case, corner case, exception
reviewer, checker, proofreader, approver
review, check, inspect, examine, look over, go through
verify, check, confirm, make sure, validate, double-check
verification, confirmation, validation, check
ensure, make sure, guarantee, see to it
confirm, verify, acknowledge, corroborate
process, procedure, workflow, way of doing, routine
workflow, process, sequence of steps, procedure, flow
standard operating procedure, sop, procedure, standard process, work instruction
runbook, playbook, operating manual, instructions, cookbook
playbook, guide, runbook, how-to, recipe
step, stage, phase, action
step-by-step guide, tutorial, how-to, instructions, walkthrough
instruction, direction, how-to, guidance
checklist, to-do list, list of steps, tick list
automation, automatic process, automated workflow
automate, make automatic, mechanize
bureaucracy, red tape, paperwork
form, questionnaire, fill-in document, request form
survey, poll, questionnaire, opinion poll
fill in, fill out, complete, enter
submit, hand in, send in, file, turn in
request, ask for, apply for, order
inquiry, request, question, query
improve, enhance, make better, optimize, upgrade
improvement, enhancement, optimization, betterment
escalation, raising issue, going higher, taking it up
escalate, raise, take higher, involve manager, bring up
escalation path, who to contact, chain of command, next contact
raise, bring up, mention, flag, point out
flag, mark, highlight, point out, report
disagree, object, oppose, differ, have another opinion
disagreement, dispute, argument, difference of opinion
disagree and commit, accept decision, commit anyway
conflict, dispute, argument, fight, clash
conflict resolution, settling disputes, mediation, resolving disagreement
resolve, solve, settle, fix, sort out
solve, fix, resolve, crack, figure out
solution, answer, fix, remedy
problem, issue, trouble, difficulty, challenge
complicated, complex, intricate, difficult
decision, choice, determination, verdict, ruling
decide, choose, determine, make a decision, make up mind
decision maker, who decides, dri, approver
decision making, deciding, decision process
decision log, record of decisions, decision record
two-way door, reversible decision, can be undone
one-way door, irreversible decision, cannot be undone
consensus, agreement, common ground, unanimity
agreement, deal, accord, understanding
alignment, agreement, coordination
align, coordinate, agree, sync
coordinate, organize, align, harmonize
vote, ballot, poll
option, choice, alternative, possibility
alternative, substitute, other option, replacement
trade-off, compromise, balance, pros and cons
pros and cons, advantages and disadvantages, upsides and downsides
advantage, benefit, plus, upside, pro
disadvantage, drawback, downside, con, minus
reason, rationale, cause, why, motive, justification
criterion, criteria, requirement, condition, standard
documentation, docs, written information, manual
document, file, paper, doc, record
knowledge base, wiki, help center, documentation, knowledge library
source of truth, ssot, authoritative source, master version, one central place
source, origin, where from, reference
reference, source, citation, link
wiki, intranet, handbook, knowledge base, confluence
intranet, internal site, employee portal, internal website
library, collection, repository, archive
handbook first, handbook-first, write it down, document everything
write down, note, record, put in writing, jot down
recording, video recording, recorded meeting
table of contents, overview, index, toc
glossary, list of terms, dictionary, terminology, vocabulary
term, word, expression, phrase
acronym, abbreviation, short form, initialism
sample, example, specimen, template
template, sample document, boilerplate, blueprint, starter, form letter
boilerplate, standard text, canned text, stock text
tldr, summary, short version, in brief
summarize, recap, sum up, condense
overview, summary, outline, big picture
introduction, intro, opening, preface
appendix, annex, attachment, supplement
attachment, attached file, enclosure, appendix
version history, change history, revision history, earlier versions
version control, versioning, git, revision control
changelog, release notes, what's new, change history, list of changes
change, modification, amendment, alteration, update
change, modify, alter, adjust, amend
edit, revise, change, correct, rework
editor, reviser, copy editor, proofreader
proofread, check spelling, correct, review
typo, spelling mistake, misprint, spelling error
mistake, error, slip, fault
deprecated, outdated, no longer supported, retired, phased out
up to date, current, latest, recent
contribute, add, give input, help
recommend, suggest, advise, propose
advice, recommendation, guidance, tip, counsel
tip, hint, trick, advice
meeting, call, session, appointment, get-together, gathering
one-on-one, 1-1, 1:1, one-to-one, one on one, individual meeting
all-hands, town hall, company meeting, all-hands meeting, company call, all hands
ask me anything, ama, q&a session, question time
office hours, open hour, drop-in session, consultation hours
group conversation, department update, open discussion
agenda, meeting plan, list of topics, program, talking points
meeting notes, minutes, protocol, meeting record, notes
moderate, facilitate, chair, host, lead
note taker, minute taker, scribe, secretary
speaker, presenter, lecturer, talker
presentation, slide deck, deck, slides, powerpoint, talk
present, show, demonstrate, give a talk
demo, demonstration, product tour, showing
discussion, conversation, debate, talk
discuss, talk about, debate, talk over, go over
invite, calendar invite, meeting request
rsvp, reply to invitation, confirm attendance
schedule, book, arrange, set up, plan
scheduling, booking, finding a time, setting up meetings
appointment, meeting, date, booking
time slot, slot, window, period
meeting-free day, focus friday, no-meeting day, quiet day, focus day
focus time, deep work, uninterrupted time, quiet time, concentration time
recurring, regular, repeating
meeting room, conference room, boardroom
late, behind time, not on time, tardy
punctual, on time, prompt
cadence, rhythm, frequency, how often, interval
frequency, how often, regularity, rate
communication, correspondence, messaging, exchange
communicate, talk, convey, tell, get across
internal communication, internal comms, employee communication, company communication
announcement, notice, news, proclamation
announce, make known, declare, communicate, publish, let everyone know
notify, inform, let know, tell, alert, give notice
notification, alert, notice, message
remind, prompt, nudge, ping
answer, reply, respond, get back
response, reply, answer, reaction
response time, reaction time, how fast, turnaround, time to reply
turnaround time, processing time, how long, lead time, response time
ask, inquire, request, question
message, note, dm, text
direct message, dm, private message, private chat, pm
chat, instant messaging, slack, teams, messenger
channel, chat room, slack channel, chat group
thread, conversation, reply chain
mention, tag, at-mention, ping
ping, poke, message, contact
mailing list, distribution list, email list, group address, listserv
email signature, signature, sign-off, email footer
subject line, email subject, heading
newsletter, mailing, bulletin, digest
cc, copy, carbon copy
inbox, mailbox, incoming mail
contact, reach out, get in touch, approach
point of contact, contact person, contact, who to ask, go-to person
phone number, telephone number, cell number, contact number
cell phone, mobile phone, mobile, smartphone, cell
call, ring, phone, dial
emoji, smiley, emoticon, reaction
share, distribute, pass on, circulate
explain, clarify, describe, make clear
explanation, clarification, description
clear, understandable, unambiguous, plain
misunderstanding, confusion, miscommunication, mix-up
language, tongue
translate, localize, put into language
translation, localization, l10n
feedback loop, feedback cycle, response cycle
social media, social network, facebook, linkedin, twitter
blog, weblog, blog post, article
press, media, journalist, news outlet, reporter
spokesperson, press contact, media contact, speaker
press inquiry, media request, journalist question
crisis communication, crisis response, emergency communication
tool, application, software, app, program
tech stack, software list, tools we use, list of tools, applications
system, platform, tool, environment
calendar, schedule, google calendar, outlook
shared calendar, team calendar, group calendar
google docs, online document, word document, text document
word processor, word, google docs, text editor
spreadsheet, excel, google sheets, table, sheet
video call, zoom, video conference, google meet, teams call, video chat
mute, silence, turn off sound
camera, webcam, video
headset, headphones, earphones
background, virtual background, backdrop
screen sharing, share screen, show screen
screen, monitor, display
screenshot, screen capture, screen grab, print screen
design tool, figma, design software, graphics software
whiteboard, miro, mural, drawing board
password manager, 1password, password vault, credential store
e-signature, docusign, electronic signature, digital signature, sign online
signature, autograph, signing
sign, put signature, undersign
survey tool, google forms, survey software
hr system, hris, workday, bamboohr, personnel system
expense tool, expensify, expense software, navan
chatbot, assistant, bot, ai assistant
artificial intelligence, ai, machine learning, chatgpt, generative ai
large language model, llm, ai model, chatgpt
prompt, ai instruction, ai command
plugin, add-on, extension, add-in
browser, chrome, web browser, safari
link, hyperlink, url, web address
search, look for, find, seek
file, document, item
drive, cloud storage, google drive, dropbox, file storage, onedrive
file name, naming convention, name of file, how to name
naming convention, naming rule, naming scheme, how to name
file format, file type, format, extension
download, save locally, fetch, get file
save, store, keep, back up
backup, copy, safety copy, data backup
restore, recover, get back, bring back
delete, remove, erase, wipe, get rid
deletion, removal, erasure
remove, take away, delete, take out
duplicate, copy, double, replica
access, entry, login, permission
access request, requesting access, get access, ask for permission
provisioning, granting access, account setup, giving access
deprovisioning, removing access, revoking access, access removal
revoke, withdraw, take away, cancel
grant, give, allow, award
account, login, user account, profile
sign up, register, enroll, create account, join
registration, signup, enrollment
username, user name, user id, handle, login name
password, passcode, passphrase, login secret, pin
forgotten password, password reset, lost password, locked out
locked out, cannot log in, no access
credential, login data, password, access data, secret
single sign-on, sso, okta, one login
two-factor authentication, 2fa, multi-factor authentication, mfa, two-step verification
authentication, login, proof of identity, identity check
administrator, admin, system admin, superuser
least privilege, minimum access, need-to-know
license, software license, seat, user license
vpn, virtual private network, secure connection
wifi, wi-fi, wireless, wireless network, internet
internet connection, bandwidth, broadband, wifi
laptop, computer, notebook, macbook, pc
computer, pc, machine, laptop, desktop
equipment, gear, hardware, kit
device, gadget, machine, equipment
own device, byod, personal device, own phone, private laptop
printer, copier, printing machine
print, print out, hard copy
desktop support, it help desk, it support, technical support, it department
help desk, service desk, support desk, it support
restart, reboot, start again
install, set up, put on
setup, configuration, installation, arrangement
configure, set up, adjust, customize
setting, preference, option, configuration
customize, tailor, adapt, personalize
information security, infosec, cybersecurity, it security, data security
phishing, scam email, fake email, fraudulent email
scam, fraud, con, swindle
suspicious, dubious, fishy, strange
malware, virus, malicious software, trojan
ransomware, blackmail software, extortion software
hacker, attacker, intruder, cybercriminal
hack, break in, attack, compromise
breach, leak, data breach, security breach, data leak
vulnerability, security hole, weakness, security flaw
penetration test, pen test, security test, ethical hacking
bug bounty, vulnerability reward, security reward
patch, fix, security update, update
encrypt, encode, scramble
firewall, network protection
stolen, lost, missing
lost laptop, stolen laptop, missing device, lost device
lose, misplace, mislay
incident, outage, emergency, disruption
incident response, incident management, emergency handling, handling incidents
outage, downtime, service interruption, crash, system down
downtime, outage, unavailability, being down
uptime, availability, reliability
disaster recovery, emergency recovery, system restore
business continuity, continuity plan, emergency plan, keeping running
emergency, urgent situation, crisis, sos
emergency contact, person to notify, next of kin
evacuation, fire drill, leaving the building
workplace safety, occupational safety, health and safety, safety at work
accident, injury, mishap
injury, wound, harm
first aid, medical help, emergency aid
risk, danger, hazard, threat
risk management, risk assessment, handling risk
mitigate, reduce, lessen, alleviate
prevent, avoid, avert, stop
avoid, steer clear, refrain, keep from
impact, effect, influence, consequence
consequence, result, effect, outcome
affect, influence, impact, have an effect
support, customer service, help, assistance, customer care
customer support, customer service, customer care, help desk
support agent, support engineer, service rep, support rep
help, assist, support, aid, lend a hand
service level agreement, sla, response time guarantee, service guarantee
service level objective, slo, reliability target
support hours, service hours, support availability, when support available
first response time, initial reply
triage, sort, first assessment, initial sorting
troubleshoot, diagnose, debug, find the problem
troubleshooting, problem solving, diagnosis, debugging
workaround, temporary fix, bypass, quick fix
hotline, support number, help line, phone line
customer, client, buyer, account, patron
prospect, potential customer, lead, possible customer, prospective client
lead, prospect, potential customer, sales contact
account manager, account executive, customer contact, account owner, client manager
customer success manager, csm, customer success, account manager
sales development representative, sdr, bdr, outbound rep
solutions architect, sales engineer, presales, technical consultant
sales, selling, revenue team
sell, market, vend
deal, sale, transaction, opportunity
opportunity, deal, potential sale, chance
pipeline, sales funnel, open deals, sales pipeline
close a deal, win customer, make a sale, closed won
closed lost, lost deal, lost opportunity
customer satisfaction, csat, happy customers, client satisfaction
net promoter score, nps, recommendation score, willingness to recommend
churn, customer loss, cancellation, attrition, losing customers
renewal, extension, contract renewal, prolongation
renew, extend, prolong
upsell, expansion, sell more, upgrade sale
cross-sell, additional sale, related sale
account plan, customer plan, account strategy
customer journey, buyer journey, customer experience path
customer experience, cx, client experience
reference customer, customer reference, showcase client
unhappy customer, dissatisfied customer, angry customer, upset client
refund, money back, repayment, chargeback
reimburse, refund, pay back, repay
subscription, plan, membership, recurring payment
tier, plan, level, package
free trial, trial, test period, evaluation period
pricing, price list, what it costs, rates
price, price list, how much does it cost, how much do you charge, how much do we charge, what does it cost, what do you charge, what do we charge, how much is it, how much do they cost, how expensive is it
list price, standard price, full price, catalog price
expensive, costly, pricey, high-priced
competitor, rival, competition, competing company
market, marketplace, industry segment
industry, sector, branch, vertical, line of business
partner, business partner, ally, reseller
vendor, supplier, provider, third party, seller
agency, external partner, service provider, creative agency
procurement, purchasing, buying, sourcing
purchase, buy, acquire, order, get
purchase request, purchase requisition, buying request, order request
purchase order, po, order, order form
vendor management, supplier management, third-party management
vendor onboarding, new supplier, supplier registration, adding a vendor
contract, legal agreement, paper, terms
terms and conditions, terms of service, t&c, contract terms, terms of use
master service agreement, msa, framework agreement, main contract
statement of work, sow, work order, scope document
order form, order document, sales order
non-disclosure agreement, nda, confidentiality agreement, secrecy agreement
data processing agreement, dpa, data processing addendum
request for proposal, rfp, tender, bid request
request for information, rfi, information request
clause, provision, paragraph, contract term
amendment, addendum, contract change, supplement
negotiate, bargain, haggle, discuss terms
negotiation, bargaining, contract talks
expiration, expiry, end date, lapse
valid, in force, effective, applicable
invalid, void, not valid
effective date, valid from, start date, when it applies
invoice, bill, statement, payment request
billing, invoicing, charging
billing address, invoice address, payment address
receipt, proof of purchase, sales slip, proof of payment
payment, remittance, settlement, transfer
pay, settle, remit, transfer money
payment terms, net 30, when to pay, payment deadline
accounts payable, ap, paying bills, outgoing payments
accounts receivable, ar, incoming payments, money owed
credit card, company card, corporate card, virtual card
bank transfer, wire transfer, wire, direct deposit
exchange rate, conversion rate, currency rate
money, funds, cash, financial resources
funding, financing, investment, capital
fund, finance, pay for, sponsor
expense, cost, spending, outlay, expenditure
expense report, expense claim, reimbursement, claim expenses, get money back
reimbursement, refund, repayment, money back, payback
expense policy, spending rules, spending policy
expense, claim back, get reimbursed, write off
spending limit, spending cap, maximum amount, budget limit
per diem, daily allowance, day rate, daily rate
mileage, kilometer allowance, driving costs, car expenses
budget, financial plan, available money, funds, spending plan
over budget, too expensive, overspent
cost center, department code, budget code
save money, cut costs, economize, be frugal
frugality, thrift, economy, spend wisely
finance, accounting, money matters, financial department
accountant, bookkeeper, auditor
month-end close, closing the books, monthly close
audit, inspection, examination, review
auditor, inspector, examiner
tax, vat, sales tax, levy, duty
tax return, tax filing, tax declaration
revenue, income, sales, turnover, earnings
annual recurring revenue, arr, yearly revenue, subscription revenue
monthly recurring revenue, mrr, monthly revenue
profit, gain, earnings, net income
profitable, lucrative, money-making
profit and loss, p&l, income statement
margin, profit margin, markup
cash flow, money flow, liquidity
tco, overall cost
investment, capital spend, money put in
capital expenditure, capex, capital spending
operating expense, opex, running costs, operating costs
donation, charity, contribution, giving
nonprofit, charity, ngo, good cause
sponsor, backer, patron, supporter
executive sponsor, project sponsor, senior supporter
sponsorship, sponsoring, backing, financial support
corporate social responsibility, csr, social responsibility, social impact
sustainability, environmental protection, green, environment, eco-friendly
esg, environmental social governance, sustainability
carbon footprint, emissions, carbon dioxide, climate impact
initial public offering, ipo, going public, stock market listing
publicly traded, listed company, public company
merger, acquisition, m&a, takeover, buyout
acquire, buy, take over, purchase
subsidiary, daughter company, affiliate, child company
headquarters, hq, head office, main office
legal entity, company, corporation, registered company
legal, law, lawyers, counsel
lawyer, attorney, legal counsel, counsel, solicitor
lawsuit, litigation, court case, legal action
sue, take to court, litigate
law, legislation, statute, act
legal, lawful, permitted, legitimate
illegal, unlawful, against the law
compliance, adherence, conformity, following rules
comply, adhere, follow, obey, stick to
violation, breach, infringement, offense
penalty, fine, sanction, punishment
liability, legal responsibility, accountability
intellectual property, ip, proprietary rights
copyright, author's right, usage rights
trademark, brand name, registered mark, tm
patent, invention protection, protected invention
open source, free software, oss, public source code
usage rights, license, permission to use
disclaimer, legal notice, disclosure, small print
disclose, reveal, make known, report
disclosure, revelation, making known
confidential, secret, private, not public, sensitive, classified
confidentiality, secrecy, discretion, privacy
internal, in-house, company-only, within the company
public, open, external, available to everyone
external, outside, third-party
not public, confidential, private by default, internal only
insider trading, trading on secrets, insider dealing
material nonpublic information, mnpi, insider information
data classification, sensitivity level, data category, confidentiality level
personal data, personal information, pii, personally identifiable information, private data
sensitive data, confidential information
privacy, data protection, confidentiality
privacy policy, privacy notice, data protection policy
gdpr, data protection law, european privacy law
data subject request, data deletion request, data access request
opt out, unsubscribe, decline, withdraw consent
opt in, subscribe, agree, consent
cookie, tracking, browser tracking
data retention, retention period, how long kept, keeping records
anonymous, unnamed, nameless, without name
anonymize, make anonymous, remove names, depersonalize
soc 2, security certification, security audit
iso 27001, security standard, security certification
record retention, keeping documents, archiving
data warehouse, central database, snowflake
database, data store, data bank
data quality, correct data, data accuracy
accuracy, correctness, precision
product, offering, solution, item
product manager, pm, product owner, product lead
product management, product planning
designer, ux designer, graphic designer, creative
user research, ux research, user study, customer interviews
prototype, mockup, model, trial version
wireframe, sketch, layout draft
feature, functionality, capability
feature request, product suggestion, wish, enhancement request
feature flag, feature toggle, switch
bug, defect, error, fault, glitch
bug report, defect report, reporting a problem, error report
debug, find errors, fix bugs
engineer, developer, programmer, coder, software engineer
engineering, development, software development, programming
code, source code, program text, script
program, code, write software
code review, merge request review, checking code
merge request, pull request, mr, pr, change request, change proposal
merge, combine, join, unite
commit, save change, check in
branch, code line, fork
repository, repo, code storage, project, codebase
release, launch, rollout, publication, new version
go live, launch, be released, start
deploy, roll out, install, put live, ship, push to production
deployment, rollout, putting live, installation
rollout, introduction, launch, phased release
ship, release, deliver, send out
production, live system, live environment
staging, test environment, preview
test, try out, check, trial
quality assurance, qa, quality control, testing
quality, standard, grade, excellence
beta, test version, early access, preview
pilot, trial run, test phase, trial
proof of concept, poc, feasibility test, trial
continuous integration, ci, automated build, ci/cd
continuous deployment, cd, automatic release, continuous delivery
devops, development and operations
api, programming interface, application programming interface
webhook, callback, automatic notification
cloud, hosted, online, saas
saas, cloud software, hosted service
self-managed, on-premises, self-hosted, on-prem, own server
server, host, machine
infrastructure, platform, backbone, foundation
architecture, structure, system design
backend, server side, behind the scenes
frontend, user interface, client side
technical debt, tech debt, old code, cleanup work
legacy, old, outdated, inherited
refactor, restructure, clean up code
performance, speed, load time, how fast
slow, sluggish, laggy
scalable, expandable, able to grow
migration, move, transfer, switch
migrate, move, transfer, switch over
upgrade, update, newer version
compatible, works with, interoperable
script, small program, macro
terminal, command line, cli, console
business day, working day, workday, weekday
weekday, workday, monday to friday
week, seven days, 7 days
weekly, every week, once a week, per week
daily, every day, each day, per day
monthly, every month, once a month, per month
quarterly, every quarter, every three months, four times yearly
annual, yearly, every year, once a year, per year, per annum
biweekly, every two weeks, fortnightly, every other week, bi-weekly
fortnight, two weeks, 14 days
semiannual, twice a year, every six months, half-yearly
half-year, six months, semester
half an hour, 30 minutes, half hour
deadline, how long, by when, until when
duration, length, how long, period
period, time span, time frame, interval
time limit, maximum time, deadline, how long
until, by, before, no later than
in advance, beforehand, ahead, prior, early
immediately, at once, right away, instantly, straight away, asap
early, ahead of time, in good time
recently, lately, not long ago
permanent, indefinite, lasting, unlimited
short-term, near-term, soon
often, frequently, regularly, many times
rarely, seldom, hardly ever, infrequently
usually, normally, generally, typically, as a rule
ongoing, continuous, constant
previous, former, earlier, prior, past
upcoming, forthcoming, coming, planned
number, amount, quantity, how many, count
how many, number of, count, quantity
how much, amount, cost, quantity
count, number, tally, total
total, sum, overall, whole
percentage, percent, share, proportion
double, twice as much, two times
average, mean, on average, typical
ratio, proportion, relation
maximum, limit, upper limit, at most, cap, no more than
minimum, at least, lower limit, no less than
at least, minimum, no fewer than
limit, cap, ceiling, maximum, threshold
threshold, limit, cutoff, trigger point
exceed, go over, surpass, be more than
range, span, bandwidth, spread
approximately, about, around, roughly, circa
additional, extra, further, more
increase, rise, grow, go up, raise
increase, growth, rise, gain
decrease, decline, drop, fall, go down
reduce, lower, cut, decrease, cut down
reduction, decrease, cut, lowering
growth, expansion, increase
size, dimension, magnitude, how big
length, how long, extent
best, top, optimal, ideal
similar, comparable, alike, like
different, distinct, unlike, other
difference, distinction, how differ, contrast
differ, vary, be different
compare, contrast, match up, weigh against
comparison, versus, vs, contrast
instead of, rather than, in place of
prefer, favor, like better, rather
preferred, favored, first choice, favorite
preference, favorite, liking
main, primary, principal, chief, central
complete, full, entire, whole, comprehensive
incomplete, partial, unfinished
everyone, everybody, all people, all employees
office, workplace, site, work location
country, nation, state
region, area, territory, zone
abroad, overseas, foreign country, another country
europe, european union, eu
apac, asia pacific, asia
amer, americas, latam
united states, us, usa, america
united kingdom, uk, britain, great britain
worldwide, global, international, around the world
local, regional, nearby
city, town, municipality
package, parcel, box
mail, post, letters
facility, premises, building, site
entrance, door, access, way in
badge, id card, access card, key card
reception, front desk, lobby
kitchen, pantry, break room
canteen, cafeteria, lunchroom
parking, car park, parking space, parking lot
restroom, bathroom, toilet, washroom
elevator, lift
visitor, guest, caller
travel, trip, journey, business trip
business trip, work travel, business travel, company travel
traveler, passenger, person traveling
travel policy, travel guidelines, travel rules
travel agency, booking tool, navan, travel portal
book, reserve, make a reservation
booking, reservation, order
flight, air travel, plane, airplane
airfare, flight cost, plane ticket, air ticket
economy class, coach, cheapest class
business class, first class, premium cabin
airline, carrier, air carrier
hotel, accommodation, lodging, place to stay
accommodation, lodging, housing, overnight stay
airbnb, holiday rental, apartment, private accommodation
rental car, hire car, car rental
taxi, cab, uber, lyft, ride share
train, rail, railway
public transportation, public transit, bus, subway
commute, travel to work, way to work, get to work
luggage, baggage, suitcase
meal, food, lunch, dinner
meal allowance, food budget, meal expenses
restaurant, eating out, dining
catering, food service, food and drink
passport, id, travel document
identity card, id, identification
travel insurance, trip insurance, insurance abroad
itinerary, travel plan, route
vaccination, shot, immunization, jab
covid, coronavirus, pandemic
event, gathering, function, occasion
booth, stand, exhibition stand, stall
offsite, retreat, team trip, team gathering, team meetup
meetup, get-together, gathering, community event
company gathering, company retreat, annual summit
venue, location, event site
organizer, event manager, host, planner
event planning, organizing an event, event management
call for papers, cfp, speaker submission, call for proposals
speaking engagement, giving a talk, public speaking, conference talk
hackathon, coding competition, hack day
swag, merchandise, merch, giveaway, promotional item, branded gift
t-shirt, tee, shirt
online shop, web shop, store, online store
voucher, gift card, coupon, gift certificate
headshot, profile picture, portrait, profile photo, avatar
bio, biography, about me, personal profile
readme, personal manual, about me, working with me
pet, dog, cat
give, given, gift
teach, taught, teacher
lead, led, leadership
receive, receipt, reception, recipient
clarify, clarification, clarity
certify, certification
qualify, qualification
identify, identification, identity
satisfy, satisfaction, satisfactory
evolve, evolution
supervise, supervisor
compete, competition, competitor
attend, attendee
retire, retiree
employ, employee, employer
advise, advice, advisor
strategy, strategic, strategist
agency, agent
able, ability, enable
capable, capacity
absent, absence
refer, referral
comply, compliance, compliant
guide, guidance, guideline
remember, remembrance, memory
bureaucracy, bureaucratic
crisis, crises
healthy, health
tax, taxation
migrate, migrant
contribute, contributor
invest, investor
distribute, distributor
create, creation, creator, creative
invite, invitee
benefit, beneficial, beneficiary
technology, technical, tech
manage, managerial
data breach, data leak, data loss, leaked data
employee directory, staff directory, team page, who is who
org chart, reporting line
clean desk policy, tidy desk, clear desk
acceptable use policy, acceptable use, computer use rules
remote onboarding, virtual onboarding, starting remotely
garden leave, paid notice period, released from work
anti-harassment policy, harassment rules, bullying policy
sick note, doctor's note, medical certificate
`;
