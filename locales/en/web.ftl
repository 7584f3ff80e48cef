# The pages. French typography is added by the program.

page-day = My day
page-mine = Our company
page-leads = Leads and synergies
page-actors = Actors
page-flows = Flows
page-visit = Visit
page-map = Map
page-territory = Territory
page-projects = Projects
page-references = References
page-admin = Administration
page-import = Import a file
navigation = Pages
skip = Skip to content
more = More
territory = Territory
invented = Invented territory
analysing = analysing
not-connected = offline
theme = Light or dark
help = Keys
leave = Sign out
lost = There is no such page.
lost-home = Back to the start
loading = Loading
again = Try again
close = Close
cancel = Cancel
undo = Undo
undone = Undone.
undo-text = Undone
save = Save
saved = Saved.
remove = Remove
erase = Erase
back = Back
load-more = Show more
offline = The server does not answer. What is on the screen stays valid; try again in a moment.
conflict = Somebody else changed this meanwhile. This is what it says now; save again to keep your version.
unknown = unknown
estimated = estimated
declared = stated
guessed = guessed
from-to = { $low } to { $high }
due-late = { $days ->
    [one] one day late
   *[other] { $days } days late
 }
due-today = today
due-in = { $days ->
    [one] tomorrow
   *[other] in { $days } days
 }

unit-t = t
unit-year = year
unit-EUR = €
unit-h = h
unit-kWh = kWh
unit-MWh = MWh
unit-m3 = m³
unit-tCO2e = t CO₂e
unit-tCO2 = t CO₂
unit-CO2e = CO₂e
unit-FTE = FTE
unit-piece = units
unit-person = people
unit-1 = {""}
unit-one = {""}

login = Sign in
login-title = Welcome
login-what = What a territory buys and throws away, what could be exchanged, and the next person to call.
login-demo = Try it, one click
login-demo-text = An invented territory and one account per role. Nothing in it is real: try everything.
login-account = Sign in with an account
login-enter = Sign in
login-oidc = Sign in with { $name }
email = E-mail address
password = Password
totp = Code from your authenticator application
forgot = Forgotten password
forgot-send = Send me a link
forgot-sent = If there is an account at this address, a link is on its way.
new-password = New password
new-password-rule = At least twelve characters, and none of those tried first
nowhere = Welcome
nowhere-title = Your account belongs to no territory yet.
nowhere-text = Ask the administrator to add you to yours, then come back.

role-admin = Administration
role-facilitator = Facilitator
role-company = Company
role-insertion = Insertion structure
role-authority = Local authority
role-funder = Funder
role-lab = Laboratory

key-go = Go to a page
key-move = Next, previous line
key-open = Open the sheet
key-propose = Propose the lead
key-later = Later
key-aside = Set aside, then the number of the reason
key-select = Tick, to act on several
key-search = Search
key-undo = Undo the last action
key-close = Close the sheet
key-help = This help

queue = To do
cards-left = { $count ->
    [one] the last one
   *[other] { $count } to do
 }
cards-more = and { $count } more
card-done = Noted. Next time: { $date }.
open-lead = The lead
what-was-said = What was said
what-was-said-example = “Moisture is 25 %, he calls back after the trial delivery”
next-date = Next date
other-date = Another date
date-tomorrow = tomorrow
date-week = 1 week
date-two-weeks = 2 weeks
date-month = 1 month
date-quarter = 3 months
skip-card = Skip
queue-empty = Nothing waits today.
queue-empty-text = The moment to sort new leads, or to go and see somebody.
queue-empty-triage = Sort leads
queue-empty-visit = Prepare a visit
to-triage = { $count ->
    [one] One lead that nobody has looked at yet
   *[other] { $count } leads that nobody has looked at yet
 }
next-visits = Next useful visits
next-visits-empty = No visit to suggest for now.
next-visits-empty-text = Import a list of companies: fe2i will say whom to see first, and why.
visit-worth = { $leads ->
    [one] 1 lead
   *[other] { $leads } leads
 } · { $minutes } min
moved = What moved
moved-empty = Nothing since yesterday.

lead = Lead
leads = Leads
leads-count = { $count ->
    [one] 1 lead
   *[other] { $text } leads
 }
and-more = and { $count } more
known = exists already
to-ask = To ask:
figure-mass = Tonnes
figure-euros = Euros
figure-co2 = CO₂ avoided
figure-work = Work
search-leads = Search leads
search-hint = Key /
all-sites = All sites
as-board = Board
as-list = List
triage = Triage
triage-hint = j and k to go from one to the next, o to open
propose = Propose
later = Later
set-aside = Set aside
set-aside-for = Set aside:
why-aside = Why?
selected = { $count ->
    [one] 1 ticked
   *[other] { $count } ticked
 }
select-none = Untick all
did-propose = { $count ->
    [one] Lead proposed.
   *[other] { $count } leads proposed.
 }
did-later = { $count ->
    [one] Put off for two weeks.
   *[other] { $count } leads put off for two weeks.
 }
did-aside = { $count ->
    [one] Set aside: { $reason }.
   *[other] { $count } set aside: { $reason }.
 }
did-move = Stage: { $stage }.
leads-done = All sorted.
leads-done-text = Proposed leads wait on the board; the others come back on their date.
leads-none = No lead here.
leads-none-text = No lead answers to these filters. Too few without filters as well? Import flows: each line can bring one.
clear-filters = Clear filters
board-none = Nobody has taken up a lead yet.
board-none-text = Propose one from the list (key p): it appears here and moves from column to column.
moves = Possible stages
lead-stale = The data changed since this lead was taken up: today’s analysis no longer finds it.
settling-question = The question that settles it
more-questions = { $count ->
    [one] and one more
   *[other] and { $count } more
 }
minutes = about { $minutes } min
minimap = { $count } sites, { $km } km
gains = What it is worth
gains-none = Nothing could be computed: quantities are missing.
not-counted = Not counted, for want of data:
term = Term
value = Value
confidence = { $level } confidence
confidence-low = low
confidence-medium = medium
confidence-high = high
facts = What it rests on
law = The law
law-none = Nothing particular to check.
months = { $low } to { $high } months
not-advice = Help to forget nothing, not legal advice.
follow-up = Follow-up
log-line = What was said
next-step = Next step
note-it = Note
documents = Documents
add-document = Add a document
document-kept = Document kept.
deliveries = Deliveries
deliveries-none = No delivery noted.
delivery-example = 4.2 t
tick-delivery = Note the delivery
day = Day
introduction = Introduction
introduction-hint = Each sees its own side only. Names appear when both have said yes; prices stay sealed.
invite = Invite
invite-again = New link
invite-copied = Link ready, copied.
invite-mailed = Invitation sent.
invite-link = Link for { $site }
answer-waiting = no answer
answer-accepted = agreed
answer-declined = refused
price-sealed = sealed price

kind = Kind
kind-substitution = substitution
kind-sharing = sharing
kind-local-purchase = local purchase
kind-chain = chain
stage-detected = detected
stage-proposed = proposed
stage-discussed = discussed
stage-studied = studied
stage-agreed = agreed
stage-running = running
stage-ended = ended
stage-set-aside = set aside
stage-carried = under way
move-detected = Back to the list
move-proposed = Propose
move-discussed = Discussed
move-studied = Studied
move-agreed = Agreement signed
move-running = Running
move-ended = Ended
support-said = flows said by all
support-partly = partly said
support-guessed = guessed
reason-wrong-data = wrong data
reason-already-done = already done
reason-too-little = too little
reason-too-far = too far
reason-quality = quality
reason-timing = season, regularity
reason-cost = cost
reason-investment = investment
reason-law = law
reason-contract = contract elsewhere
reason-confidentiality = confidentiality
reason-not-interested = not interested
reason-no-answer = no answer
reason-closed = closed, gone
reason-other = other
facet-stage = Stage
value-new = never looked at
facet-kind = Kind
facet-resource = Resource
facet-zone = Zone
facet-commune = Commune
facet-site = Site
facet-naf = Activity
facet-support = Support
facet-direction = Direction
facet-basis = Evidence
basis-measured = measured
basis-register = register
basis-declared = stated
basis-documented = documented
basis-estimated = estimated
expired = ask again

search-actors = Search actors
sites-count = { $count ->
    [one] 1 site
   *[other] { $text } sites
 }
add-site = Add
site-made = { $name } is on the territory.
actors-none = Nobody here.
actors-none-text = Import the chamber’s list, a SIRENE extract or your spreadsheet: fe2i recognises the columns.
name = Name
activity = Activity
place = Where
people = People
people-count = { $count } people
estimates-too = and { $count } guessed from the activity
site = Site
address = Address
commune = Commune
zone = Zone
figure-see-flows = Read these flows
figure-see-leads = Read these leads
site-edit = Edit
site-degrees = Coordinates, if you have them
site-degrees-hint = Decimal degrees (WGS 84). Without them the site stands at the centre of its commune.
latitude = Latitude
longitude = Longitude
site-nowhere = This site has no place: its leads are “at an unknown distance”. Give its commune.
naf = NAF code
what-they-do = What they do
prepare-visit = Prepare the visit
enter-flows = Enter flows
its-leads = Its leads
to-ask-there = To ask on site
flows-out = What goes out
flows-in = What comes in
flows-shared = Shared or looked for
no-flows = No known flow. One visit, or one line in Flows, and leads appear.
best-leads = Its best leads
visits = Visits
visits-none = No visit yet.
planned = planned
visit-note = What was said, in one line
contacts = Contacts
contacts-none = Nobody to call for now.
add-contact = Add a contact
contact-name = First and last name
contact-role = Position
phone = Telephone
contact-erase-what = Will be erased, here and in the log: { $gone }.
contact-erase-really = Yes, erase
contact-erased = { $name } is erased.
actor-company = company
actor-ei = insertion company
actor-aci = insertion workshop
actor-etti = insertion temping agency
actor-ai = intermediary association
actor-local-authority = local authority
actor-chamber = chamber
actor-association = association
actor-lab = laboratory, university
actor-other = other

search-flows = Search flows
flows-count = { $count ->
    [one] 1 flow
   *[other] { $text } flows
 }
to-ask-again = to ask again
new-flow = New flow
choose-site = Choose a site
choose-site-first = Choose a site to enter its flows in plain words.
direction = Direction
direction-takes-in = buys
direction-gives-out = throws away
direction-sells = sells
direction-can-share = can share
direction-needs = looks for
wording = In plain words
wording-example = broken pallets, one 30 m³ skip per week, taken for 45 €/t
quantity = Quantity
quantity-example = 1 skip 30 m³/week
keep = Keep
flow-kept = Kept at { $site }.
flow-kept-partly = Kept at { $site }. To be made precise: { $what }.
price-which-way = does the site pay, or is it paid?
price-paid = paid
price-received = received
price-none = without the price
line-known = Already noted here:
line-another = Something else, keep it
site-several = { $count } sites have these letters: { $names }… Write a little more.
site-none = No site is called “{ $name }”.
flow-removed = Flow removed.
flow-guessed = Guessed from the activity. Correct what you know: once saved it is a statement.
not-recognised = Not recognised yet. A few more words?
belief-sure = sure
belief-likely = likely
belief-unsure = to confirm
because = by “{ $words }”
missing = Missing:
missing-head = Missing
missing-resource = what it is
missing-quantity = the quantity
missing-quality = its state (moisture, cleanness)
flows-none = No flow here.
flows-none-text = Enter a line above as it was told, or import the buyer’s spreadsheet.
flow = Flow
what = What
per-year = Per year
range = Range
known-from = Known from
stated = Stated:
resource = Resource
field-wording = In plain words
field-stated = Quantity, as stated
field-quality = Quality
field-fate = What becomes of it
field-who = By whom
field-price = Price
field-waste_code = Waste code
field-source = Where it is known from
field-date = Day
field-confidentiality = Who may read it
field-source-anew = A changed quantity is dated today, in your name, unless you say here where and when it comes from.
who-sees = Who may see
sees-open = everybody
sees-members = members
sees-facilitator = the facilitators only
sees-changed = Now visible to { $level }.

legend = Legend
legend-site = { $count ->
    [one] 1 site (full: known flows)
   *[other] { $count } sites (full: known flows)
 }
legend-zone = zone (around its sites)
legend-said-only = with guessed leads
legend-tiles = IGN base map (online)
legend-missing-sites = { $count ->
    [one] One site without address is not on it.
   *[other] { $count } sites without address are not on it.
 }
legend-best = { $count ->
    [one] One lead drawn of { $all }.
   *[other] The { $count } best leads of { $all }.
 }
legend-commune = { $count ->
    [one] outline of one commune
   *[other] outlines of { $count } communes
 }
legend-no-commune = Add the outlines of the communes
legend-of-site = Leads of the chosen site.
legend-all-sites = Those of all
legend-shown = Leads drawn
legend-shown-best = the { $count } best
legend-shown-all = all ({ $count })
outlines = Outlines of communes
outlines-text = A GeoJSON of communes (geo.api.gouv.fr, Admin Express…): the map draws them without network. An outline that is there already is replaced.
outlines-import = Import a GeoJSON
outlines-known = { $count ->
    [one] One outline known.
   *[other] { $count } outlines known.
 }
outlines-taken = { $count ->
    [one] One outline entered.
   *[other] { $count } outlines entered.
 }
outlines-removed = The outlines are taken out.
job-kind-import = Import of a file
job-kind-whatif = “What if?”
job-kind-chain = Plan of a chain
map-failed = This machine cannot draw the map (no WebGL). The same sites are in Actors.
zoom-in = Zoom in
zoom-out = Zoom out
on-day = on { $date }

print = Print
unit = Unit
sites = Sites
report = Report
understood-column = recognised
field-stage = Stage
field-reason = Reason
field-next_step = Next
field-due = Due
field-headcount = People
field-activity_label = Activity
field-address = Address
field-commune = Commune
field-zone = Zone
field-day = Day
field-text = Text
field-state = State
field-value = Value
field-name = Name
field-title = Title
job-stopped = stopped, result kept
job-stopping = stopping
lasted = Duration
seconds = { $text } s
newest = Newest
older = Older
open-data = Open data
secret = statistical secrecy
contributors = { $count ->
    [one] 1 site
   *[other] { $count } sites
 }
source = Source:
figures-none = No figures yet.
figures-none-text = They come from flows and synergies: enter or import some first.
sankey = Where the tonnes go
sankey-told = Diagram: from { $from } origins to { $to } fates, the same as a table below
sankey-legend = Solid: stated or measured. Hatched: estimated. Width: { $unit } per year.
sankey-tonnes = tonnes
sankey-none = Nothing to draw.
sankey-none-text = It takes outgoing flows with a quantity.
as-table = The same as a table
from = From
to = To
what-if = What if…?
what-if-text = Close a site or let one come: nothing is saved, only the difference is computed.
what-if-close = Closing
what-if-come = Coming
what-if-name = River port
what-if-ask = See what changes
what-if-answer = { $gained ->
    [0] No more leads
    [one] 1 lead more
   *[other] { $gained } leads more
 }, { $lost ->
    [0] none less.
    [one] 1 less.
   *[other] { $lost } less.
 }
sankey-secret = The tonnes are kept secret: your role reads sums, and each line would be that of fewer than three sites, or of one for more than 85 %. The figures above are those that may be told.
what-if-widened = Groups with other members
what-if-widened-count = { $count ->
    [one] 1 group has other members.
   *[other] { $count } groups have other members.
 }
what-if-nothing = Say which site closes, or the name and activity of the one that comes.
what-if-nothing-secret = Say the name and activity of the site that comes.
what-if-close-secret = Closing a site as a trial would tell its figures: only those who run the territory may.
what-if-gained = New leads
what-if-lost = Lost leads
figure = Figure
before = Before
after = After
change = Difference

drop-here = Drop a file here
choose-file = Choose a file
drop-what = A spreadsheet of waste or purchases, a register, a SIRENE extract… as it was sent to you
reading = Reading…
import-safe = Nothing enters before you have seen what was understood.
lines-understood = lines understood out of { $lines }
lines-rejected = { $count ->
    [one] 1 to review
   *[other] { $count } to review
 }
remembered = headings known from this sender
remembered-short = known
headings-doubtful = { $count ->
    [one] 1 heading to check
   *[other] { $count } headings to check
 }
heading-row = Headings in line
other-file = Another file
import-site = Whose file is it?
import-site-in-file = the file says so
import-sender = Sender (to remember)
import-sender-example = purchasing@…
columns = Columns
heading = Heading
no-heading = (no heading)
taken-for = Taken for
left-out = left out
column-is = “{ $heading }” is
first-values = First values
understood-so = What fe2i understands
line = line { $line }
values-to-correct = { $count ->
    [one] One value to correct, its line enters without it
   *[other] { $count } values to correct, their lines enter without them
 }
not-entering = { $count ->
    [one] 1 line does not enter
   *[other] { $count } lines do not enter
 }
download-rejects = Get them back, reason first
import-enter = { $count ->
    [one] Enter 1 line
   *[other] Enter { $count } lines
 }
import-done = { $count ->
    [one] 1 line has entered.
   *[other] { $count } lines have entered.
 }
import-rejects = { $count ->
    [one] 1 line is to be reviewed with the sender.
   *[other] { $count } lines are to be reviewed with the sender.
 }
import-failed = The import did not succeed; nothing has entered.
see-leads = See the leads

new-project = New project
project = Project
project-preparing = in preparation
project-running = under way
project-ended = ended
project-set-aside = given up
projects-none = No project yet.
projects-none-text = A project brings partners, funding and synergies together around something to build.
partners-count = { $count ->
    [one] 1 partner
   *[other] { $count } partners
 }
synergies-count = { $count ->
    [one] 1 synergy
   *[other] { $count } synergies
 }
next-milestone = next milestone
ideas = Box of ideas
idea = Idea
idea-example = “A materials library in the old shop”
idea-kept = Idea kept.
drop-idea = Drop
ideas-none = Empty. The first idea is often the good one.
support-idea = I’m in
summary = In a few sentences
state = State
partners = Partners
add-partner = Add a partner
funding = Funding
funder = Funder
funding-planned = planned
funding-asked = asked for
funding-granted = granted
funding-paid = received
funding-refused = refused
add-funding = Add funding
total = Total:
milestones = Milestones
milestone = Milestone
add-milestone = Add a milestone
done = done
posts = Posts
post = Post
post-example = sorting operator
hours = hours/year
insertion = insertion
add-post = Add a post
synergies = Synergies

search-references = Search a resource, a price, a code
references-count = { $count ->
    [one] 1 entry
   *[other] { $text } entries
 }
references-none = Nothing by that name.
references-none-text = Try the shop-floor word, a waste code, a NAF code.
reference = Reference
detail = Detail
until = until
see-also = See also
sources = Sources
override-here = Here:

parts = Parts
admin-people = People
admin-audit = Audit
admin-jobs = Jobs
admin-backup = Backup
person-name = Name
person-actor = Of which company
role = Role
add-person = Invite
person-added = Account made.
person-link = Link to pass on:
last-seen = Last seen
close-account = Close
open-account = Reopen
audit-intact = log intact
audit-broken = log broken: somebody touched the database
audit-none = Nothing yet.
when = When
who = Who
job-waiting = waiting
job-running = running
job-done = done
job-failed = failed
job-cancelled = cancelled
jobs-none = No job.
backup-text = One file that “fe2i restore” reads into an empty SQLite or PostgreSQL database, taken while people work. The key of sealed values is not in it: keep it apart. Without it “fe2i restore” refuses: the .key file (or FE2I_KEY) must come along.
api-docs = API

whom-to-visit = Whom to see first
visit-line = What you are told
visit-line-example = broken pallets one 30 m³ skip per week, taken for 45 €/t by the contractor
visit-source = visit of { $date }
keep-flow = Keep as a flow
keep-note = Note
photo = Photo
no-network = no network
waiting = { $count ->
    [one] 1 line waits
   *[other] { $count } lines wait
 }
send-now = Send
all-sent = all sent
kept-today = Noted during this visit
drop = Give up
nothing-to-ask = Nothing precise to ask: listen.

mine-sub = What you gave, and who may see it
mine-none = Your account is attached to no company.
mine-none-text = The facilitators can do it in a moment.
mine-seen = What can be seen of you
mine-seen-text = Nothing else is shown. Nobody reads prices; your name appears to a partner only once you agree.
mine-contacts-text = Erasable at any time.
mine-leads = Leads that concern you
mine-leads-none = Nothing for now. The more precise your flows, the more precise the proposals.
download-all = Download all

invite-title = A proposal for you
invite-for = A proposal for { $site }
invite-question = Do you accept to be introduced?
invite-rule = You see your side only, the other sees theirs. Names appear only if both say yes, and you may take it back.
invite-note = A word for the facilitators (optional)
invite-yes = Yes, introduce us
invite-no = No thanks
invite-back = Take it back
invite-accepted = You said yes.
invite-declined = You said no.
invite-wait = The other has not answered yet. You will be told.
invite-partner = Your partner:
invite-yours = What we know of you
invite-questions = What would be worth knowing
invite-contact = A question? { $name } facilitates the territory.
price-pays = Up to how much would you pay?
price-receives = From how much would you sell?
price-rule = Nobody will read this price, neither your partner nor the facilitators: all that counts is whether a deal exists where both gain.
price-seal = Seal
price-kept = Price sealed.
override-title = Value of the territory
override-none = The common value is used here. A quote, a contract or an invoice from here is better.
override-low = Low
override-mid = Middle
override-high = High
override-source = Where it is known from
override-source-example = carrier’s quote, March 2026
override-until = Valid until (optional)
override-add = Set a value from here
override-change = Change
override-remove = Back to the common value
override-saved = Saved; leads are worked out again with this value.
override-removed = The common value is used again.
page-account = My account
account-demo = Demonstration account: it has neither password nor second factor.
password-present = Present password
password-change = Change the password
password-changed = Password changed; the other sessions are closed.
totp-title = Second factor
totp-what = A code from your phone besides the password: who stole it would not come in.
totp-begin = Set a second factor
totp-scan = Scan with your authenticator application, then write the code it shows.
totp-qr = Code to scan with an authenticator application
totp-here = Open in this phone’s application
totp-typed = or type:
totp-keep = Turn on
totp-kept = Second factor is on.
totp-on = on
totp-remove = Remove
totp-removed = Second factor removed.
tokens = Tokens for programs
tokens-what = QGIS, an Atom feed reader or a script reads this territory with a token: it sees what you see, nothing more.
token-name = For which program
token-days = Days it lasts
token-write = may write too
token-make = Make a token
token-once = Copy it now: it is not shown again.
token-use = To be given to the program as a header:
token-reads = reads
token-reads-writes = reads and writes
token-until = until { $day }
token-used = used on { $day }
token-unused = never used
token-revoke = Take back
token-revoke-one = Take back the token “{ $name }”
token-revoked = Token “{ $name }” taken back: the program comes in no more.
totp-of-account = Your provider has vouched for you; the code of your second factor is still needed.
oidc-unknown = No account here with this address: ask the territory’s administrator for one.
oidc-failed = Signing in with this provider did not work. Try again, or with a password.
backup-all = The whole installation
backup-now = Download a backup
archive-title = This territory
archive-text = The whole territory as open files, which “fe2i import” reads back identical, with the key of sealed values. Contacts are personal data.
archive-now = Download the archive (zip)
admin-open-files = Files

page-chains = Chains
chains-sub = What the territory could build together
chains-none = Nothing to make a chain of yet
chains-none-text = It takes supplies with an amount and a place: begin with visits, or bring a spreadsheet in.
chain-offer = { $count ->
    [one] 1 possible supply
   *[other] { $count } possible supplies
  }
chain-takers = { $count ->
    [one] 1 taker
   *[other] { $count } takers
  }
chain-studies = Studies
jobstate-waiting = waiting
jobstate-running = running
jobstate-failed = failed
jobstate-cancelled = stopped
chain-suggested = Suggested by the leads
chain-others = Other possible plants
chain-not-yet = What the territory does not allow yet, and why
chain-question-sub = Who could supply, where it could stand
chain-supplies = { $count ->
    [one] 1 supply
   *[other] { $count } supplies
  }
chain-supplies-text = { $kept } kept, { $amount } { $unit } a year in all. The bar is the range of what is available. Untick a supply to leave it out.
chain-keep = Keep
chain-supplier = Supplier
chain-range = Range
chain-season = Season
chain-season-unknown = season not said, taken as even
chain-season-unsaid = not said
chain-season-even = all year
chain-season-run = { $first } to { $last }
chain-season-mostly = all year, most { $months }
chain-cost-today = Usual cost, €/{ $unit }
chain-cost-text = What such a residue usually costs today, as a range; when negative it is paid for. Prices given by companies are sealed and not used here: a plan with few suppliers would tell them. Unknown: ask for the last collection invoice.
chain-from-to = { $low } to { $high }
chain-cost-sealed = price given, sealed
chain-cost-ask = unknown: ask for an invoice
month-1 = Jan
month-2 = Feb
month-3 = Mar
month-4 = Apr
month-5 = May
month-6 = Jun
month-7 = Jul
month-8 = Aug
month-9 = Sep
month-10 = Oct
month-11 = Nov
month-12 = Dec
chain-spots = { $all ->
    [one] 1 possible site
   *[other] { $kept ->
        [yes] { $all } possible sites
       *[no] { $count } sites weighed of { $all } possible ones
      }
  }
chain-spots-text = The best placed, near supplies and takers. The others are not in the computation.
chain-demand = Needs { $amount } { $unit } a year, { $count ->
    [one] 1 taker within reach
   *[other] { $count } takers within reach
  }
chain-ask = What counts
chain-guesses = Count estimated flows too (at least even chances)
chain-grant = Count the usual grant in the choice
chain-most = Plants at most
chain-seconds = Computation at most (seconds)
chain-robust = Also look for a careful plan, for bad years
chain-chance = minimum load reached at least (% of draws)
chain-budget = Investment at most (k€)
chain-no-limit = no limit
chain-plan = Plan
chain-planning = planning
chain-stop = Stop, keep the best plan
chain-stopping = asked to stop
chain-ask-again = ask otherwise
chain-pdf = PDF dossier
chain-xlsx = XLSX dossier
chain-members = Partners’ PDF
chain-members-text = Without prices or secret names
chain-stopped = The search was stopped, on request or at the end of its time: this is the best found so far, other points remain to be looked for.
chain-no-co2 = CO₂ avoided is not known for every place: it is left out of the choice, and the front compares euros and hours only.
chain-advised = best median
chain-sturdy = careful plan
chain-front = Choose a point
chain-front-text = { $count ->
    [one] One plan is beaten by no other.
   *[other] { $count } plans. Each is here because no other beats it in euros, CO₂ and hours of insertion at once, or because it is the careful plan; those that hardly differ stand once.
  }
chain-front-told = Pareto front: { $count } plans, in euros, CO₂ and hours of insertion
chain-axis = Across:
chain-axis-co2 = t CO₂e avoided a year
chain-avoided = { $t } t CO₂e avoided
chain-caused = { $t } t emitted
chain-median = median of the draws { $mid } k€, { $low } to { $high } eight times in ten
chain-axis-hours = hours of insertion/year
chain-axis-size = The size of a point tells the other: { $what }.
chain-hours = { $hours } h of insertion
chain-proved = Within { $gap } % of the best possible plan for these weights.
chain-proved-floor = Within { $gap } % of the best possible gain when at least { $least } is asked for.
chain-unproved = The plan is not proved to be the best.
chain-verified = Balances, capacities and gain recomputed without the solver.
chain-not-verified = Recomputing without the solver failed: do not use it.
chain-left = { $amount } { $unit } a year stay out of the plan.
chain-opens-nothing = Nothing opens
chain-point-empty = At this point no plant gains more than it costs.
chain-unknowns = What is missing
chain-unknown-costs = { $count ->
    [one] 1 supply of { $all }: its present cost is not known
   *[other] { $count } supplies of { $all }: their present cost is not known
  }, the gain is counted without it.
chain-plant-text = { $input } { $inunit } a year from { $suppliers ->
    [one] 1 supply
   *[other] { $suppliers } supplies
  } become { $output } { $outunit } a year of “{ $product }”.
chain-by-hand = prepared by hand
chain-map = Map
chain-map-told = Map of the plan: { $suppliers } suppliers and { $takers } takers around { $site }
chain-legend-plant = plant
chain-legend-supply = suppliers, area by amount
chain-legend-taker = takers
chain-months = Supply and demand month by month ({ $unit })
chain-gathered = gathered
chain-made = made
chain-placeable = takers can use
chain-storage = Up to { $amount } { $unit } must be kept between gathering and use.
chain-no-storage = Supply and demand keep step.
chain-sankey = Where it comes from, where it goes ({ $unit } taken in a year)
chain-small = { $count } other supplies
chain-market = market
chain-money = Money, median values
chain-investment = Investment
chain-network = of which network { $amount } k€
chain-store = of which store { $amount } k€
chain-usual-grant = Usual grant
chain-revenue = Revenue
chain-avoided-cost = Costs avoided at the suppliers
chain-takers-save = What takers save, at the price of the plan
chain-running = Running cost, work and supervision
chain-haul = Haulage
chain-capital = Yearly cost of the investment
chain-anew = Bought again within 15 years
chain-lifetime = life counted: { $years } years; without a second grant
chain-residual = Worth left after 15 years, not in the cash
chain-levelised = Levelised cost of the output
chain-gate-fee = Break-even fee asked of suppliers
chain-gate-room = negative: the chain’s margin per unit supplied
chain-gate-fee-grant = The same with the grant
chain-payback = Payback, all partners
chain-payback-operator = Payback of the operator alone
chain-years = { $years } years
chain-never = not paid back in 15 years, or before the plant is replaced
chain-with-grant = { $years } years with the grant
chain-cash = Cumulated cash over fifteen years (k€)
chain-cash-text = All partners together, at constant prices; what suppliers and takers stop paying is in it, and what wears out within fifteen years is bought again.
chain-without-grant = without grant
chain-granted = with grant
chain-co2-own = Impact: plant or recycling
chain-co2-haul = Impact: haulage
chain-co2-avoided = Avoided, where known
chain-co2-text = A year. Impact and avoided are counted apart.
chain-takers-of = Takers
chain-taker = Taker
chain-need = Need, { $unit }/year
chain-gets = Gets
chain-jobs = Jobs
chain-rome = Trade (ROME)
chain-insertion = Insertion
chain-entry = On entry
chain-exit = On exit
chain-yes = yes
chain-no = no
chain-fte = { $fte } FTE, { $supervisors } of supervision
chain-aid = Public aid { $aid } €/year
chain-aid-since = amount in force since { $date }
chain-left-to-pay = { $cost } €/year left to pay per FTE, supervision included
chain-permits = Permits
chain-heading = Heading
chain-reaches = What the plan reaches
chain-level = Level at this size
chain-delay = Delay (months)
chain-permits-text = An orientation to have confirmed by the authority, not legal advice. The steps are in the dossier.
chain-who-gains = Who gains what
chain-split = Together the partners gain { $total } k€ a year against today.
chain-split-grant = The funder of the grant lays out { $grant } k€ a year, which are in it: all together gain { $net } k€.
chain-split-text = Tick: Shapley value; bar: up to the nucleolus. Two starting points for talks, not a contract.
chain-rounds = Shared collection
chain-rounds-text = { $vehicle }: { $days } passes a year, the matter waits no more than { $every } days; a pass is { $tours ->
    [one] one round
   *[other] { $tours } rounds
  } in { $drivers ->
    [one] one driver day
   *[other] { $drivers } driver days
  }.{ $alone ->
    [0] {""}
    [one] {" "}One site that would fill that vehicle in between calls by itself and is not counted here.
   *[other] {" "}{ $alone } sites that would fill that vehicle in between call by themselves and are not counted here.
  }
chain-rounds-shared = Together
chain-rounds-separate = Separately
chain-rounds-km = Road a year
chain-rounds-eur = Lorry and driver a year
chain-rounds-co2 = Emissions a year
chain-rounds-list = { $count ->
    [one] The round
   *[other] The { $count } rounds
  }
chain-fragile = What it would take to fail
chain-tornado = Yearly gain when a price moves by 30 % (k€)
chain-tornado-text = “Annuity and upkeep”: of plant and network, the grant taken off where it is counted. “Running cost”: the rest, with annuity and upkeep of the covered store, which follow the amounts.
chain-price-low = 30 % lower
chain-price-high = 30 % higher
chain-without = Without them
chain-gone = Who is missing
chain-role = Role
chain-gain-then = Gain left a year
chain-cannot-run = cannot run

mine-posts = Posts to fill
mine-posts-text = The insertion posts that the territory’s projects plan: say which you can staff, the facilitators read it.
mine-posts-none = No project plans a post for now.
hours-unknown = hours to be settled
hours-a-year = { $hours } h/year
legend-no-site = no site has a place yet
legend-secret = companies’ sites are not shown to this role

contact-copy = Copy
contact-copy-why = All that is kept of this person, to be handed over on request
staff-can = We can staff it
staff-yes = We staff it
staff-said = The facilitators are told: your structure can staff this post.
staff-taken-back = Taken back: your structure no longer staffs this post.
staffed-by = staffed by { $name }
post-from = from { $day }
admin-territories = Territories
territories-text = Each territory has its own actors, flows and people; nothing passes from one to another.
territory-name = Name of the territory
territory-add = Open a territory
territory-added = Territory opened: begin by importing a list of actors.
territory-people = People
legend-sums = tonnes given out by zone, under statistical secrecy
api-text = What programs may ask. Come in by the session of this page, or by a token made in “My account” and sent in “Authorization: Bearer …”: the scope “read” reads, “write” writes, and a token may never do more than the person who made it.
api-search = Find a route
api-token = Token
api-token-none = without token: your session
api-rights = Rights:
api-open = without account.
api-scope-read = token of scope “read”.
api-scope-write = token of scope “write”.
api-roles = Roles: { $roles }; each for what the role sees.
api-parameter = Parameter
api-place = Where
api-kind = Type
api-body = Body of the request
api-answer = Answer
api-try = Try
api-writes = Really writes to the named territory.
api-none = No route of this name.
