# A lead in one sentence, as one would tell a colleague.

quoted = “{ $words }”
nobody = nobody
others = { $count ->
    [one] one other
   *[other] { $count } others
 }
and = { $first } and { $last }
unknown = unknown

distance-m = { $m } m away
distance-km = { $km } km away
distance-next = next door
distance-commune = in the same town or the next one
distance-about = about { $km } km away
distance-unknown = at an unknown distance
within-m = within { $m } m
within-km = within { $km } km
within-about = within about { $km } km
within-unknown = on the territory

give-material = { $site } throws away { $what }
give-other = { $site } releases { $what }
give-sold = { $site } sells { $what }
give-estimated = Going by its activity, { $site } may have a residue to place ({ $what })
give-estimated-other = Going by its activity, { $site } may let out something of use ({ $what })
take-asked = { $site }, { $distance }, buys { $what } and could take it
take-asked-way = { $site }, { $distance }, buys { $what } and could use it ({ $way })
take-needed = { $site }, { $distance }, looks for { $what } and could take it
take-needed-way = { $site }, { $distance }, looks for { $what } and could use it ({ $way })
take-received = { $site }, { $distance }, receives { $what } and could take it
take-received-way = { $site }, { $distance }, receives { $what } and could use it ({ $way })
take-sought-way = { $site }, { $distance }, looks for { $what } and could take it on ({ $way })
take-estimated = { $site }, { $distance }, may buy some, going by its activity
take-direct = { $site }, { $distance }, could use it ({ $way })
take-process = { $site }, { $distance }, could process it ({ $way })
take-nobody = a taker is to be found
take-onward = { $count ->
    [one] possible taker of what comes out: { $made }
   *[other] possible takers of what comes out: { $made }
 }
made-for = { $sites } ({ $output })
lead-substitution = { $give }; { $take }.
lead-substitution-onward = { $give }; { $take }; { $onward }.

buy-declared = { $site } buys { $what }
need-declared = { $site } looks for { $what }
buy-estimated = Going by its activity, { $site } may buy this ({ $what })
need-estimated = Going by its activity, { $site } may need this ({ $what })
sell-declared = { $site }, { $distance }, sells { $what }
sell-estimated = { $site }, { $distance }, may sell some, going by its activity
lead-purchase = { $buy }; { $sell }.

lead-sharing-together-gives = { $sites }, { $within }, { $sure ->
    [no] may have
   *[yes] have
 } the same thing to place ({ $what }). To study together: { $rule }.
lead-sharing-together-takes = { $sites }, { $within }, { $sure ->
    [no] may buy
   *[yes] buy
 } the same thing ({ $what }). To study together: { $rule }.
lead-sharing-together-needs = { $sites }, { $within }, { $sure ->
    [no] may look for
   *[yes] look for
 } the same thing ({ $what }). To study together: { $rule }.
lead-sharing-together-owns-needs = { lead-lends } ({ $what }); { $within }, { lead-seeks }. To study together: { $rule }.
lead-sharing-offered = { $owned ->
    [one] { $owners } could provide it
   *[other] { $owners } could provide it
 } ({ $what }); { $within }, { lead-seeks }. To study together: { $rule }.
lead-lends = { $lent ->
    [no] { $owners } may have something to share
   *[yes] { $owned ->
        [one] { $owners } has something to share
       *[other] { $owners } have something to share
     }
 }
lead-seeks = { $sure ->
    [no] { $sites } may need it
   *[yes] { $count ->
        [one] { $sites } needs it
       *[other] { $sites } need it
     }
 }

lead-chain = { $sites }, { $within }, { $sure ->
    [no] may have
   *[yes] have
 } { $tonnes } { $of } together: enough to study a common recovery chain ({ $way }).
lead-chain-unknown = { $sites }, { $within }, { $sure ->
    [no] may have
   *[yes] have
 } the same thing to place ({ $what }), amount unknown: enough to study a common recovery chain ({ $way }).
chain-processor = { $site } could run it.
chain-processor-needs = { $site } could run it; its need stops at { $tonnes }.
chain-no-processor = Somebody to run it is to be found.
chain-buyer = { $count ->
    [one] Possible taker of what comes out: { $made }.
   *[other] Possible takers of what comes out: { $made }.
 }
chain-no-buyer = A taker for what comes out is to be found.

doubt-some = { $count ->
    [one] For one of them this is deduced from its activity.
   *[other] For { $count } of them this is deduced from their activity.
 }
doubt-all = All of this is deduced from their activity: to be checked.
doubt-at-least = The likelihood is that of at least { $least } of them being in this case.
doubt-both-sides = The likelihood is that of at least one offering and at least one other seeking.
lead-other-takers = { $count ->
    [one] Another possible taker: { $who }.
   *[other] Other possible takers: { $who }.
 }
lead-taken = Already taken by { $who }.
lead-taken-somebody = Already taken in full by a running exchange.
lead-loses = As it stands, this lead costs more than it brings, even at best.
lead-known = A similar exchange already runs.
