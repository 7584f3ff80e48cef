# What `fe2i plan` says.
plan-progress = { $seconds } s: plan { $plan }, bound { $bound }, { $nodes } nodes
plan-progress-none = { $seconds } s: no plan yet, bound { $bound }, { $nodes } nodes
plan-short-capacity = Capacity: { $need } t a year to place; even the largest size at each site takes only { $have } t. { $missing } t are missing.
plan-short-max-options = Number of plants: with { $most } at most, the largest take { $have } t a year of { $need } t to place. { $missing } t are missing, so open at least { $count }.
plan-short-budget = Budget: placing everything takes at least { $need } € of investment, the budget is { $have } €. { $missing } € are missing.
plan-short-month = Month { $month }: { $need } t to place, that month’s outlets allow only { $have } t. { $missing } t are missing.
plan-short-source = Supplier “{ $source }”: must give everything to one plant, { $need } t a year; the largest takes { $have } t. { $missing } t are missing.
plan-short-together = No limit alone forbids it, but together they leave no plan: { $need } t to place, minimum load of a plant from { $min } t, whole suppliers and capacities. Allow splitting between plants, lower a minimum load or add a size.
plan-limit = Ended before a plan was found: allow more time.
plan-optimal = Plan proved: objective { $objective }, at most { $gap } from the best possible.
plan-feasible = Plan found, not proved: objective { $objective }, at most { $gap } from the best possible.
plan-open = Open { $option }: { $tonnes } t a year from { $count } suppliers
plan-verified = Balances, capacities and objective recomputed without the solver: right.
plan-broken = Recomputed: { $limit } of “{ $who }”: { $has } instead of { $allowed }.
