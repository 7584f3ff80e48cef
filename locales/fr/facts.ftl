# Les maillons d'une explication, et d'où chacun est connu. Le conditionnel dit l'estimation.

quoted-as = « { $words } » ({ $label })
fact-gives = { $site } a à placer : { $what }
fact-gives-estimated = { $site } aurait à placer : { $what }
fact-takes = { $site } achète : { $what }
fact-takes-estimated = { $site } achèterait : { $what }
fact-sells = { $site } vend : { $what }
fact-sells-estimated = { $site } vendrait : { $what }
fact-owns = { $site } possède et peut partager : { $what }
fact-owns-estimated = { $site } posséderait : { $what }
fact-needs = { $site } cherche : { $what }
fact-needs-estimated = { $site } aurait besoin de : { $what }
fact-is-a = « { $what } » est une sorte de « { $general } »
fact-pathway = Voie connue pour « { $what } » : { $way }
fact-runs = Les entreprises de cette activité, { $activity }, le font { $how } : { $site }
fact-distance = { $km } km à vol d’oiseau
fact-distance-same = Même commune ou commune voisine : de 0 à 4 km, un lieu au moins n’est connu qu’à la commune
fact-distance-commune = Environ { $km } km à vol d’oiseau (un lieu au moins n’est connu qu’à la commune)
often-mostly = le plus souvent
often-often = souvent
often-sometimes = parfois
often-rarely = rarement

basis-measured = mesuré
basis-register = registre
basis-declared = déclaré
basis-documented = documenté
basis-estimated = estimé d’après l’activité
basis-estimated-own = estimation donnée, non mesurée
evidence-expired = à redemander depuis le { $date }

range-long = { $low } à { $high } (le plus probable { $mid })
range-between = {" "}à{" "}

register-summary = { $amount } { $unit }/an ({ $basis }, { $count ->
    [one] { $count } enlèvement
   *[other] { $count } enlèvements
})
register-summary-estimated = { $amount } { $unit }/an ({ $basis }, { $count ->
    [one] { $count } enlèvement
   *[other] { $count } enlèvements
} dont { $estimated } au poids estimé)
register-undated = registre sans dates, pris pour une année
register-piece = unité
register-free = gratuit ({ $count ->
    [one] { $count } ligne
   *[other] { $count } lignes
 } du registre)
register-summary-monthly = { $amount } { $unit }/an ({ $basis }, { $count ->
    [one] un relevé mensuel
   *[other] { $count } relevés mensuels
 })
register-paid = payé { $amount } €/{ $unit } ({ $count ->
    [one] { $count } ligne
   *[other] { $count } lignes
 } du registre)
register-received = reçu { $amount } €/{ $unit } ({ $count ->
    [one] { $count } ligne
   *[other] { $count } lignes
 } du registre)
register-pieces = unités
register-mean = moyenne { $years }
register-months = sur { $months } mois, ramené à l’année
