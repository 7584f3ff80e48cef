# The dossier of a chain.
dossier-title = Chain dossier: { $plant }
dossier-notice = Working paper on the data of { $day }. It names companies and their prices: not to be passed on without their consent. Each figure refers by [n] to its source or to the declaration it comes from; single values are medians of often wide ranges.
dossier-notice-members = Paper on the data of { $day }, without prices or confidential names; no price that a company gave is in its accounts, usual prices only. Each figure refers by [n] to its source or to the declaration it comes from; single values are medians of often wide ranges.
dossier-summary = In brief
dossier-summary-text = { $plant } of { $size } { $unit }, at { $site } ({ $why }). { $input } { $input_unit } a year from { $suppliers ->
    [one] 1 supply
   *[other] { $suppliers } supplies
  } become { $output } { $output_unit } a year of “{ $product }”. Investment of { $investment } €.
dossier-summary-fte = { $fte } FTE in insertion.
dossier-summary-gain = Gain of all together, against today: { $p50 } € a year at the median of { $draws } draws, less than { $p10 } € one time in ten, more than { $p90 } € one time in ten. The plan as computed, every range at its middle, is worth { $middle } €: it is the one that accounts and shares detail. Climate, tonnes of CO₂e a year: avoided by what the output replaces, { $avoided }; emitted by plant and haulage, { $impact }; counted apart.
dossier-summary-loses = Beware, this plan loses money: at the median of { $draws } draws it lacks { $lost } € a year, and it gains some in only { $gains } of the draws.
dossier-summary-heat = The engine also gives { $made } MWh of heat a year; { $left } MWh are neither sold nor used, and counted nowhere: without a taker, they are lost.
dossier-summary-doubt = Beware: this plan gains money in only { $gains } of the draws and reaches its minimum load in only { $met }.
dossier-summary-rounds = These sums count haulage as full skips; the rounds of the chapter on collection would cost { $dearer } € more a year, to be taken off the gain.
dossier-unknown = unknown
dossier-span = { $low } to { $high }
dossier-fee-paid = Without grant, breaking even takes { $fee } € per { $unit } from the suppliers, haulage being borne by the chain.
dossier-fee-room = Without grant, the chain breaks even while paying up to { $fee } € per { $unit } delivered for its inputs: this is the margin to share among all, not an advised price. It assumes that all output sells at the median price, and does not count other buyers of the inputs.
dossier-passed-over = Plan chosen for its median: with every range at its middle another plan would gain { $more } € a year more, but its median over the same draws is only { $median } €.
dossier-proved = The plan was recomputed without the solver and is within { $gap } % { $aim }, under the assumptions. { $left } { $unit } a year stay out of the plan.
dossier-verified = The plan was recomputed without the solver; it is not proved best. { $left } { $unit } a year stay out of the plan.
dossier-not-verified = Recomputing the plan without the solver failed: do not use it.
dossier-nothing = Nothing opens: with { $offers ->
    [one] 1 known supply
   *[other] { $offers } known supplies
  }, { $amount } { $unit } a year, no plant gains more than it costs under these assumptions.
dossier-nothing-short = Nothing opens: { $amount } { $unit } a year from { $offers ->
    [one] a single known supply
   *[other] { $offers } known supplies
  }, while the smallest size takes { $least } to run.
dossier-gathering = Supplies
dossier-gathering-text = { $offers ->
    [one] 1 supply has a known amount and place
   *[other] { $offers } supplies have a known amount and place
  }, { $offered } { $unit } a year in all; the plan keeps { $suppliers }, { $taken } { $unit } a year. What is available is a range: one chance in ten of being below its low end, one in ten above its high end. A negative present cost is an income of the giver.
dossier-supplier = Supplier
dossier-secret-supplier = confidential supplier
dossier-secret-taker = confidential taker
dossier-resource = Resource
dossier-taken = Kept a year
dossier-available = Available a year
dossier-season = Season
dossier-season-even = taken as even
dossier-season-all = all year
dossier-season-mostly = all year, most { $months }
dossier-season-run = { $first } to { $last }
dossier-basis = Known by
dossier-km = Road (km)
dossier-cost-today = Present cost (€ per unit)
dossier-note = Sources
dossier-map = Map and choice of site
dossier-map-text = { $all ->
    [one] One site only is possible.
   *[other] { $spots } sites were compared, the best placed of { $all } possible ones.
  } North up, scale at the lower left; lines are known limits of communes; the area of a disc follows the amount.
dossier-map-plant = plant
dossier-map-supplier = supplier
dossier-map-taker = taker
dossier-spot = Site weighed
dossier-why = Why there
dossier-why-outlet = takes what comes out
dossier-why-insertion = insertion structure
dossier-why-room = said to have room
dossier-why-authority = local authority
dossier-why-runs = similar activity
dossier-months = Month by month
dossier-months-title = Gathered, used and placeable each month ({ $unit })
dossier-gathered = gathered
dossier-used = used
dossier-demand = placeable with takers
dossier-storage = Supplies and needs keep different rhythms: up to { $storage } { $unit } must be stored, { $share } of the year.
dossier-no-storage = Supplies and needs keep step: no seasonal store.
dossier-engine-heat = The engine also gives { $made } MWh/year of heat: { $own } MWh/year warm the digester and the hygienisation, { $left } MWh/year are lost as long as nobody takes them. None of this heat is sold in this account: a taker would come on top. { $marks }
dossier-money = Economics
dossier-money-text = Median values of the first full year, at constant prices, before tax; network, store and supervision included. The break-even fee is what suppliers must pay per unit to cover all costs and the investment; when negative, the chain can pay.
dossier-figure = Figure
dossier-value = Value
dossier-unit = Unit
dossier-eur-year = €/year
dossier-years = years
dossier-calc-input = Computed: sum of what the plan takes of each supply (chapter on supplies).
dossier-calc-avoided = Computed: amount taken × present cost of each supply, said or usual; an unknown cost is not counted.
dossier-calc-takers-save = Computed: output × (what is replaced costs the takers today, said or usual − price of the plan); an unknown cost is taken to equal the price. Another price changes who gains, not what all gain.
dossier-calc-levelised = Computed: (running + haulage + annuity) / output sold.
dossier-calc-fee = Computed: (running + haulage + annuity − sales) / amount taken in; with the grant the annuity is lowered by its share.
dossier-calc-payback = Computed: investment / (sales − running − haulage + costs avoided + savings of the takers), at constant prices.
dossier-calc-anew = Computed: what wears out before the end of the 15 years is bought again at the same price, without a second grant.
dossier-calc-residual = Computed: purchase price × share of its life left at the end of year 15; not in the cash.
dossier-calc-payback-operator = Computed: investment / (revenue − running cost − haulage), without what suppliers and takers stop paying.
dossier-per-year = { $unit }/year
dossier-investment = Investment, network and store included
dossier-grant = Usual grant
dossier-input = Inputs used
dossier-output = Output sold
dossier-revenue = Revenue
dossier-running = Running cost, work, supervision and maintenance
dossier-haul = Haulage of inputs
dossier-capital = Annuity of the investment
dossier-anew = Bought again within 15 years
dossier-residual = Worth left at the end of year 15
dossier-avoided = Present costs avoided at the suppliers, where known
dossier-takers-save = What takers save on what they spend today, at the price of the plan
dossier-levelised = Levelised cost of output
dossier-gate-fee = Break-even fee asked of suppliers
dossier-gate-fee-grant = The same, with grant
dossier-payback = Payback, all partners together
dossier-payback-grant = Payback with grant, all partners together
dossier-payback-operator = Payback of the operator alone, suppliers paying nothing
dossier-payback-operator-grant = The same, with grant
dossier-without-grant = without grant
dossier-with-grant = with grant
dossier-cash-title = Cumulated cash of all partners, year 0 to 15 (k€)
dossier-cash-text = Horizon: { $years } years. The plant is counted for { $life } years of use: worn out sooner, it is bought again at the same price, without a second grant; the worth left at the end of the horizon is told apart. The annuity and the levelised cost hold over that life, so they cover what is bought again; an investment not paid back before it is worn out has no payback time.
dossier-co2 = CO₂
dossier-co2-text = What the chain emits (its impact) and what others stop emitting (avoided) are counted apart and are not added up. Today’s treatment of the inputs is not counted.
dossier-co2-own = Impact: plant, or recycling of what comes out
dossier-co2-haul = Impact: haulage of inputs
dossier-co2-avoided = Avoided: energy or matter replaced, where it is known
dossier-co2-no-own = Unknown: what the plant itself emits is not published in a form that serves here.
dossier-co2-no-avoided = Unknown: takers do not say what is replaced, or no published factor covers it.
dossier-co2-part = For { $share } of what takers need it is not known what is replaced: that part counts for nothing in what is avoided.
dossier-co2-year = tCO₂e/year
dossier-jobs = Jobs
dossier-jobs-text = Hours and costs a year, as ranges. “Insertion”: an insertion structure may fill the post.
dossier-rome = Occupation (ROME)
dossier-insertion = Insertion
dossier-entry = Level on entry
dossier-exit = Level on exit
dossier-hours = Hours a year
dossier-work-cost = Loaded cost (€/year)
dossier-yes = yes
dossier-no = no
dossier-level-none = none
dossier-level-job = learnt on the post
dossier-level-3 = level 3
dossier-level-4 = level 4
dossier-staffing-text = By the structure that would bear the insertion posts: aid at its amount on the day of the study; only one of these lines applies.
dossier-kind = Structure
dossier-fte = Insertion FTE
dossier-supervisors = Supervision FTE
dossier-aid = Public aid (€/year)
dossier-cost-fte = Left to pay per insertion FTE, aid taken off, supervision included (€/year)
dossier-partners = Who gains what
dossier-partners-none = The split could not be computed.
dossier-partners-loss = There is no gain to share: what lacks must be made up, by aid per post, a grant, a fee from who is better off, or other takers, who pay more today.
dossier-partners-text = Together the partners gain { $total } € a year in the plan as computed (every range at its middle), the annuity taken off, against what they pay today. The Shapley value pays each by what they add on average; the nucleolus first contents the group that is served worst. Both are places to start talking from, not a contract.
dossier-partners-grant = The grant is no gain of the territory: its funder lays out the equivalent of { $grant } € a year, which are in the partners’ { $total } €. All together, the funder in, gain { $net } € a year.
dossier-partner = Partner
dossier-who-takes = { $who } (taker)
dossier-who-brings = { $who } (supplier)
dossier-partners-withheld = The split partner by partner is not published in this version: prices that companies gave have made it.
dossier-shapley = Shapley (€/year)
dossier-nucleolus = Nucleolus (€/year, up to fifteen partners)
dossier-core = There is a split that no group has reason to leave: even the group served least gains { $margin } € a year more than without the others, supplies that replace them counted (this is the epsilon of the core, with its sign turned).
dossier-no-core = No split contents all groups: at best the worst-off lacks { $lack } € a year.
dossier-leaves = Under the Shapley split, { $names } would gain { $gain } € more a year without the others: prefer the nucleolus, or leave them more.
dossier-operator = Operator of the plant
dossier-takers = { $count } other takers together
dossier-structure = Insertion structure
dossier-small = { $count } small suppliers together
dossier-alone-nothing = { $who }: alone nothing; together, a gain of { $gain } € a year.
dossier-alone-unknown = { $who }: what you pay or receive today is not known and not counted; leaving that cost out, your share of the gain would be { $gain } € a year.
dossier-alone-usual = { $who }: what you really pay is not in this computation. At the usual price of what is supplied, { $low } to { $high } € a year for these amounts (negative: a receipt), the share of the gain would be { $gain } € a year. To ask for: the last collection invoice.
dossier-alone-partly = { $who }: of { $count } supplies, { $own ->
    [0] {""}
    [one] 1 has the cost you said,{" "}
   *[other] { $own } have the cost you said,{" "}
  }{ $usual ->
    [0] {""}
    [one] 1 has a usual price, no bill,{" "}
   *[other] { $usual } have a usual price, no bill,{" "}
  }{ $unknown ->
    [0] {""}
    [one] 1 has no known cost and is not counted,{" "}
   *[other] { $unknown } have no known cost and are not counted,{" "}
  }that is { $low } to { $high } € a year in all today (negative: a receipt); the share of the gain would be { $gain } € a year.{ $sealed ->
    [0] {""}
   *[other] {" "}Any price you gave is sealed and stays out of this plan.
  }
dossier-alone-sealed = { $who }: the price you gave is sealed and stays out of this plan, which others read. At the usual price of what is supplied, { $low } to { $high } € a year for these amounts (negative: a receipt), the share of the gain would be { $gain } € a year; to be compared with your invoice.
dossier-alone-pays-pays = { $who }: alone you pay { $today } € a year; together you pay { $after } €, { $gain } € better.
dossier-alone-pays-paid = { $who }: alone you pay { $today } € a year; together you receive { $after } €, { $gain } € better.
dossier-alone-paid-pays = { $who }: alone you receive { $today } € a year; together you pay { $after } €, a difference of { $gain } €.
dossier-alone-paid-paid = { $who }: alone you receive { $today } € a year; together you receive { $after } €, a difference of { $gain } €.
dossier-fragile = How fragile
dossier-draws = Over { $draws } draws of all ranges at once (amounts, yields, prices, costs), the same plants gain a year, against today: { $p50 } € at the median, less than { $p10 } € one time in ten, more than { $p90 } € one time in ten. The plan as computed, every range at its middle, is worth { $middle } €: it may differ from the median either way, since ranges are not even-sided, and capacity and minimum load break the proportion. They gain money in { $gains } of cases and reach their minimum load in { $met }.
dossier-sturdy = Careful plan: { $plan }. In the worst tenth of the draws it gains { $worst } € a year on average, against { $nominal } € for the plan that gains most with everything at the middle of its range; at the median of the draws, { $p50 } € against { $nominal_p50 } €; it reaches its minimum load in { $met } of the draws, against { $nominal_met }. With everything at the middle, it gains { $less } € { $gives ->
    [more] more
   *[less] less
  } a year. { $how }
dossier-sturdy-same = Careful plan: this one, { $worst } € a year on average in the worst tenth of the draws, minimum load reached in { $met }. { $how }
dossier-sturdy-how = How it is chosen: { $singles ->
    [one] the only possible size at the only possible place was
   *[other] every place with every size that can run there, { $singles } in all, were
  } weighed on { $first } draws{ $pairs ->
    [0] {""}
    [one] , and the best pair of plants too
   *[other] , and the best of them two by two ({ $pairs } pairs)
  }; the best placed, the points of the front and plans made for less supply, { $weighed } in all, on the same { $draws } draws. The one whose worst draws are best on average is kept{ $chance ->
    [0] {""}
   *[other] {" "}among those that reach their minimum load in { $chance_text } of the draws
  }. That is no proof that there is no better one.
dossier-sturdy-loses = Even this one loses money in those bad years: only opening nothing avoids them.
dossier-sturdy-none = Careful plan: none of the plans weighed, every place with every size among them, reaches its minimum load as often as asked ({ $chance } of the draws).
dossier-gone-text = Gain left when a partner leaves, the plant being built and paid for: supplies that the plan leaves out take its place where they fit. The split (chapter on who gains what) counts the same replacements; the only difference is that it reckons before building: a group that would lose builds nothing and gains 0, rather than losing the annuity.
dossier-gone = Without
dossier-role = Role
dossier-gain-then = Gain left (€/year)
dossier-without-supplier = supplier
dossier-without-taker = taker
dossier-tornado = Yearly gain when a price moves by 30 % (k€/year)
dossier-tornado-text = What moves, by the lines of the account. “Annuity and upkeep”: annuity of plant and network, the grant taken off where it is counted, upkeep and insurance of the plant. “Running cost”: running cost without that upkeep, with annuity and upkeep of the covered store, which follow the amounts. “Worth of the output”: what it spares its takers, or its market price; the price between partners changes who gains, not what all gain. “Cost avoided”: present costs spared.
dossier-price-low = price 30 % lower
dossier-price-high = price 30 % higher
dossier-price-haul = haulage of supplies
dossier-price-output = worth of the output
dossier-price-treatment = avoided cost and yield of inputs
dossier-price-running = running cost without upkeep, store in
dossier-price-fixed = annuity and upkeep, store apart
dossier-front = Other choices
dossier-front-text = None of these plans is beaten by another in euros, CO₂ avoided, CO₂ emitted and hours of insertion together. Avoided and emitted stay two columns. The columns of worth tell the trade-off that points at this plan: what a tonne counts, for one avoided as against one emitted, and an hour; the last one, what it was asked to bring at least where no worth points at it. A plan with neither values nor a request is the best of its size.
dossier-front-no-co2 = CO₂ avoided is not known for every place: it is left out of the choice, and the front compares euros and hours only.
dossier-floor = Asked at least
dossier-floor-co2 = { $least } t CO₂e/year
dossier-floor-open = that a plant opens
dossier-floor-hours = { $least } h/year
dossier-plan = Plan
dossier-front-eur = Gain (€/year)
dossier-front-avoided = CO₂ avoided (tCO₂e/year)
dossier-front-caused = CO₂ emitted, plant and haulage (tCO₂e/year)
dossier-front-hours = Hours of insertion a year
dossier-worth-co2 = €/tCO₂e
dossier-worth-hour = €/hour
dossier-legal = Legal path
dossier-legal-text = An orientation to have confirmed by the authority, not legal advice. The level is concluded from the plan: tonnes a working day, volume present, power burnt. Delays in months, from the preparation of the file to the right to run.
dossier-rubric = Permit rubric
dossier-regime = Level at this size
dossier-months-delay = Delay (months)
dossier-step = Step
dossier-route = Status of the material: { $route }.
dossier-risks = Risks and unknowns
dossier-risk-cost = { $count } supplies of { $all }: their present cost is not known, the gain is counted without it.
dossier-risk-usual-cost = { $count } supplies of { $all }: the present cost is a usual price, not an invoice.
dossier-risk-season = { $count } supplies of { $all }: the season was not said and is taken as even.
dossier-risk-guess = { $count } supplies of { $all } are estimates no company confirmed.
dossier-risk-weak = { $count } of the values used are of low confidence, often from memory: have them priced before any decision.
dossier-risk-storage = The winter store takes a covered slab and fire protection: the figure used must be confirmed on site.
dossier-risk-network = Takers must commit themselves for years; the trench to them is as the crow flies and remains to be studied. Losses of the network, its upkeep and the stand-by boiler are not reckoned.
dossier-risk-missing = Missing figure: { $why }.
dossier-signs = Who signs what
dossier-who = Who
dossier-paper = What
dossier-sign-supplier = Each supplier
dossier-sign-supplier-paper = supply contract: least and most amount, quality, price or fee, term, waste records
dossier-sign-taker = Each taker
dossier-sign-taker-paper = sales contract: monthly amount, price and revision, backup, term at least that of the loan
dossier-sign-host = The owner of the site
dossier-sign-host-paper = lease or permission to occupy, lorry access, easements
dossier-sign-insertion = The insertion structure and the State
dossier-sign-insertion-paper = agreement: posts, aid, support, exits aimed at
dossier-sign-authority = The funder
dossier-sign-authority-paper = grant agreement, before any spending commitment
dossier-sign-operator = The operator
dossier-sign-operator-paper = charter of the company, permit file, insurance, loan
dossier-next = Next steps
dossier-next-confirm = Have amount, quality, season and present cost confirmed by those who bring half: { $names }.
dossier-next-site = Visit the site: room, access, metered monthly need, agreement in principle of host and takers.
dossier-next-permit = Ask the authority to confirm rubrics and status of the material.
dossier-next-structure = Bring the insertion structure and the State service together about posts and supervision.
dossier-next-funding = Have two builders price the investment, then file for the grant.
dossier-sources = Sources and declarations
dossier-note-value = { $low } to { $high } (most likely { $mid })
dossier-note-figure = { $label }: { $value } ({ $id }). { $source }, { $date }; confidence { $confidence }.
dossier-note-figure-at = { $label }: { $value } ({ $id }). { $source }, { $locator }, { $date }; confidence { $confidence }.
dossier-note-flow = { $site }, “{ $wording }”: { $stated }; { $basis }, { $source }, { $date }.
dossier-note-secret = Confidential declaration, known to the facilitator.
dossier-note-source = { $title } ({ $publisher }), { $date }.
dossier-no-amount-words = amount entered in columns
dossier-undated = undated
dossier-month-1 = Jan
dossier-month-2 = Feb
dossier-month-3 = Mar
dossier-month-4 = Apr
dossier-month-5 = May
dossier-month-6 = Jun
dossier-month-7 = Jul
dossier-month-8 = Aug
dossier-month-9 = Sep
dossier-month-10 = Oct
dossier-month-11 = Nov
dossier-month-12 = Dec
chain-supplies-without-amount = { $count ->
    [one] 1 possible supply left out: amount unknown.
   *[other] { $count } possible supplies left out: amount unknown.
  }
chain-supplies-without-place = { $count ->
    [one] 1 possible supply left out: place unknown.
   *[other] { $count } possible supplies left out: place unknown.
  }
chain-supplies-without-yield = { $count ->
    [one] 1 possible supply left out: yield of the material unknown.
   *[other] { $count } possible supplies left out: yield of the material unknown.
  }
chain-outlets-without-amount = { $count ->
    [one] 1 possible taker left out, its amount is missing or its unit does not convert: { $sites }. Ask for MWh a year.
   *[other] { $count } possible takers left out, their amounts are missing or their units do not convert: { $sites }. Ask for MWh a year.
  }
chain-supplies-refused = { $count ->
    [one] 1 supply refused, its waste code or a word contradicts what the plant takes: { $which }.
   *[other] { $count } supplies refused, their waste code or a word contradicts what the plant takes: { $which }.
  }
chain-supplies-too-cold = { $count ->
    [one] 1 source of heat left out, too cold without a heat pump, which this plan does not count: { $which }.
   *[other] { $count } sources of heat left out, too cold without a heat pump, which this plan does not count: { $which }.
  }
chain-supplies-apart = { $count ->
    [one] 1 supply left out ({ $total } { $unit } a year): mixing it with the others is forbidden without leave, it needs a line of its own.
   *[other] { $count } supplies left out ({ $total } { $unit } a year): mixing them with the others is forbidden without leave, they need a line of their own.
  }
dossier-no-supply = nobody gives, with a known amount and place, what “{ $plant }” takes in
dossier-no-spot = no known place could hold “{ $plant }”: it takes a taker, an insertion structure, an authority or ground
dossier-nothing-title = Nothing breaks even in euros
dossier-opening = The cheapest to open would be { $plan }: it would lack { $lacks } € a year.
dossier-opening-hours = That is { $each } € per hour of insertion ({ $brings } h a year).
dossier-opening-co2 = That is { $each } € per tonne of CO₂ avoided ({ $brings } t a year).
dossier-opening-aid = Aid per post is not counted in it; a year it would be, by kind of structure: { $aid }.
dossier-aid-covers = { $kind } { $aid } €, which covers it
dossier-aid-leaves = { $kind } { $aid } €, { $left } € would still lack
dossier-front-nothing = open nothing
dossier-never = over { $years }
dossier-reaches = What the plan reaches
dossier-reaches-day = { $range } t/day
dossier-reaches-present = { $range } m³ present
dossier-reaches-power = { $range } MW burnt
dossier-regime-open = to be established. { $thresholds }
dossier-regime-none = not classified, below the threshold
dossier-regime-most-day = { $level } if days of intake are few
dossier-regime-most-present = { $level } if the stock is large
dossier-regime-most-power = { $level } if the efficiency is low
dossier-permit = Permit concluded at this size: { $level } (French heading { $rubrics }), { $months } months; the most demanding applies.{ $open ->
    [0] {""}
    [one] {" "}One heading is still to be established.
   *[other] {" "}{ $open } headings are still to be established.
  }
dossier-permit-open = Level to be established: what the plan reaches is not known for every heading; the others are below their threshold.
dossier-permit-none = At this size no heading applies: stay below the thresholds, and check sanitary and planning rules with the town.
dossier-step-when = If { $when }:

dossier-network = of which network to the takers
dossier-store = of which covered store
dossier-supervision = of which technical supervision of insertion
dossier-residue = of which digestate or ash to be rid of
dossier-takers-title = Takers
dossier-takers-text = { $count ->
    [one] One taker is within reach, joined
   *[other] { $count } takers are within reach, joined
  } by { $km } km of trench as the crow flies: each is joined only when the stretch it adds carries enough demand. A factory counts only for the share of its fuel that this heat replaces; a site that looks for heat and buys the fuel that makes it counts once. Amounts in { $unit } a year.
dossier-taker = Taker
dossier-taker-price = Price in the plan (€ per unit)
dossier-wants = Buys or looks for today
dossier-needs = Need a year
dossier-gets = Gets a year
dossier-counted = Level, share counted
dossier-counted-all = all of the purchase
dossier-counted-part = { $share } of the purchase
dossier-levels = The network brings hot water (90 °C at most). Who says it needs steam, a furnace or a process above keeps its boiler: only the share shown is counted. Who does not say its level is counted as served by hot water: an assumption, to be checked on site by flow and return temperatures.
dossier-takers-price = Sales: { $output } { $unit } × { $price } €/{ $unit } = { $revenue } € a year. This price is the mean of the takers by what each gets: the usual price { $usual }, but never more than what the taker pays today for the same heat, said or usual { $costs }.
dossier-risk-levels = { $count ->
    [one] One taker is counted for a share of its purchase only (steam, furnace or factory process): that share is assumed; it asks for works at its place.
   *[other] { $count } takers are counted for a share of their purchase only (steam, furnace or factory process): that share is assumed; it asks for works at their places.
  }
dossier-yields = What each matter gives
dossier-yields-text = In: { $input } a year, out: { $output } a year: amount × yield of the matter.
dossier-yields-in = In a year
dossier-yields-each = Yield per unit
dossier-yields-out = Out a year
dossier-fractions-text = Middles of shares and prices; what lacks to 100 % is reject. A negative price is paid by the workshop.
dossier-fraction = Fraction
dossier-fraction-share = Share
dossier-fraction-price = Price (€ per unit)
dossier-fraction-eur = € a year
dossier-rounds = Collection
dossier-rounds-method = Each matter has its container, its vehicle and the time it may wait at most. By itself each site calls its vehicle when it is full, and never later than the matter may wait; together, the vehicle calls at all on fixed days. Of the rhythms the matter allows the cheapest is kept. Both columns have the same hours, speeds and distances.
dossier-rounds-text = { $stands }: { $every } days at most between two pick-ups. By itself: { $alone_vehicle } ({ $alone_holds } m³). Together: { $vehicle } ({ $capacity } m³, { $payload } t), { $passes } passes a year in { $tours } { $tours ->
    [one] round
   *[other] rounds
  }.
dossier-rounds-day = A driver’s day does not exceed { $shift } (unloading at the plant in, break on top): a pass takes { $driver_days } driver { $driver_days ->
    [one] day
   *[other] days
  }, { $lorries ->
    [one] one vehicle is enough
   *[other] { $lorries } vehicles are needed
  } at this rhythm. Gates taken to be open from { $opens } to { $closes }, to be asked of each site.
dossier-rounds-sum = { $pass_km } km a pass × { $passes } passes = { $year_km } km a year. The account holds { $account } € a year of haulage for the same supplies, as full skips by tonne and km: that amount, and no other, is in the plan's gain. The rounds would cost { $shared } €: they would take its place, the two never add up; choosing them { $dearer ->
    [0] would add { $difference } € a year to the gain
   *[other] would take { $difference } € a year off the gain
  }. Sources: { $marks }.
dossier-rounds-dearer = Together costs more here than separately: the sites are too large or too few to share this vehicle, each had better call its own when it is full.
dossier-rounds-alone = { $alone ->
    [one] One site would fill that vehicle between two passes: it calls by itself and is in neither column.
   *[other] { $alone } sites would fill that vehicle between two passes: they call by themselves and are in neither column.
  }
dossier-rounds-unknown = { $count } supplies are left out of the rounds: their bulk density is not known.
dossier-rounds-shared = Shared rounds
dossier-rounds-separate = Separate pick-ups
dossier-rounds-km = Road a year
dossier-rounds-cost = Lorry and driver
dossier-rounds-co2 = Emissions of transport
dossier-rounds-when = Day, leaves
dossier-rounds-leaves = day { $day }, { $leaves }
dossier-rounds-stops = Round of a pass
dossier-rounds-others = and { $count } others
dossier-rounds-pass = one pass, { $count } { $count ->
    [one] round
   *[other] rounds
  }
dossier-rounds-tonnes = Load (t)
dossier-rounds-load = Load (m³)
dossier-rounds-hours = Time
dossier-fits-aci = fits when supervision is close and posts ask for no qualification: permanent workshop, long stays.
dossier-fits-ei = fits when the workshop must live on its sales: productivity near the market, less aid.
dossier-fits-etti = fits peaks and replacements at the operator or the suppliers, not running the workshop.
dossier-fits-ai = fits a few hours a week: sorting at source, keeping, extra collection.
dossier-fits-eiti = fits only if collection can be given to supported self-employed workers.
dossier-point = { $size } { $unit } at { $site }
dossier-point-by-hand = { $size } { $unit } at { $site }, prepared by hand
dossier-by-hand = Preparation is by hand where a machine could do it: more hours of insertion, less wear and grading.
dossier-price-of = This choice leaves { $less } € of gain a year.
dossier-price-hours = It gives { $amount } more hours of insertion a year, { $each } € an hour.
dossier-price-fewer-hours = It gives { $amount } fewer hours of insertion a year.
dossier-price-co2 = It avoids { $amount } more tCO₂e a year, { $each } € a tonne.
dossier-price-less-co2 = It avoids { $amount } fewer tCO₂e a year.
dossier-price-co2-unknown = What it does to CO₂ is not known.
chain-searching = looking for a first plan
chain-progress = best plan { $plan }, bound { $bound }
dossier-aim-euros = of the best gain in euros
dossier-aim-floor = of the best gain in euros when at least { $least } is asked
dossier-aim-weighed = of the best trade-off, a tonne of CO₂ counted at { $co2 } € and an hour of insertion at { $hour } €
dossier-instead = Best in euros is to open nothing. Of the plans found, this one costs least to open: { $lacks } € a year to make up.
dossier-partners-median = At the median of the draws (chapter on solidity) it is { $median } €: share parts, not amounts.
dossier-barred = Nothing opens within the limits asked.
dossier-barred-cheapest = Budget of { $have } €: the cheapest plant takes { $wanted }, { $missing } € are missing. Without this limit a plan that invests { $takes } € would gain { $gain } € a year.
dossier-barred-budget = Budget of { $have } €: the plan that gains most without this limit invests { $wanted } € (gain { $gain } € a year), { $missing } € are missing; nothing within the budget gains more than it costs.
dossier-barred-number = Number of plants: { $most } allowed, { $takes } needed; without this limit the plan would gain { $gain } € a year.
dossier-price-more-caused = Plant and haulage emit { $amount } more tCO₂e a year.
dossier-price-less-caused = Plant and haulage emit { $amount } fewer tCO₂e a year.
dossier-alone-taker = { $who }: alone, you pay some { $today } € a year for what the chain would replace ({ $gets } { $unit }); together, { $after } € all in, { $gain } € better.
dossier-alone-taker-usual = { $who }: alone, what the chain would replace ({ $gets } { $unit }) costs some { $today } € a year at the usual price, which is no bill; together, { $after } € all in, { $gain } € better. To ask for: the last bill.
dossier-alone-taker-unknown = { $who }: what you pay today is not known; for { $gets } { $unit } a year you would pay { $after } € at the plan’s price, a share of the gain of { $gain } € taken off.
dossier-authority = Local authority: { $treats ->
    [none] no euro is reckoned for it, for want of data: neither the public collection and treatment spared nor the local tax on the plant is declared, and the TGAP tax spared goes to the State, not to it
   *[other] its sites that supply pay { $treats } € a year today for what the plan takes from them, and their gain is in the split, under their names; nothing else is reckoned for it, for want of data: the local tax on the plant is not declared, and the TGAP tax spared elsewhere goes to the State
 }; so it is no player of its own in the split. To be a player in the split: declare the flows of its own sites (waste centre, services, buildings) with amount and price, on the page Flows or in an imported table; their gain is then counted under their names. The local tax has no place. It finds { $hours ->
    [none] {""}
   *[other] { $hours } h of insertion a year and{" "}
 }{ $avoided } tCO₂e avoided, { $caused } emitted apart.
dossier-authority-grant = Local authority and funders: they lay out the equivalent of { $grant } € a year; { $treats ->
    [none] no euro gained is reckoned for them, for want of data: neither the public collection and treatment spared nor the local tax on the plant is declared, and the TGAP tax spared goes to the State
   *[other] the public sites that supply pay { $treats } € a year today for what the plan takes from them, and their gain is in the split, under their names; nothing else is reckoned for them, for want of data: the local tax on the plant is not declared, and the TGAP tax spared elsewhere goes to the State
 }; they are no players of their own in the split. To be a player in the split: declare the flows of its own sites (waste centre, services, buildings) with amount and price, on the page Flows or in an imported table; their gain is then counted under their names. The local tax has no place. They find { $hours ->
    [none] {""}
   *[other] { $hours } h of insertion a year and{" "}
 }{ $avoided } tCO₂e avoided, { $caused } emitted apart.
dossier-small-text = The small suppliers one by one; their share of the gain is split by what they bring.
dossier-small-today = Cost today (€/year, negative: an income)
dossier-small-share = Share of the gain (€/year)
dossier-front-here = • { $plan } (the plan of this dossier)
dossier-front-other = { $plan }
dossier-point-input = { $point }: { $input } { $unit } from { $count ->
    [one] 1 supply
   *[other] { $count } supplies
  }
dossier-supervision-fte = of it supervision, per FTE (€/year)
dossier-staffing-date = Amounts of aid are those of the last order the program knows, in force since { $date }; a later order would not be in it: to be checked with the State's office.
dossier-cost-by = Cost told by
dossier-cost-said = the supplier
dossier-cost-usual = usual price
dossier-cost-unknown = unknown
dossier-cost-bias = For { $usual } of { $all } supplies the cost today is a usual price, that of such a residue thrown away alone, for want of an invoice. Bias: who said nothing seems to pay that price, and the plan takes them rather than those who said they pay less; an invoice may put them out of it.
dossier-plant = of it the plant
dossier-price = Mean price sold at
dossier-maintenance = of it maintenance and insurance
dossier-gain = Gain of all a year, the annuity taken off, without grant
dossier-calc-price = Computed: what takers pay on average, each at most the usual price of heat or product and at most what what is replaced costs them today; sold to the market, the usual price.
dossier-calc-gain = Computed: revenue + costs avoided + savings of the takers − running − haulage − annuity.
dossier-money-live = In the workbook these lines and the cash flow are formulas: change a price, an investment, a grant, an amount, and the account is made again.
