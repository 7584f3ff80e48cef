# Une piste en une phrase, comme on la dirait à un collègue. Les espaces insécables sont mises par le programme.

quoted = « { $words } »
nobody = personne
others = { $count ->
    [one] un autre
   *[other] { $count } autres
 }
and = { $first } et { $last }
unknown = inconnu

distance-m = à { $m } m
distance-km = à { $km } km
distance-next = juste à côté
distance-commune = dans la même commune ou une voisine
distance-about = à environ { $km } km
distance-unknown = à une distance inconnue
within-m = dans un rayon de { $m } m
within-km = dans un rayon de { $km } km
within-about = dans un rayon d’environ { $km } km
within-unknown = sur le territoire

give-material = { $site } jette { $what }
give-other = { $site } rejette { $what }
give-sold = { $site } vend { $what }
give-estimated = D’après son activité, { $site } aurait un résidu à placer ({ $what })
give-estimated-other = D’après son activité, { $site } aurait un rejet à valoriser ({ $what })
take-asked = { $site }, { $distance }, achète { $what } et pourrait en prendre
take-asked-way = { $site }, { $distance }, achète { $what } et pourrait s’en servir ({ $way })
take-needed = { $site }, { $distance }, cherche { $what } et pourrait en prendre
take-needed-way = { $site }, { $distance }, cherche { $what } et pourrait s’en servir ({ $way })
take-received = { $site }, { $distance }, reçoit { $what } et pourrait en prendre
take-received-way = { $site }, { $distance }, reçoit { $what } et pourrait s’en servir ({ $way })
take-sought-way = { $site }, { $distance }, cherche { $what } et pourrait s’en charger ({ $way })
take-estimated = { $site }, { $distance }, en achèterait, d’après son activité
take-direct = { $site }, { $distance }, pourrait s’en servir ({ $way })
take-process = { $site }, { $distance }, pourrait s’en charger ({ $way })
take-nobody = preneur à trouver
take-onward = { $count ->
    [one] preneur possible de ce qui en sort : { $made }
   *[other] preneurs possibles de ce qui en sort : { $made }
 }
made-for = { $sites } ({ $output })
lead-substitution = { $give } ; { $take }.
lead-substitution-onward = { $give } ; { $take } ; { $onward }.

buy-declared = { $site } achète { $what }
need-declared = { $site } cherche { $what }
buy-estimated = D’après son activité, { $site } serait acheteur ({ $what })
need-estimated = D’après son activité, { $site } serait demandeur ({ $what })
sell-declared = { $site }, { $distance }, vend { $what }
sell-estimated = { $site }, { $distance }, en vendrait, d’après son activité
lead-purchase = { $buy } ; { $sell }.

lead-sharing-together-gives = { $sites }, { $within }, { $sure ->
    [no] auraient
   *[yes] ont
 } la même chose à placer ({ $what }). À étudier ensemble : { $rule }.
lead-sharing-together-takes = { $sites }, { $within }, { $sure ->
    [no] achèteraient
   *[yes] achètent
 } la même chose ({ $what }). À étudier ensemble : { $rule }.
lead-sharing-together-needs = { $sites }, { $within }, { $sure ->
    [no] chercheraient
   *[yes] cherchent
 } la même chose ({ $what }). À étudier ensemble : { $rule }.
lead-sharing-together-owns-needs = { lead-lends } ({ $what }) ; { $within }, { lead-seeks }. À étudier ensemble : { $rule }.
lead-sharing-offered = { $owned ->
    [one] { $owners } pourrait fournir ce qu’il faut
   *[other] { $owners } pourraient fournir ce qu’il faut
 } ({ $what }) ; { $within }, { lead-seeks }. À étudier ensemble : { $rule }.
lead-lends = { $lent ->
    [no] { $owned ->
        [one] { $owners } aurait de quoi partager
       *[other] { $owners } auraient de quoi partager
     }
   *[yes] { $owned ->
        [one] { $owners } a de quoi partager
       *[other] { $owners } ont de quoi partager
     }
 }
lead-seeks = { $sure ->
    [no] { $count ->
        [one] { $sites } en aurait besoin
       *[other] { $sites } en auraient besoin
     }
   *[yes] { $count ->
        [one] { $sites } en a besoin
       *[other] { $sites } en ont besoin
     }
 }

lead-chain = { $sites }, { $within }, { $sure ->
    [no] auraient
   *[yes] ont
 } ensemble { $tonnes } { $of } : de quoi étudier une filière commune ({ $way }).
lead-chain-unknown = { $sites }, { $within }, { $sure ->
    [no] auraient
   *[yes] ont
 } la même chose à placer ({ $what }), en quantité inconnue : de quoi étudier une filière commune ({ $way }).
chain-processor = { $site } pourrait la porter.
chain-processor-needs = { $site } pourrait la porter ; son besoin se limite à { $tonnes }.
chain-no-processor = Porteur à trouver.
chain-buyer = { $count ->
    [one] Preneur possible de ce qui en sort : { $made }.
   *[other] Preneurs possibles de ce qui en sort : { $made }.
 }
chain-no-buyer = Preneur à trouver pour ce qui en sort.

doubt-some = { $count ->
    [one] Pour l’un d’eux, c’est déduit de l’activité.
   *[other] Pour { $count } d’entre eux, c’est déduit de l’activité.
 }
doubt-all = Tout cela est déduit de leur activité : à vérifier.
doubt-at-least = La vraisemblance est celle qu’au moins { $least } d’entre eux soient dans ce cas.
doubt-both-sides = La vraisemblance est celle qu’au moins un offre et qu’au moins un autre demande.
lead-other-takers = { $count ->
    [one] Autre preneur possible : { $who }.
   *[other] Autres preneurs possibles : { $who }.
 }
lead-taken = Déjà pris par { $who }.
lead-taken-somebody = Déjà pris en entier par un échange en cours.
lead-loses = Telle quelle, cette piste coûte plus qu’elle ne rapporte, même au mieux.
lead-known = Un échange semblable a déjà lieu.
