# The words of the report: page, workbook, map.
report-title = fe2i – { $territory }
report-eyebrow = Industrial-symbiosis diagnosis
report-day = As of { $date }
report-invented = Invented companies: nothing here stands for a real company.
report-members = Members’ version: no prices, no confidential flows. { $count ->
    [one] One lead is not shown.
   *[other] { $count } leads are not shown.
 }
report-nav = Sections
report-skip = Go to the leads
nav-summary = In short
nav-map = Map
nav-leads = Leads
nav-flows = What the territory discards
nav-visits = Next visits
nav-gaps = What is missing
nav-struck = Struck out, and why
nav-method = Method and sources

report-sites = { $count ->
    [one] site
   *[other] sites
 }
report-sites-lost = { $count ->
    [one] one
   *[other] { $count }
 } without a known place
report-flows-said = { $count ->
    [one] stated flow
   *[other] stated flows
 }
report-flows-said-hint = measured, registered, declared or documented
report-flows-rough = { $count ->
    [one] one of them estimated by who said it
   *[other] { $count } of them estimated by who said them
 }
report-flows-guessed = { $count ->
    [one] supposed flow
   *[other] supposed flows
 }
report-flows-guessed-hint = by fe2i, from the activity: to be checked
report-exchanges = { $count ->
    [one] running exchange already known
   *[other] running exchanges already known
 }
report-exchanges-planned = { $count ->
    [one] and one planned
   *[other] and { $count } planned
 }
report-exchanges-ended = { $count ->
    [one] and one ended
   *[other] and { $count } ended
 }
report-leads = { $count ->
    [one] lead
   *[other] leads
 }
report-leads-guessed = { $share } rest on estimates only: they tell whom to visit, not what to sign.
report-worth = If the leads came true
report-worth-none = No lead has a figure yet: amounts stated by firms are missing. The next visits say where to ask.
report-worth-hint = A year, over { $count ->
    [0] no lead
    [one] one lead
   *[other] { $count } leads
 } counted: each flow counts once only, in its best lead. P10–P90 ranges added up without averaging out.
report-part-said = ■ of which flows stated by all parties: { $amount }
report-prices = Prices: { $sound ->
    [0] always at least one usual price or cost from memory
    [one] one lead of { $count } uses only stated or published prices, the others at least one from memory
   *[other] { $sound } leads of { $count } use only stated or published prices, the others at least one from memory
 }
report-part-guessed = ▨ of which on estimates to be checked: { $amount }
report-part-unknown = { $count ->
    [one] one lead without this figure
   *[other] { $count } leads without this figure
 }: unknown, not zero
report-nothing = nothing yet

gain-euros = Net gain
gain-co2 = Emissions avoided
gain-co2-credit = Carbon credit of what is replaced, apart
gain-mass = Tonnes at stake
gain-mass-diverted = Tonnes diverted
report-diverted-hint = without what is recycled or reused today already
gain-energy = Energy
gain-water = Water
gain-work = Work

report-map-empty = No site has a known place: give an address or a commune in the file of actors.
report-map-label = Map of sites and leads; arrow keys to move, + and − to zoom
report-zoom-in = Zoom in
report-zoom-out = Zoom out
report-zoom-all = See all
report-site-said = has stated at least one flow
report-site-guessed = known by its activity only
report-legend = What the map shows
report-legend-company = company
report-legend-insertion = insertion structure
report-legend-public = local authority, chamber
report-legend-other = association, laboratory
report-legend-fill = solid: has stated its flows; hollow: estimated
report-legend-day = As of { $date }. Lines: { $count ->
    [one] the first lead
   *[other] the first { $count } leads
 }, pale when all is estimated; groups of more than six appear only when chosen.
report-legend-invented = The ground is real, the sites are invented.
report-legend-lost = { $count ->
    [one] One site without a place is not on it.
   *[other] { $count } sites without a place are not on it.
 }
report-all-lines = all leads of the page
report-pick = Pick a line to open its lead, a site to filter the list.

report-leads-hint = First what is most worth trying: gain, likelihood and ease; then what repeats an idea placed higher steps back, so that the first page shows different things. Bars: P10 to P90, tick at P50, one scale for all leads; hatched when some part is estimated. Open a lead for its evidence, its reckoning, the law and the questions.
report-leads-cut = The first { $count } leads of { $total }; all are in the workbook.
report-leads-more = { $count ->
    [one] The next lead
   *[other] The next { $count } leads
 }
report-table = The ranking in one table
report-table-who = Who
report-table-belief = Likelihood
report-leads-empty = No lead. Add flows or activity codes, then run the diagnosis again.
report-filters = Filter the leads
report-filter-kind = Kind
report-filter-resource = Resource
report-filter-all = all
report-filter-text = Name or word
report-filter-insertion = insertion work
report-filter-said = stated by all parties
report-filter-none = No lead fits these filters. Widen the search.
support-said = flows stated by all parties
support-partly = partly estimated
support-guessed = estimated only
report-belief = likelihood { $share }
report-insertion = insertion work
report-settles = To settle
report-unknown-figures = Unknown: { $figures }
report-why = Why this lead
report-locate = See on the map
report-no-terms = Nothing is priced: what is known does not suffice. The question to ask comes first.
report-made-of = What it would be worth, term by term
report-not-appraised = Not appraised yet.
report-break-even = Transport eats up the gain beyond { $km } km of road.
report-term-unknown = unknown, not counted
report-said-by-site = from what the site said
report-confidence = { $confidence } confidence
report-law = What the law asks
report-route = Route:
report-hierarchy = Hierarchy:
report-no-advice = This is not legal advice: a list of points to check with the authority.
report-ask = What to ask
report-no-question = Nothing to ask before bringing the parties together.
report-question-nominal = nominal worth, as the gain is not known; { $minutes } min
report-question-worth = worth about { $value } for { $minutes } min

report-flows-hint = Tonnes a year. On the left the resources, in the middle what becomes of them today, on the right the best lead. Solid: stated; striped: estimated, counted by its likelihood. The best lead stands here even when it costs more than it brings or takes only a part of the flow: its tonnes can thus exceed the “tonnes diverted” of the total. Energy and water are not here.
report-flows-empty = No residue has a known tonnage: asking for a number of skips and their volume is enough.
report-flows-unknown = { $count ->
    [one] One residue ({ $share }) has no known tonnage: it is not drawn.
   *[other] { $count } residues ({ $share }) have no known tonnage: they are not drawn.
 }
report-flows-label = Diagram of material flows, from resources to their fate and to the leads
report-flows-families = Resource
report-flows-today = Today
report-flows-leads = Best lead
report-other-families = other resources
report-unclassified = not recognised
report-no-lead = no lead
report-as-table = The same figures as a list
fate-reuse = reuse
fate-recycling = recycling
fate-recovery = recovery, energy
fate-disposal = disposal
fate-not-final = sorting, mixed collection
fate-unknown = fate unknown

report-visits-hint = The visits whose answers are worth most per minute spent.
report-visits-empty = No visit to propose: either all is known, or nothing is appraised yet.
report-visit-leads = { $count ->
    [0] settles no lead
    [one] settles one lead
   *[other] settles { $count } leads
 }

report-gaps-empty = Nothing to report.
report-times = { $count } ×
report-rest = { $count ->
    [one] and one more line, in the workbook.
   *[other] and { $count } more lines, in the workbook.
 }
report-gap-place = { $count ->
    [one] One site without a place: no map, no distance.
   *[other] { $count } sites without a place: no map, no distance.
 } Give an address or a commune.
report-gap-tonnes = { $count ->
    [one] One stated residue without tonnage.
   *[other] { $count } stated residues without tonnage.
 } Ask for a number of skips and their volume.
report-file = { $count ->
    [0] no line read
    [one] one line read
   *[other] { $count } lines read
 } ({ file-format })
report-rejected = { $count ->
    [one] one line refused
   *[other] { $count } lines refused
 }
report-to-correct = { $count ->
    [one] one value to correct
   *[other] { $count } values to correct
 }
report-skipped = { $count ->
    [one] one line left out:
   *[other] { $count } lines left out:
 }
report-reason = Reason
report-line = Line
report-column = Column
report-value = Value

method-ranges = Every figure is a range: one chance in ten to be below P10, one in two below P50, one in ten above P90. An unknown figure stays unknown; it never counts as zero.
method-belief = The likelihood of a lead is the chance that what its sentence claims is true: of a pair, that one has the thing and whoever is named next takes it; of a group, that at least as many as needed are there. It does not say whether people will agree, and what the sentence calls possible is not in it.
method-guess = An estimated flow comes from an activity profile. It serves to choose whom to visit and always bears that mark.
method-once = Totals count each flow once only, in its best lead, without the exchanges that already run.
method-co2 = Emissions avoided compare what would happen anyway with the new way; credits published for the product replaced are shown apart, never netted.
method-distance = Distances are straight lines; roads are longer.
method-order = The order of leads grows with worth, likelihood and ease.
report-figures = { $count ->
    [one] One figure used
   *[other] { $count } figures used
 }
report-figures-none = None: the leads are not appraised, or rest on what the sites said.
report-figure = Reference figure
report-source = Source
report-sources = Documents cited
report-locator = Place in it
report-date = Date
report-confidence-head = Confidence
report-note = Note
report-geography = Commune outlines: IGN and Insee, Licence Ouverte.

sheet-summary = Summary
sheet-leads = Leads
sheet-visits = Visits
sheet-flows = Flows
sheet-sites = Sites
sheet-findings = To check
sheet-sources = Sources
sheet-what = What
sheet-unit = Unit
sheet-of-which-said = of which stated by all parties (P50)
sheet-without = leads without this figure
sheet-rank = Rank
sheet-kind = Kind
sheet-title = Title
sheet-sentence = Lead
sheet-support = Support
sheet-belief = Likelihood (0–1)
sheet-route = Legal route
sheet-distance = Straight-line distance
sheet-question = Question
sheet-question-value = Worth of the answer
sheet-question-minutes = Minutes to ask
sheet-id = Id
sheet-site = Site
sheet-visit-value = Worth of the visit
sheet-visit-minutes = Minutes of the visit
sheet-leads-count = Leads
sheet-direction = Direction
sheet-wording = Wording
sheet-resource = Resource
sheet-waste-code = Waste code
sheet-stated = Quantity as stated
sheet-tonnes = Tonnage
sheet-quality = Quality
sheet-fate = Fate
sheet-evidence = Evidence
sheet-likelihood = Likelihood (0–1)
sheet-price = Price as stated
sheet-siret = SIRET
sheet-activity = Activity
sheet-headcount = Headcount
sheet-address = Address
sheet-commune = Commune
sheet-zone = Zone
sheet-latitude = Latitude (°)
sheet-longitude = Longitude (°)
sheet-severity = Severity
sheet-finding = Finding
sheet-about = About
sheet-no-place = Site without a place: no map, no distance.
report-colon = :{" "}
report-question-idle = would not change the decision; { $minutes } min
report-legend-outside = { $count ->
    [one] One distant site is outside the frame: zoom out to see it.
   *[other] { $count } distant sites are outside the frame: zoom out to see them.
 }
sheet-left-out = Lines left out: { $count }. The sheet ends here.
sheet-left-out-flows = Flows left out: { $count }, of which { $estimates } estimated. The sheet ends here.
report-rivals = competes with { $count ->
    [one] another lead
   *[other] { $count } other leads
 }
report-taken = already taken by { $who }
report-rivals-help = The same residue, or the same need, is promised in several leads and is not enough for all: one of them will happen, or each in part.
sheet-code-guessed = { $code } (guessed)
sheet-rivals = Competing leads

report-struck-lead = These exchanges are asked for on one side and possible on the other, but a rule forbids them: they are not proposed.
report-struck-count = { $count ->
    [one] one exchange
   *[other] { $count } exchanges
 }
report-struck-rule = Rule { $rule }
sheet-struck = Struck out
sheet-struck-giver = Who would give
sheet-struck-taker = Who would take
sheet-struck-what = What
sheet-struck-why = Why not
sheet-struck-rule = Rule
sheet-struck-source = Source
