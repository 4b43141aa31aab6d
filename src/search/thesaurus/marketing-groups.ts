/** Words of marketing and sales that people use for the same thing: a group a line, the usual word of documents first. */
export const MARKETING_GROUPS = `
campaign, marketing push, promotion, drive, marketing effort
channel, platform, outlet, medium, place to advertise
campaign brief, briefing, creative brief, project brief
marketing mix, four ps, 4ps
multichannel, omnichannel, cross-channel, across channels, integrated campaign
marketing, promotion, promote, advertise
campaign theme, big idea, campaign concept, central idea
campaign calendar, marketing calendar, promotion schedule
always-on, evergreen campaign, ongoing campaign, running continuously
seasonal campaign, holiday campaign, christmas campaign, seasonal promotion
learning, lesson, lesson learned, takeaway, insight
retrospective, post-mortem, debrief, lookback, campaign review, what went wrong
flop, fail, underperform, bomb, tank, did badly, fall flat
win, success, did well, work well, outperform, perform well
underperform, poor result, below target, disappoint, fall short
outperform, beat, do better than, exceed, top performer
top of funnel, tofu, awareness stage, early stage
middle of funnel, mofu, consideration stage, evaluation stage
bottom of funnel, bofu, decision stage, ready to buy
funnel, sales funnel, marketing funnel, purchase funnel, buying stage
customer journey, buyer journey, user journey, path to purchase, customer path
touchpoint, contact point, interaction, moment of contact
awareness, brand awareness, name recognition, being known, visibility
consideration, evaluation, weigh up, compare options
guerrilla marketing, stunt, publicity stunt, unconventional marketing
word of mouth, recommendation, wom, people telling friends, buzz
viral, go viral, spread, take off, blow up
buzz, hype, excitement, anticipation, talk
demand generation, demand gen, create demand, drum up interest
growth marketing, growth hacking, growth
inbound marketing, inbound, attract customers
outbound marketing, outbound, cold outreach, interruption marketing
direct mail, postal mailing, letter, mailer, snail mail, postcard
flyer, leaflet, handout, pamphlet, brochure
billboard, outdoor advertising, out-of-home, ooh, poster
print ad, magazine ad, newspaper ad, press ad
tv ad, television commercial, tv spot, commercial
radio ad, radio spot, audio ad
field marketing, local marketing, regional marketing
b2b, business to business, selling to companies, corporate customer
b2c, business to consumer, consumer marketing, selling to consumers
d2c, dtc, direct to consumer, direct-to-consumer
go-to-market, gtm, market entry, launch strategy
target market, addressable market
tam, total addressable market, market size
market share, share of market, slice of market
share of voice, sov, brand visibility, mention share
brand tracking, brand study, brand survey, brand health
brand lift, lift study, awareness uplift
brand equity, brand value, brand strength
brand recall, ad recall, remember the brand, memorability
email campaign, mailing, email blast, mass email, email send, bulk email
newsletter, email digest, bulletin, mailing, monthly update
subject line, email title, email headline, email subject
preheader, preview text, preview line, snippet text, inbox preview
sender name, from name, from line
sender address, from address, reply-to address, noreply
deliverability, email delivery, reach the inbox, inbox placement, land in inbox
spam folder, junk folder, junk mail, spam filter
spam, junk mail, unsolicited email, unwanted email
bounce, undeliverable, bounced email, returned email, failed delivery
hard bounce, invalid address, dead address, permanent failure
sender reputation, domain reputation, sender score, ip reputation
warm-up, domain warming, ip warming, warm up
spf, dkim, dmarc, email authentication, sender authentication
blocklist, blacklist, denylist, block
open rate, opens, how many open, email open
click rate, ctr, click-through rate, clickthrough, how many click
click-to-open rate, ctor
unsubscribe, opt out, sign off, leave the list, stop receiving
unsubscribe rate, opt-out rate, list churn
subscribe, sign up, opt in, join the list, register
subscriber, recipient, reader, list member, contact
mailing list, email list, subscriber list, distribution list, contact list
list hygiene, list cleaning, clean the list, remove inactive, sunset policy
list building, grow the list, list growth, get more subscribers
inactive subscriber, dormant contact, unengaged, lapsed subscriber, dead contact
re-engagement, win-back, reactivation, winback, reactivate
nurture, lead nurturing, warm up leads, nurture sequence, keep leads warm
drip campaign, email sequence, email series, autoresponder, automated emails, nurture flow
welcome email, welcome series, first email, onboarding email
transactional email, system email, confirmation email, receipt
abandoned cart email, cart reminder, abandoned basket, cart recovery
cold email, outreach email, prospecting email, first-touch email
follow-up, chase, follow up, reminder, nudge, chaser
segmentation, segment, split audience, customer group, divide the list
personalization, personalize, tailor, customize, individualize
merge tag, personalization token, placeholder, dynamic field, mail merge
dynamic content, conditional content, variable content
send time, timing, best time, when to send, time of day
email fatigue, too many emails, overmailing, send fatigue
frequency cap, send limit, contact limit, maximum sends
email template, email layout, email design
plain text, text-only, unformatted email
sign-off, closing, close of email, ending, valediction
salutation, greeting, opening line
footer, bottom of email, small print
email client, mail app, outlook, gmail, mail program
email service provider, esp, mailchimp, newsletter tool, email tool
marketing automation, automated workflow, hubspot, marketo, automation
trigger, automated trigger, event-based, fire, set off
double opt-in, confirmed opt-in, confirmation email, doi
preference center, email preferences, subscription settings
forward, pass on, share with colleague
inbox, mailbox, email account
autoreply, out of office, ooo, vacation responder, automatic reply
attachment, attached file, enclosed file, enclosure
test send, test email, seed list, proof email
social media, social, social network, socials
social post, update, status, post
post, publish, put out, upload
publish, release, go live, put online, make public
twitter, tweet, microblog
instagram, insta, ig
facebook, fb, meta
tiktok, short video app
youtube, yt, video platform
reddit, subreddit, online forum
whatsapp, messenger, chat app, instant messaging
reel, short-form video, short, vertical video, tiktok
carousel, slideshow post, multi-image post, swipe post, slider
thread, tweet storm, series of posts
handle, username, account name, @ name
bio, profile text, profile description
cover image, banner, header image, cover photo
caption, post text, text under image
engagement, interaction, likes and comments, reaction
engagement rate, interaction rate
like, thumbs up, reaction
comment, reply, response
respond, reply, answer, react
share, repost, retweet, reshare, boost
follower, audience, following
follower growth, gain followers, more followers, grow audience
reach, audience size
organic reach, unpaid reach, free reach, natural reach
organic, unpaid, non-paid
algorithm, feed ranking, ranking system
feed, timeline, news feed, stream
social calendar, posting schedule, content calendar, posting plan
schedule, plan posts, queue
social listening, social monitoring, brand monitoring, mention tracking
sentiment, opinion, mood, how people feel, attitude
troll, hater, abusive commenter, hostile comment
negative comment, complaint, criticism, bad comment, angry comment
social media policy, social guideline, posting rules, social rules
employee advocacy, staff sharing, employee ambassador, colleagues posting
personal brand, thought leader profile, founder brand, executive profile
executive social, ceo posting, founder-led content, ceo on linkedin
social proof, testimonial, evidence from others, trust signal
dm, direct message, private message, pm, inbox message
community manager, moderator, forum admin, community lead
moderation, comment policy, moderate, delete comments, police comments
community, forum, user group, discord, slack group
community guideline, code of conduct, house rules, netiquette
member, participant, community user
forum, message board, discussion board, online community
user-generated content, ugc, customer content, fan content, customer photos
influencer, creator, content creator, key opinion leader, kol, youtuber
micro-influencer, small creator, niche influencer
brand ambassador, ambassador, spokesperson, brand representative
advocate, champion, evangelist, promoter
influencer marketing, creator partnership, influencer collaboration, paid creator
sponsored post, paid partnership, paid post, brand deal, sponsored content
ad disclosure, ad label, #ad, sponsorship disclosure, mark as advertising
usage rights, content rights, whitelisting, reuse permission
collaboration, collab, cooperation, joint project, team up
gifting, product seeding, free product, freebie, pr package
vanity metric, meaningless number, empty metric, feel-good metric
seo, search engine optimization, search optimization, rank on google, google ranking
search engine, google, bing, web search
serp, search results page, google results, search result
keyword, search term, search phrase, query
keyword research, find keywords, search term analysis
search intent, user intent, what people search, why people search
long-tail keyword, long tail, niche keyword, specific phrase
search volume, monthly searches, how often searched
ranking, position, placement in google, rank
rank, show up, appear, be found
findability, discoverability, being found, discoverable
meta description, page description, search snippet, google description
heading, h1, headline, header
slug, url, web address, link, page address
internal link, cross-link, link between pages
backlink, inbound link, incoming link, external link
link building, get backlinks, earn links, link acquisition
anchor text, link text, clickable text
domain authority, domain rating, site authority
on-page seo, page optimization, on-page optimization
technical seo, site health, crawlability, technical optimization
crawl, index, spider, googlebot
indexing, indexation, get listed, appear in google
robots.txt, noindex, block crawlers
canonical, duplicate content, preferred url
redirect, 301, forward url, url move
broken link, dead link, 404, page not found
page speed, loading time, site speed, slow page, core web vitals
structured data, schema markup, rich snippet, schema
featured snippet, answer box, position zero, rich result
local seo, google business profile, local search, google maps listing
keyword stuffing, over-optimization, too many keywords
keyword cannibalization, competing pages, pages competing
topic cluster, pillar page, content hub, hub page
content refresh, content update, update old content, republish
content decay, outdated content, stale content, old article
e-e-a-t, eeat, expertise and trust, author credibility
algorithm update, core update, google update
ranking drop, traffic drop, lost rankings, fell in google
google penalty, manual action, penalized
zero-click search, no-click search, answered in results
ai search, generative search, ai overview, answer engine, ai answer
answer engine optimization, aeo, generative engine optimization, llm optimization
ai visibility, cited by ai, mentioned by ai
voice search, alexa, siri, voice assistant
faq, frequently asked questions, common question, q&a, questions and answers
paid advertising, paid media, paid ads, advertising
ppc, pay-per-click, pay per click, paid search, sem
google ads, adwords, search ads, search advertising
paid social, social ads, facebook ads, linkedin ads, boosted post
display ad, banner ad, banner, web banner
banner, hero image, header graphic, display graphic
retargeting, remarketing, follow-up ads, ads that follow
native advertising, advertorial, sponsored article, sponsored content
programmatic, automated ad buying, real-time bidding
media buying, buy ad space, ad buying, media purchase
media plan, ad plan, channel plan
ad spend, media budget, advertising budget, media spend
ad copy, ad text, advertising text
creative, ad design, visual, asset, ad creative
ad fatigue, creative fatigue, ad wear-out, tired ad
ad format, ad type, ad size, ad dimension
ad group, ad set, campaign structure
ad account, ads manager, advertising account
targeting, audience targeting, who sees ads, aim at
lookalike audience, similar audience, lookalike
custom audience, matched audience, uploaded list
exclusion list, negative audience, exclude
negative keyword, excluded keyword, blocked search term
bid, bidding, auction, bid strategy
quality score, relevance score, ad relevance
placement, ad position, where ads appear
brand safety, brand suitability, unsafe placement
ad fraud, click fraud, fake clicks, bot traffic
ad blocker, adblock
branded search, brand keyword, brand term
cpc, cost per click, click price
cpm, cost per thousand, cost per mille, price per impression
cpa, cost per acquisition, cost per conversion, cost per action
cpl, cost per lead, price per lead, lead cost
cac, customer acquisition cost, acquisition cost
roas, ad return, advertising return
roi, return on investment, payback, worth the money, payoff
payback period, break-even, time to recoup
break-even, pay for itself, cover costs
impression, view, ad view, times shown
geotargeting, location targeting, regional targeting
dayparting, ad scheduling, time-of-day targeting
landing page, campaign page, squeeze page, lander, lp
home page, homepage, start page, front page, main page
web page, site, website, page
microsite, campaign site, mini site
above the fold, top of page, first screen, without scrolling
hero section, hero, page header, top banner
subheading, subheadline, subtitle
call to action, cta, button, next step, prompt to act
button text, button label, button copy, cta copy
form, sign-up form, contact form, web form, registration form
form field, input field, form question
form abandonment, form drop-off, unfinished form
pop-up, popup, modal, overlay, lightbox
exit intent, leaving visitor, exit popup
navigation, menu, nav bar, site menu
mobile, smartphone, responsive, small screen
message match, ad scent, ad-to-page consistency
thank-you page, confirmation page, success page
conversion, convert, complete action, turn into customer
conversion rate, cvr, how many convert, percentage that buys
conversion rate optimization, cro, improve conversion, get more sign-ups
friction, obstacle, barrier, hurdle, stumbling block
drop-off, abandonment, leave, bail
bounce rate, leave immediately, single-page visit
exit rate, where people leave, exit page
urgency, scarcity, fomo, limited time, countdown
false urgency, fake scarcity, pressure tactic, pushy
dark pattern, deceptive design, manipulative design, trick users
manipulative, pushy, salesy, aggressive, hard sell
trust signal, trust badge, credibility marker, seal
heatmap, click map, scroll map, hotjar
session recording, session replay, user recording
live chat, chat support, chat widget
experiment, test, trial, try out, pilot
a/b test, split test, ab test, experiment, compare versions
multivariate test, mvt, test many versions
variant, version, variation, alternative, option
control, control group, original, baseline
hypothesis, assumption, theory, educated guess
statistical significance, significant, confidence level, p-value, not by chance
sample size, number of participants, test size
inconclusive, no clear result, unclear result, no difference
test duration, test length
holdout, holdout group, incrementality test, control group
uplift, lift, increase, improvement, gain
test backlog, experiment backlog, test ideas, test roadmap
pilot, trial run, dry run, test run, small-scale test
iterate, refine, improve gradually, tweak
tweak, adjust, fine-tune, small change
optimize, improve, make better, fine-tune
analytics, web analytics, google analytics, tracking, ga4
metric, kpi, measure, number, indicator, figure
kpi, key performance indicator, success measure, target metric
north star metric, main metric, most important metric
measure, track, monitor, quantify, gauge
measurement, tracking, monitoring
okr, quarterly goals
benchmark, industry average, comparison value, reference value
baseline, starting point, initial value, status quo
dashboard, reporting board, overview, cockpit, looker
report, reporting, results summary, status report
monthly report, monthly update, performance report
executive summary, management summary, tldr, short version, summary
traffic, visits, visitors, site traffic
visit, session, site visit
visitor, user, site user
unique visitor, unique user, individual visitor
page view, view
time on page, dwell time, session duration
traffic source, referrer, acquisition channel
direct traffic, type-in traffic, unknown source
dark social, untraceable sharing, private sharing
utm, utm parameter, tracking parameter, campaign tag, tracking link
tracking pixel, pixel, tracking code
tag manager, gtm, google tag manager
event tracking, custom event, conversion tracking
attribution, credit, which channel worked
last-click attribution, last click, last touch
first-touch attribution, first click, first touch
multi-touch attribution, mta, attribution model
marketing mix modeling, mmm, media mix model
self-reported attribution, hdyhau
incrementality, true impact, additional effect, causal effect
cohort, user group, vintage
cohort analysis, retention curve, cohort report
forecast, projection, prediction, outlook, estimate
trend, development, tendency
spike, surge, jump, sudden increase, peak
decline, drop, decrease, fall, dip, slump
increase, rise, grow, growth, go up
reduce, lower, cut, decrease, bring down
plateau, stagnate, flatten, level off
outlier, anomaly, exception, odd value
percentage, rate, share, ratio, proportion
year on year, yoy, annual change
data source, source of truth, origin of data
raw data, underlying data, export, source data
data quality, dirty data, bad data, data hygiene
spreadsheet, excel, google sheet, table
visualization, chart, data viz, graphic
survey, poll, questionnaire, feedback form
nps, net promoter score, likelihood to recommend
csat, customer satisfaction, satisfaction score
customer effort score, ces, ease score
ltv, lifetime value, customer lifetime value, clv, customer worth
aov, average order value, basket size, order size
mrr, monthly recurring revenue, recurring revenue
arr, annual recurring revenue, yearly recurring revenue
profit, margin, earnings, bottom line
gross margin, profit margin, markup
gmv, gross merchandise value, sales volume
dau, mau, active user, daily active users, monthly active users
market research, market study, consumer research
lead, prospect, potential customer, inquiry, contact
lead generation, lead gen, get leads, find prospects, win new contacts
prospecting, find new customers, cold outreach, hunt leads
lead magnet, freebie, gated content, downloadable, opt-in incentive
gated content, behind a form, download wall, registration required
ungated, freely available, open access
white paper, whitepaper, report, ebook, guide
ebook, e-book, digital book, downloadable guide
checklist, to-do list, check list, tick list
template, boilerplate, blueprint, sample, fill-in form
calculator, roi calculator, estimator, interactive tool
quiz, assessment, self-test, interactive quiz
toolkit, resource kit, bundle, kit
lead scoring, lead score, rate leads, prioritize leads
lead quality, good lead, qualified lead, serious lead
mql, marketing qualified lead, marketing lead
sql, sales qualified lead, sales lead, sales-ready lead
qualify, vet, screen, filter leads, assess
qualification, bant, meddic, lead vetting
disqualify, rule out, reject
lead handoff, handover, pass to sales, lead routing
handoff, handover, pass on, transfer
speed to lead, response time
lead source, origin of lead
cold lead, stale lead, dead lead, gone quiet
ghost, go silent, stop replying, gone quiet, no response
hot lead, warm lead, ready-to-buy lead
hand raiser, demo request, contact request, inbound inquiry
intent data, buying signal, purchase signal, intent signal
buying signal, purchase intent, sign of interest
webinar, online seminar, virtual event, online workshop, web seminar
webinar registration, webinar sign-up, registrant
no-show, absentee, did not attend
attendance rate, show-up rate, turnout, how many come
attendee, participant, guest, audience member, delegate
attend, join, come, take part, show up
recording, replay, on-demand video, watch later
host, moderator, presenter, emcee
speaker, presenter, panelist, guest speaker
panel, panel discussion, round table, podium discussion
keynote, main talk, opening speech
slide deck, slides, presentation, powerpoint, keynote
agenda, schedule, program, running order
rehearsal, dry run, run-through, practice
event, conference, meetup, gathering
conference, summit, convention, congress
trade show, trade fair, exhibition, expo, fair
booth, stand, exhibit space
swag, giveaway, merch, merchandise, promotional item, goodies
business card, contact card, visiting card
networking, meet people, make contacts, mingle
meetup, get-together, user meeting, local event
workshop, training session, hands-on session, seminar
roundtable, executive dinner, small event
sponsorship, sponsoring, event sponsor, sponsor
sponsor, funder, backer, supporter
venue, location, event space, place
invitation, invite, event email
rsvp, confirm attendance, sign up, register
registration, sign-up, enrollment
save the date, advance notice, early announcement
run of show, running order, event script, event timeline
event follow-up, post-event email, after the event
livestream, live stream, live broadcast, stream
public relations, pr, media relations, press work, press office
press release, news release, media release, press announcement
boilerplate, about us text, company description, standard paragraph
press kit, media kit, press pack, press materials
journalist, reporter, editor, member of press, writer
media outlet, publication, newspaper, magazine, news site
press coverage, media coverage, earned media, publicity
earned media, free publicity, press mention
owned media, own channels, own website
pitch, media pitch, story pitch, approach a journalist
pitch, sales pitch, presentation, proposal, spiel
embargo, publication date, hold back
exclusive, first rights, scoop
spokesperson, press contact, company speaker, media contact
media training, interview training, press interview preparation
press inquiry, media request, journalist asking, reporter question
press conference, media briefing, news conference
media list, press list, press contacts, journalist list
byline, guest article, op-ed, opinion piece, guest post
crisis communication, crisis, emergency communication, pr disaster
backlash, outrage, uproar, public criticism
holding statement, first response, initial statement, prepared statement
apology, apologize, say sorry, regret
outage, downtime, system failure, incident, service down
rumor, speculation, gossip, leak
data breach, security incident, leak, data leak
escalation, escalate, raise, take higher, involve management
off the record, on background, confidential, not for attribution
no comment, decline to comment, refuse to answer
analyst relations, analyst, gartner, forrester, industry analyst
award, prize, accolade, industry award, distinction
thought leadership, expert content, expert opinion, point of view
expert, specialist, subject matter expert, sme, authority
content marketing, content strategy, editorial marketing
content, material, piece, asset, copy
editorial, journalistic, article style
blog post, article, blog entry, blog, piece
long-form, in-depth article, long read, detailed piece
short-form, snackable, bite-sized, quick read
evergreen content, timeless content, lasting content
newsjacking, react to news, trendjacking, jump on trend
listicle, list article, top ten
how-to guide, tutorial, instruction, step-by-step guide, walkthrough
infographic, visual summary, data graphic
syndication, republish elsewhere, cross-post, content distribution
distribution, spreading content, promotion
content pillar, core topic, main theme, content theme
content gap, missing topic, missing content
ghostwriter, ghostwriting, write for someone, written on behalf
content brief, article brief, writer brief, writing assignment
outline, structure, skeleton, draft structure
edit, revise, rework, polish, rewrite
revision, edit round, correction round, change round
proofread, check spelling, correct, final check
proofreading, copyediting, final read
approve, sign off, green-light, okay, give the go-ahead
reviewer, approver, who signs off, editor
feedback, comment, input, remark, critique
copywriting, writing copy, text writing, ad writing
claim, promise, assertion, statement
hook, opener, attention grabber, first line, opening
introduction, intro, opening paragraph, lede, lead-in
conclusion, ending, closing paragraph, wrap-up
clickbait, sensational headline, misleading headline
aida, pas, copy formula, copywriting framework
benefit, advantage, what's in it, value, upside
feature, function, capability, what it does
benefit-led, outcome-focused, what customers get
fluff, filler, padding, waffle, empty phrase
buzzword, jargon, corporate speak, empty phrase
superlative, exaggeration, hype, overstatement, best ever
exaggerate, overstate, overpromise, hype, oversell
overpromise, promise too much, guarantee too much
storytelling, tell a story, narrative, story
story, narrative, tale, anecdote
emotional, feeling, emotion, touching
persuasion, persuasive, convincing, compelling
microcopy, ui text, interface text, button text, ux writing
error message, error text, failure notice
scannable, skimmable, easy to scan, quick to read
readability, easy to read, reading level, legible
tone, voice, tonality, way of speaking, style
explainer video, product video, animated explainer
shoot, filming, film day, video production
voice-over, voiceover, narration, narrator
subtitle, caption, closed caption, on-screen text
transcript, transcription, written version
thumbnail, preview image, video cover
talking head, speak to camera, person on camera
animation, motion graphic, animated, moving image
video length, duration, running time
watch time, view duration, retention, how long watched
completion rate, view-through rate, watched to end
end card, end screen, outro, closing shot
teaser, trailer, sneak peek, preview
podcast, audio show, audio series, episode
podcast guest, interviewee, guest, interview partner
show notes, episode description, episode summary
stock photo, stock image, library picture
persona, buyer persona, customer profile, target person, customer avatar
ideal customer profile, icp, perfect customer, best-fit customer, right customer
target audience, target group, audience, readership
audience research, customer research, user research, know the audience
demographic, age group, age and gender, population group
psychographic, values and attitudes, lifestyle
firmographic, company size, industry and size, company characteristics
gen z, young people, zoomers, youth
millennial, gen y, thirtysomething
decision maker, buyer, economic buyer, person who decides, budget holder
gatekeeper, assistant, blocker, screening person
buying committee, buying center, decision group
influencer, recommender
champion, internal advocate, sponsor, internal ally
end user, user, person using it
c-level, c-suite, executive, ceo, top management
cmo, head of marketing, marketing director, marketing lead
procurement, purchasing, purchasing department, buyer
small business, smb, sme, small company, mid-market
enterprise, large company, corporation, big customer
startup, young company, early-stage company
founder, owner, entrepreneur, business owner
freelancer, self-employed, solopreneur, sole trader
pain point, problem, frustration, struggle, trouble, headache
need, requirement, want, demand, desire
motivation, driver, reason to buy, why they buy
fear, worry, concern, anxiety, doubt
buying behavior, purchase behavior, how they buy, shopping habit
trigger event, buying trigger, compelling event
preference, taste, liking
dislike, turn-off, pet peeve, annoyance
anti-persona, negative persona, wrong customer
interview, customer interview, conversation, user interview
interview guide, interview questions, discussion guide, question list
interviewee, respondent, participant
recruit participants, find interviewees, find testers
incentive, reward, thank-you gift, compensation, voucher
leading question, biased question, loaded question
open question, open-ended question, free-text question
multiple choice, closed question, select answer
rating scale, likert scale, star rating
response rate, return rate, how many answer
respondent, survey participant, people surveyed
bias, distortion, skew, prejudice
focus group, group interview, discussion group
usability test, user test, user testing, watch users
verbatim, original quote, exact words, customer's own words
voice of customer, voc, customer feedback, customer language
customer feedback, user feedback, opinion, what customers say
finding, result, insight, outcome, discovery
research, study, investigation, analysis
qualitative, interviews, non-numeric
quantitative, numeric, statistical
desk research, secondary research, existing data
synthesis, affinity map, cluster findings, summarize findings
jtbd, jobs-to-be-done, customer job, what customers hire
job story, user story
outcome, desired result, end result
switch, change provider, migrate, move over
switch interview, switching story
switching cost, effort of changing, lock-in, migration effort
workaround, stopgap, makeshift solution
industry, sector, field, line of business
niche, specialty, narrow market, segment
positioning, market position, place in market, how we're different
positioning statement, positioning sentence
differentiation, differentiator, what sets apart, point of difference, how we differ
usp, unique selling point, unique selling proposition, what makes unique
value proposition, value prop, customer value, customer promise, why buy
messaging, core message, key message, what we say, main message
messaging framework, message house, messaging hierarchy, message map
elevator pitch, short pitch, one-liner, what we do
category, product category, market category, type of product
category creation, new category, create a market
point of view, pov, stance, opinion, conviction
narrative, strategic narrative, brand story, company story
mission, purpose, reason for being, why we exist
vision, long-term goal, future picture, ambition
brand promise, promise, commitment to customers
reason to believe, rtb, proof point, why believe
proof point, supporting fact, evidence, statistic
credibility, trustworthiness, believability, trust
believable, credible, trustworthy, plausible
testimonial, customer quote, customer statement, endorsement, recommendation
endorsement, approval, backing, recommendation
review, rating, customer opinion, stars, evaluation
review site, g2, capterra, trustpilot, review platform
bad review, negative review, one-star review, poor rating
ask for review, request review, collect reviews
case study, success story, customer story, reference story, customer example
reference customer, customer reference, referenceable customer, showcase customer
reference call, talk to customer, reference check
customer logo, logo wall, client logo, logo bar
quote approval, permission to quote, quote release
name a customer, mention customer, use customer name, reference permission
before and after, transformation, comparison
statistic, figure, number, data point, fact
cite, quote, reference, credit
certificate, certification, seal, accreditation
competitor, competition, rival, other vendor, alternative
competitive analysis, competitor analysis, market comparison, rival research
competitive intelligence, competitor monitoring, watch competitors
battlecard, battle card, competitor sheet
comparison page, versus page, us vs them, alternative page
comparison table, feature comparison, side by side
badmouth, disparage, trash talk, speak badly of, knock
comparative advertising, compare with competitors, name competitors
win rate, close rate, success rate, deals won
win/loss analysis, win-loss interview, why we lost, lost deal review
lost deal, closed lost, lose deal
won deal, closed won, win, sale
market leader, number one, leading provider, biggest player
challenger, newcomer, underdog, small player
swot, strengths and weaknesses, swot analysis
strength, strong, strong point
weakness, weak point, shortcoming, downside, drawback
limitation, restriction, constraint
pricing, price, cost, how much, fee, charge
cost, price, expense, spend
expensive, pricey, costly, too much money
cheap, inexpensive, low-cost, affordable, budget
price list, rate card, price sheet, list of prices
pricing model, price structure, how we charge, charging model
pricing page, plans page, price overview
plan, tier, package, edition, subscription level
packaging, bundling, plan structure, what's included
bundle, package deal, combo, set
basic plan, starter plan, entry-level plan, smallest plan
enterprise plan, custom plan, large plan
subscription, recurring payment, membership, monthly plan
annual plan, yearly billing, annual billing, pay yearly
monthly billing, pay monthly, monthly payment
per seat, per user, per head, user license
usage-based pricing, pay-as-you-go, metered, consumption pricing
flat rate, fixed price, flat fee, lump sum
value-based pricing, price by value, willingness to pay
willingness to pay, price sensitivity
price anchor, anchoring, decoy, reference price
price increase, raise prices, price rise, more expensive, price change
price reduction, price cut, price drop, lower price
grandfathering, legacy price, old price, existing customer price
hidden cost, extra charge, surprise fee, additional cost
free of charge, free, gratis, at no cost, complimentary
discount, price reduction, rebate, money off, deal, markdown
coupon, voucher, promo code, discount code
special offer, deal, promotion, sale, bargain
offer, proposal, deal, promotion
early bird, early booking discount, advance price
volume discount, bulk discount, quantity discount
nonprofit discount, charity discount, ngo price
student discount, education price, academic pricing
discount approval, who can discount, discount limit
haggle, negotiate, bargain, ask for discount
negotiation, negotiate, price talk
quote, quotation, price offer, estimate, cost proposal
invoice, billing
payment, pay, settlement
payment method, credit card, paypal, way to pay
refund, money back, reimbursement, return payment
money-back guarantee, satisfaction guarantee, risk-free, guarantee
guarantee, warranty, assurance, promise
free trial, trial, test period, try for free, trial period
trial conversion, trial to paid, trial user buys
trial extension, extend trial, longer trial
freemium, free plan, free tier, free version
free user, non-paying user, trial user
paying customer, paid user, paid account
sandbox, test environment, playground, test account
onboarding, getting started, first steps, user setup, initial setup
onboarding checklist, setup steps, getting started list
product tour, guided tour, walkthrough, in-app guide
tooltip, hint, in-app message, help bubble
in-app message, in-product message, app notification
kickoff, kick-off, start meeting, launch call
implementation, rollout, setup, introduction, deployment
integration, connection, connector, interface, plugin
api, interface, developer access
migration, data transfer, moving over, import
activation, first success, become active, aha moment
aha moment, first value, wow moment, lightbulb moment
time to value, ttv, how fast results, quick win
quick win, low-hanging fruit, easy win, fast result
adoption, usage, uptake, take-up
adopt, start using, embrace
feature adoption, feature usage, use of functions
sticky, stickiness, habit-forming, keep coming back
engaged, active, committed, involved
churn, cancellation, customer loss, attrition, customers leaving
churn rate, cancellation rate, attrition rate, how many leave
cancel, terminate, end subscription, give notice
cancellation, termination, notice
cancellation reason, why customers leave, exit reason, churn reason
cancellation flow, offboarding, cancel process, leave process
exit survey, cancellation survey, leaving questionnaire
at-risk customer, churn risk, about to leave, unhappy customer
health score, customer health, account health
failed payment, dunning, declined card, involuntary churn
dunning, payment reminder, overdue notice
pause subscription, freeze account, take a break
downgrade, reduce plan
retention, keep customers, customer loyalty, stay
retention rate, repeat rate, how many stay
loyalty, customer loyalty, faithfulness, allegiance
loyalty program, rewards program, bonus program, points
loyal customer, regular, repeat customer, returning customer
repeat purchase, reorder, buy again, repurchase
renewal, contract extension, prolong, renew
auto-renewal, automatic renewal, renew automatically
net revenue retention, nrr, ndr, net retention
former customer, ex-customer, lost customer, churned customer
existing customer, current customer, installed base, customer base
new customer, first-time buyer, new client
customer, client, buyer, account, user
upsell, upgrade, sell more
cross-sell, cross-selling, additional product, sell other products
expansion, account growth, expansion revenue, grow account
upgrade, switch to paid
add-on, extra, extension, optional module
referral, recommendation, refer a friend, word of mouth
referral program, refer a friend, member get member, invite friends
refer, recommend, introduce, suggest
referral reward, referral bonus, recommendation bonus
affiliate, affiliate marketing, commission partner
commission, kickback, finder's fee, revenue share
launch, release, go-live, rollout, introduction
launch plan, launch checklist, release plan, go-live plan
launch date, release date, go-live date
launch tier, launch level
soft launch, beta launch, quiet launch, limited release
pre-launch, before launch, teaser phase
launch day, release day, day of launch
product hunt, launch platform
announce, make public, reveal, unveil
announcement, news, notice, reveal
release note, changelog, what's new, product update
new feature, product update, new function, improvement
beta, early access, preview, pilot version
waitlist, waiting list, interest list
rebrand, rename, new brand, relaunch, new look
relaunch, redesign, revamp, makeover
rename, change name, new name
naming, product name, find a name
sunset, discontinue, phase out, end of life, retire
product marketing, pmm, product marketer
product-led growth, plg, self-serve, product-led
self-service, self-serve, without sales, buy online
product-market fit, pmf, market fit
roadmap, product plan, what's coming, future plans
feature request, wish, customer wish, suggestion
datasheet, product sheet, fact sheet, spec sheet, data sheet
one-pager, one pager, single-page summary, sell sheet
sales enablement, sales support, help for sales, equip sales
sales collateral, sales material, sales asset, sales document
sales deck, pitch deck, sales presentation, customer presentation
sales playbook, selling guide, sales handbook
playbook, handbook, guide, manual
call script, phone script, talk track, sales script
talking point, talk track, argument, key point
argument, reason, case, rationale
sales training, sales coaching, teach sales
role play, roleplay, practice conversation
objection, concern, pushback, counterargument, reservation
objection handling, respond to objections, overcome doubts, counter objections
too expensive, price objection, no budget, costs too much
no time, bad timing, not now, too busy
already have, existing solution, current provider, status quo
skeptical, doubtful, unconvinced, suspicious
hesitate, hesitation, reluctant, on the fence, unsure
demo, demonstration, product demo, product presentation, show the product
demo script, demo flow
book a demo, schedule demo, request demo, demo booking
discovery call, first call, intro call, needs analysis, qualification call
discovery question, qualifying question
sales call, sales meeting, sales conversation, customer call
cold call, cold calling, phone prospecting, unsolicited call
voicemail, answering machine, leave a message
proposal, quote, offer, tender
rfp, request for proposal, tender, bid
security questionnaire, vendor assessment, security review
close, close deal, seal deal, sign, win deal
contract, agreement, deal, terms
sign, signature, e-signature, docusign
deal, opportunity, sale, sales opportunity
pipeline, sales pipeline, open deals, deal flow
deal stage, pipeline stage, sales stage, sales phase
sales cycle, time to close, length of sale
sales process, selling process, steps of sale
sales forecast, revenue forecast, expected sales
quota, sales target, sales goal
sales rep, salesperson, seller, account executive, ae
sdr, bdr, sales development rep, business development rep
account manager, key account manager, client manager, account owner
sales team, sales department, sales, sales force
smarketing, work with sales
service level agreement, sla, response promise
stalled deal, stuck deal, deal gone quiet
next step, follow-up action, what happens next
crm, customer relationship management, salesforce, hubspot, customer database
crm record, contact record, customer entry, customer data
data entry, log activity, update crm, record call
lifecycle stage, lead status, contact stage
duplicate, double entry, duplicate record
account-based marketing, abm, target account marketing, key account marketing
target account, named account, dream customer, account list
account plan, account strategy, plan per customer
one-to-one, 1:1, individual, personal
sales navigator, linkedin outreach, social selling
social selling, sell on linkedin, sell through social
multithreading, several contacts
partnership, cooperation, alliance, collaboration, partner program
partner, ally, reseller, cooperation partner
reseller, distributor, dealer, channel partner, retailer
co-marketing, joint marketing, joint campaign, partner campaign
co-branding, shared branding, two logos, brand partnership
white label, private label, unbranded
partner page, integration page, partner directory
marketplace, app marketplace, online marketplace
revenue share, profit split, rev share
e-commerce, online shop, online store, webshop, online retail
product page, product detail page, pdp, item page
product description, item text, product text
product photo, packshot, product image, product shot
shopping cart, cart, basket, trolley
checkout, payment page, purchase process, order process
cart abandonment, abandoned cart, left in cart
shipping, delivery, dispatch, postage
free shipping, free delivery, no shipping cost
return, send back, return policy, exchange
out of stock, sold out, unavailable, back order
inventory, stock, warehouse stock
product feed, shopping feed, product catalog
catalog, product range, assortment, portfolio
black friday, cyber monday, sales event, cyber week
wish list, favorites, save for later
gift card, gift voucher, gift certificate
recommendation engine, product recommendation
app store, google play, play store
app store optimization, aso, app ranking, app listing optimization
app listing, store listing, app description, app page
screenshot, screen capture, screen image, app image
app icon, app logo, icon
install, download, get the app
app rating, app review, stars, store rating
push notification, push message, app alert, push
notification, alert, message, reminder
deep link, app link, link into app
in-app purchase, iap, buy in app
uninstall, remove app, delete app
qr code, scannable code, scan
customer success, cs, customer success manager, csm
customer support, customer service, help desk, support team
support ticket, case, request, help request, ticket
help center, knowledge base, help article, support docs
documentation, docs, manual, user guide
complaint, grievance, dissatisfaction, complain
angry customer, upset customer, unhappy customer, difficult customer
canned response, saved reply, macro, text block, standard answer
first response time, reply time
troubleshooting, problem solving, fix, solve an issue
fix, solve, repair, resolve, sort out
goodwill, gesture, make up for, compensation
quarterly business review, qbr, customer review meeting
check-in, touch base, regular call, catch up
delight, wow, pleasant surprise, exceed expectations
dissatisfied, unhappy, disappointed, displeased
expectation, expect, what customers assume
experience, customer experience, cx
user experience, ux, usability, ease of use
easy to use, simple, user-friendly, intuitive
service, help, assistance, support
legal, law, lawful, allowed by law
legal review, legal check, lawyer approval, run past legal
lawyer, attorney, legal counsel, legal department, legal team
compliance, regulation, rule following, legal requirement
compliant, legally safe, allowed, permitted
regulation, rule, law, legislation
forbidden, prohibited, banned, not allowed, no-go, off limits
advertising claim, product claim
substantiate, prove, back up, support with evidence
unsubstantiated claim, unproven claim, claim without proof
misleading, deceptive, false, untrue
misleading advertising, false advertising, deceptive advertising
health claim, medical claim, healing promise
green claim, environmental claim, greenwashing, sustainability claim
greenwashing, fake green, eco-friendly claim
sustainability, eco-friendly, green, environmental
financial promotion, investment claim, financial advice
disclaimer, legal notice, fine print, small print, footnote
terms and conditions, terms of service, terms of use, t&c, tos
imprint, legal notice, site notice, publisher details
copyright, image rights, intellectual property, ip
trademark, registered mark, brand name protection, tm
license, licence, usage right, permission to use
plagiarism, copying, copied text, steal content
model release, photo consent, permission to show, image consent
contest, competition, sweepstake, giveaway, prize draw, raffle
contest rules, giveaway rules, competition terms
unfair competition, competition law
accessibility, wcag, a11y, barrier-free, usable by everyone
liability, responsibility, accountable
cease and desist, warning letter, legal threat
confidential, secret, internal only, not public, sensitive
privacy, data protection, data privacy
gdpr, dsgvo, data protection law, eu privacy law
ccpa, california privacy law, cpra
can-spam, anti-spam law, email law, casl
consent, permission, opt-in, agreement
cookie banner, consent banner, cookie notice, cookie pop-up
cookie, tracking cookie, browser cookie
third-party cookie, cookieless, end of cookies
first-party data, own data, own customer data
zero-party data, volunteered data, data customers share
data retention, storage period, keep data
delete data, erasure, remove personal data
data subject request, access request, dsar
data processing agreement, dpa, processor contract
anonymize, pseudonymize, make anonymous, remove names
budget, money available, spending plan, funds
budget allocation, split budget, distribute money
reallocate, shift budget, move money
overspend, exceed budget, over budget, overrun
save money, cut cost, cost saving, spend less
planning, plan, scheduling, preparation
marketing plan, annual plan, yearly plan, quarterly plan
strategy, approach, strategic plan, direction
tactic, measure, activity, action, initiative
priority, prioritize, most important, focus
prioritization, prioritize, ranking
ice score, rice score, prioritization framework, scoring model
milestone, checkpoint, stage, key date
timeline, schedule, time frame, timetable
resource, capacity, staff, bandwidth
workload, too much work, overloaded, capacity
stakeholder, interested party, those affected
responsibility, ownership, who owns, accountable, in charge
raci, roles and responsibilities, who does what
workflow, process, procedure, way of working
backlog, to-do list, task list, open items
kanban, task board, trello, project board
project management tool, asana, jira, trello
status update, progress report, where things stand
meeting, sync, call, stand-up
tech stack, martech, tool stack, marketing tools
vendor, supplier, provider, service provider
agency, ad agency, marketing agency, outside firm
freelancer, contractor, external writer, independent
external, outside, third party
in-house, internal, own team, ourselves
outsource, contract out, give to agency, hire outside
agency brief, brief an agency, instructions for agency
pitch process, agency selection, choose an agency, agency search
retainer, monthly fee, fixed contract
hourly rate, day rate, fee, daily rate
scope of work, sow, statement of work, scope
scope creep, growing scope, extra work
deliverable, output, work product, what we get
ai assistant, ai tool, chatgpt, chatbot, claude, copilot
artificial intelligence, ai, machine learning, generative ai, genai
large language model, llm, gpt, language model
prompt, ai prompt, instruction, chatgpt command, ai instruction
prompt library, prompt collection, saved prompts, ready-made prompts
prompt engineering, prompt writing, write a prompt, prompt design
system prompt, custom instruction, custom gpt, role prompt
few-shot, example in prompt, give examples
hallucination, made-up fact, invent facts, ai error, false information
fact-check, verify, check facts, double-check
human review, human-in-the-loop, person checks
ai-generated, written by ai, machine-written, ai content
ai disclosure, label ai, ai transparency
ai policy, ai guideline, rules for ai, ai rules
ai image, image generator, midjourney, dall-e
sounds like ai, robotic, generic, ai slop
training data, learn from data
localization, translation, local adaptation, regional adaptation
localize, adapt to market, make local
internationalization, international, other countries, abroad
region, country, market, territory
decide, decision, choose, make up mind
choose, choice, select, pick, selection
strong, strength, strengthen
long, length, lengthen
wide, width, widen
broad, breadth, broaden
sell, sale, sold, selling
buy, bought, buyer
win, won, winner
meet, met, meeting
analyze, analysis, analytical, analyst
advise, advice, adviser
succeed, success, successful
subscribe, subscription, subscriber
compete, competition, competitive
produce, product, production
acquire, acquisition
require, requirement, must have
inquire, inquiry, enquiry
include, inclusion, inclusive
exclude, exclusion, exclusive
consume, consumption, consumer
refuse, refusal, decline
deny, denial
deliver, delivery, deliverability
clear, clarity, clarify
popular, popularity, well liked
authentic, genuine, real, authenticity
transparent, transparency, open, openness
consistent, consistency, uniform
relevant, relevance, pertinent, fitting
frequent, frequency, often
efficient, efficiency, effective
different, difference, differ, distinct
important, importance, crucial, key
various, variety, vary, variation
repeat, repetition, recurring
contact details, phone number, email address, how to reach
attract customers, win customers, get customers, acquire customers
interest, curiosity, attention
interested party, prospect, potential buyer
engage, involve, interact, get involved
improve, better, boost, raise, enhance
boost, push, increase, lift
generate, produce, create
audience, viewer, listener, reader
perception, image, reputation
reputation, image, standing, good name
brand, label, trade name
brand image, brand perception
well-known, famous, familiar, recognized
unknown, obscure, nobody knows us
launch email, announcement email, product announcement
product update email, feature announcement, what's new email
event invitation email, webinar invitation, invite email
re-engagement email, win-back email, we miss you
thank-you email, thank you note, follow-up email
upsell email, upgrade email, upgrade offer
renewal reminder, renewal email, contract ending notice
expire, run out, lapse, end
reminder email, last chance email, final reminder
content upgrade, bonus content, extra download
editorial team, editor, content team, writers
content operations, content workflow, content process, content production
content library, asset library, media library, dam, digital asset management
file name, naming convention, naming scheme
cms, content management system, wordpress, website editor
web designer, designer, graphic artist
web developer, programmer, coder, engineer
cross-promotion, cross promotion, promote each other
email capture, collect emails, get email addresses
bought list, purchased list, buy addresses, rented list
cold audience, new audience
warm audience, engaged audience
customer acquisition, win new customers, new business, acquisition
business development, bizdev, new business
growth rate, pace of growth, how fast growing
burn rate, spending rate, cash burn
annual report, yearly report, year in review
industry report, benchmark report, state of report, original research
original research, own data, own study
trend report, market outlook, industry forecast
round-up, roundup, curated list, link list
curate, select, handpick
curated content, content curation, other people's content
aggregator, directory, listing site
online directory, business listing, yellow pages
link in bio, linktree, profile link
link shortener, short link, bitly, short url
link preview, open graph, social preview, share image
image size, dimension, pixel size, aspect ratio
character limit, maximum length, character count, how many characters
word count, text length, number of words
meme, internet joke, funny image
humor, joke, funny, witty
controversial, divisive, polarizing, sensitive topic
cause marketing, social cause, charity campaign, purpose marketing
csr, corporate social responsibility, giving back, social commitment
donation, charity, give money, fundraising
fundraising, raise money, appeal, collect donations
donor, supporter, giver, contributor
volunteer, unpaid helper, helper
employer branding, employer brand, attract talent, recruitment marketing
job ad, job posting, vacancy, open position
career page, jobs page, work with us
internal communication, internal comms, staff communication, tell employees
intranet, internal site, staff portal
internal newsletter, staff newsletter, employee update
investor, shareholder, backer, vc
funding announcement, funding round, investment news
company milestone, anniversary, birthday, jubilee
company news, corporate news
fact sheet, key facts, company facts, at a glance
about page, about us, who we are, company profile
leadership bio, founder bio, short biography, speaker bio
biography, bio, cv, background
speaker submission, call for papers, speaking proposal, cfp
speaking opportunity, speaking slot, get on stage
podcast pitch, guest appearance, get on podcasts
media monitoring, press clippings, press review, clipping
correction, rectify, false report, wrong article
right of reply, ask for correction, get it corrected
social media crisis, social backlash, online storm
influencer brief, creator brief, instructions for influencer
influencer contract, creator agreement, influencer terms
influencer fee, creator rate, what influencers cost
fake follower, bought follower, bot follower
follower count, number of followers, audience size
discord, slack community, chat community
user group, customer community, customer advisory board
customer advisory board, cab, customer council, advisory group
ambassador program, advocate program, superuser program, champion program
power user, heavy user, superuser, expert user
early adopter, first user, innovator, pioneer
beta tester, test user, pilot customer
design partner, pilot customer, co-development customer
proof, evidence, substantiation, supporting fact
quote, quotation, statement, soundbite
persuade, persuasion, persuasive
attention, notice, eye-catching, stand out
okr, objective, quarterly goal
send, sent, mail out
teach, taught, training
arpu, revenue per customer, revenue per user
month on month, monthly change
finance department, cfo, finance chief, head of finance
hybrid event, mixed event, partly online event
chatbot, chat widget, bot, virtual assistant
`;
