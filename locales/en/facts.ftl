# The links of an explanation, and where each is known from.

quoted-as = “{ $words }” ({ $label })
fact-gives = { $site } has to place: { $what }
fact-gives-estimated = { $site } probably has to place: { $what }
fact-takes = { $site } buys: { $what }
fact-takes-estimated = { $site } probably buys: { $what }
fact-sells = { $site } sells: { $what }
fact-sells-estimated = { $site } probably sells: { $what }
fact-owns = { $site } owns and can share: { $what }
fact-owns-estimated = { $site } probably owns: { $what }
fact-needs = { $site } looks for: { $what }
fact-needs-estimated = { $site } probably needs: { $what }
fact-is-a = “{ $what }” is a kind of “{ $general }”
fact-pathway = Known way for “{ $what }”: { $way }
fact-runs = Firms of this activity, { $activity }, { $how } do this: { $site }
fact-distance = { $km } km in a straight line
fact-distance-same = Same town or the next one: 0 to 4 km, at least one place is only known to the town
fact-distance-commune = About { $km } km in a straight line (at least one place is only known to the commune)
often-mostly = nearly always
often-often = often
often-sometimes = sometimes
often-rarely = rarely

basis-measured = measured
basis-register = register
basis-declared = declared
basis-documented = documented
basis-estimated-own = estimate given, not measured
basis-estimated = estimated from the activity
evidence-expired = to be asked again since { $date }

range-long = { $low } to { $high } (most likely { $mid })
range-between = {" "}to{" "}

register-summary = { $amount } { $unit }/year ({ $basis }, { $count ->
    [one] { $count } collection
   *[other] { $count } collections
})
register-summary-estimated = { $amount } { $unit }/year ({ $basis }, { $count ->
    [one] { $count } collection
   *[other] { $count } collections
}, { $estimated } of them of estimated weight)
register-undated = register without dates, taken as one year
register-piece = piece
register-free = free of charge ({ $count ->
    [one] { $count } line
   *[other] { $count } lines
 } of the register)
register-summary-monthly = { $amount } { $unit }/year ({ $basis }, { $count ->
    [one] one monthly figure
   *[other] { $count } monthly figures
 })
register-paid = paid { $amount } €/{ $unit } ({ $count ->
    [one] { $count } line
   *[other] { $count } lines
 } of the register)
register-received = received { $amount } €/{ $unit } ({ $count ->
    [one] { $count } line
   *[other] { $count } lines
 } of the register)
register-pieces = pieces
register-mean = mean of { $years }
register-months = over { $months } months, brought to a year
