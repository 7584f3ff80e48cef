# What `fe2i plan` says.
plan-progress = { $seconds } s: question { $search }, plan { $plan }, bound { $bound }, { $nodes } nodes
plan-progress-none = { $seconds } s: question { $search }, no plan yet, { $nodes } nodes
plan-short-capacity = Capacity: { $need } t a year to place; even the largest size at each site takes only { $have } t. { $missing } t are missing.
plan-short-max-options = Number of plants: with { $most } at most, the largest take { $have } t a year of { $need } t to place. { $missing } t are missing, so open at least { $count }.
plan-short-budget = Budget: placing everything takes at least { $need } € of investment, the budget is { $have } €. { $missing } € are missing.
plan-short-month = Month { $month }: { $need } t to place, that month’s outlets allow only { $have } t. { $missing } t are missing.
plan-short-source = Supplier “{ $source }”: must give everything to one plant, { $need } t a year; the largest takes { $have } t. { $missing } t are missing.
plan-short-source-month = Supplier “{ $source }”, month { $month }: must give everything to one plant, { $need } t that month; the largest takes { $have } t. { $missing } t are missing.
plan-short-minimum = Minimum loads: with { $have } t a year no set of plants that takes everything reaches its minimum loads; it would take { $need } t. { $missing } t of supply are missing, or a smaller size.
plan-short-minimum-fit = Minimum loads: without them there would be a plan for the { $serve } t a year to place; the tonnes are there, but their split does not reach the minimum loads. Lower a minimum load, add a size or allow splitting between plants.
plan-short-whole = Whole suppliers: split, the { $need } t a year would find room; whole, only { $have } t do. { $missing } t stay: allow splitting or enlarge a plant.
plan-short-number = Number of plants: under the other limits, placing { $need } t a year takes at least { $count } plants, { $most } are allowed.
plan-short-together = No limit alone forbids it, but together they leave no plan: { $need } t to place, minimum load of a plant from { $min } t, whole suppliers and capacities. Allow splitting between plants, lower a minimum load or add a size.
plan-limit = Ended before a plan was found: allow more time.
plan-optimal = Plan proved: objective { $objective }, at most { $gap } from the best possible.
plan-feasible = Plan found, not proved: objective { $objective }, at most { $gap } from the best possible.
plan-open = Open { $option }: { $tonnes } t a year from { $count } suppliers
plan-verified = Balances, capacities and objective recomputed without the solver: right.
plan-broken = Recomputed: { $limit } of “{ $who }”: { $has } instead of { $allowed }.
plan-robust-open = For bad years, open: { $open }
plan-robust-draws = Over { $draws } draws: objective { $mid } in the middle, { $low } to { $high } in eight cases out of ten; { $cvar } on average of the worst { $worst } %; minimum loads reached in { $met } % of cases.
plan-robust-none = No plan holds what is asked for bad years.
plan-chain-open = { $plant }: { $size } { $unit } at { $site }
plan-chain-input =   { $input } { $unit }/year from { $count ->
    [one] 1 supply
   *[other] { $count } supplies
  }
plan-chain-money =   investment { $investment } €, revenue { $revenue } €/year, running { $running } €/year
plan-chain-fee =   breaks even at { $fee } €/{ $unit } paid by the suppliers (negative: the chain can pay)
plan-chain-co2 =   CO₂ a year: { $impact } t emitted, { $avoided } t avoided, counted apart (?: unknown)
plan-chain-gain = Gain of all: { $median } €/year at the median of the draws ({ $low } to { $high } eight times in ten). The plan, every range at its middle: { $gain } €/year{ $weighed ->
    [0] {""}
   *[other] {" "}once weighed
  }{ $grant ->
    [0] {""}
   *[other] , { $grant } € of it laid out by the funder of the grant
  }, within { $gap } % of the best possible; { $left } { $unit }/year stay out of the plan
plan-chain-listed = { $count ->
    [one] 1 supply
   *[other] { $count } supplies
  }, ≈ { $amount } { $unit }/year, { $spots } places weighed of { $all } possible: { $plant }
plan-co2-unsaid = CO₂: { $count } options do not say what they avoid and count nothing for it, while a tonne avoided is worth { $worth } €: { $ids }.
plan-chain-stopped = Search ended before all weights were tried: other choices, and a more careful plan, may be left to find. Allow more time.
plan-chain-written-members = Dossier written to { $out }: dossier.pdf, dossier.xlsx; plan.json and instance.json hold prices and are not written for members
plan-chain-written = Dossier written to { $out }: dossier.pdf, dossier.xlsx, plan.json, instance.json
plan-not-negative = “{ $text }”; a number is wanted, 0 or more
plan-refused = { $file }:{ $line }:{ $column }: { $why }
plan-refused-value = { $key } = { $value }; wanted: { $right }
plan-refused-unknown = unknown key “{ $name }”; known: { $known }
plan-refused-missing = the key “{ $name }” is missing
plan-refused-type = { $found } read, { $wanted } wanted
plan-refused-json = this is no readable JSON ({ $why })
plan-right-tonnes = a number of tonnes, 0 or more
plan-right-finite = a finite number
plan-right-positive = a number, 0 or more
plan-right-above-zero = a finite number above 0
plan-right-capacity = at most the capacity, { $n }
plan-right-output-per-t = output_per_t beside it, to say how much a tonne makes
plan-right-unique = an id that no other entry has
plan-right-one-haul = either haul_eur_t or haul, not both
plan-right-some-haul = a matrix, or haul with coordinates
plan-right-rows = { $n } rows, one per source
plan-right-columns = { $n } values, one per option
plan-right-places = lat and lon, since haulage follows from coordinates
plan-right-format = “{ $n }”
